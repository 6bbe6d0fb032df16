package vn.dancu.bus.enrichment.merge;

/** The table of a chunk does not have the records that were staged: PostgreSQL empties an unlogged table when it crashes. */
public final class StagedRecordsLostException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    StagedRecordsLostException(Throwable cause) {
        super("The staged records of a chunk are gone", cause);
    }

    StagedRecordsLostException() {
        super("The staged records of a chunk are gone");
    }
}
