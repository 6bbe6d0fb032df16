package vn.dancu.bus.camel.enrichment;

/** Headers of deliveries. None has anything about people. */
final class EnrichmentHeaders {

    /** The manifest, as JSON or a JWS. */
    static final String MANIFEST = "DanCuManifest";

    /** Id of a file that was uploaded over HTTP and not completed; the body is empty then. */
    static final String UPLOAD = "DanCuUpload";

    /** What became of it. */
    static final String OUTCOME = "DanCuEnrichmentOutcome";

    static final String DONE = "done";
    static final String REFUSED = "refused";

    private EnrichmentHeaders() {}
}
