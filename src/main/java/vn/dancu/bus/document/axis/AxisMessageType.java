package vn.dancu.bus.document.axis;

/** What a message on the axis is. */
public enum AxisMessageType {
    /** A document. */
    EDOC("edoc"),
    /** What became of a document. */
    STATUS("status");

    private final String word;

    AxisMessageType(String word) {
        this.word = word;
    }

    /** The axis' word. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException for another word than the axis has */
    public static AxisMessageType of(String word) {
        for (AxisMessageType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("must be edoc or status");
    }
}
