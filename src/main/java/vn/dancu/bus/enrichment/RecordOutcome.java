package vn.dancu.bus.enrichment;

/**
 * What became of a record, by its stable code. Every record of a file has one outcome, and the sheet of a job balances by
 * {@link #heading}: in = merged + unchanged + differing + refused + duplicates.
 */
public enum RecordOutcome {
    /** The person had nothing of the group before. */
    MERGED_NEW("merged_new", Heading.MERGED),
    /** At least one value replaced another. */
    MERGED_CHANGED("merged_changed", Heading.MERGED),
    /** The register holds the same values. */
    UNCHANGED("unchanged", Heading.UNCHANGED),
    NAME_DIFFERS("name_differs", Heading.DIFFERING),
    BIRTH_DIFFERS("birth_differs", Heading.DIFFERING),
    /** The register has no such number. */
    UNKNOWN("unknown", Heading.DIFFERING),
    /** The number was cancelled, as one that two people had: name and birth date agree, and still it is not said whose data it is. */
    AMBIGUOUS("ambiguous", Heading.DIFFERING),
    DECEASED("deceased", Heading.DIFFERING),
    /**
     * The same person stands earlier in the file: in the same chunk, or among what the file has merged. One that repeats what changed
     * nothing is unchanged again.
     */
    DUPLICATE_IN_FILE("duplicate_in_file", Heading.DUPLICATE),
    /** What is held was verified later, or comes from a source that goes first. */
    OLDER_THAN_HELD("older_than_held", Heading.REFUSED),
    REFUSED_BY_CHECK("refused_by_check", Heading.REFUSED);

    /** Under which number of the sheet an outcome counts. */
    public enum Heading {
        MERGED,
        UNCHANGED,
        DIFFERING,
        REFUSED,
        DUPLICATE
    }

    private final String code;
    private final Heading heading;

    RecordOutcome(String code, Heading heading) {
        this.code = code;
        this.heading = heading;
    }

    public String code() {
        return code;
    }

    public Heading heading() {
        return heading;
    }

    /** The localised text's key. */
    public String textKey() {
        return "enrichment.outcome." + code;
    }
}
