package vn.dancu.bus.catalogue.crosswalk;

/** How far a code or a translation can be trusted, the weakest first. */
public enum Confidence {
    /** Remembered, read nowhere. */
    RECOLLECTION,
    /** Concluded from what was read. */
    INFERRED,
    /** Read in one source only. */
    ONE_SOURCE,
    /** Read in a source that can be relied on. */
    VERIFIED;

    /** A chain is as good as its weakest link. */
    public Confidence and(Confidence other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isAtLeast(Confidence least) {
        return compareTo(least) >= 0;
    }
}
