package vn.dancu.bus.camel.document;

/** The headers of documents in routes. */
final class DocumentHeaders {

    /** Our own id of the document that is worked on. */
    static final String DOCUMENT_ID = "DanCuDocumentId";

    /** Whether an item of the axis need not be fetched now, since it was taken before or waits for its next try. */
    static final String TAKEN = "DanCuDocumentTaken";

    private DocumentHeaders() {}
}
