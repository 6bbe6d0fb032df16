package vn.dancu.bus.enrichment.job;

/** Another instance has the job by now, or somebody stopped it: the work on it ends without a word. */
final class LostJobException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LostJobException() {
        super("The job was stopped or taken over");
    }
}
