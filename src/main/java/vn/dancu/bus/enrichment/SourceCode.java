package vn.dancu.bus.enrichment;

/** The name of a source, such as {@code the-bhyt}: 2 to 40 of [a-z0-9-], first a letter. It is safe in paths, labels and logs. */
public record SourceCode(String value) implements Comparable<SourceCode> {

    public SourceCode {
        if (!value.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("must be 2 to 40 of [a-z0-9-], first a letter");
        }
    }

    @Override
    public int compareTo(SourceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
