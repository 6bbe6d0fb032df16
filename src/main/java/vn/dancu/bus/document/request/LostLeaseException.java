package vn.dancu.bus.document.request;

/** Somebody else works on the document by now, or its sender took it back: nothing of this work may be sent. */
final class LostLeaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostLeaseException() {
        super("The lease of a document was lost", null, false, false);
    }
}
