package vn.dancu.bus.enrichment;

import java.util.List;
import java.util.Optional;

/**
 * A column of the records of a source.
 *
 * @param name by which errors and result files speak of it; of a value also its element in the message, such as {@code GiaTriTu}
 * @param titles under which files have it; the name is one too
 * @param required whether a record without it is refused
 */
public record SourceColumn(String name, Use use, List<String> titles, boolean required) {

    /** What a column is for. */
    public enum Use {
        /** Number of the person. */
        NUMBER("number"),
        /** Name of the person. */
        NAME("name"),
        BIRTH_DATE("birth-date"),
        /** When the source verified the record. */
        VERIFIED_ON("verified-on"),
        /** A value of the group. */
        VALUE("value"),
        /** Checked and not kept. */
        CHECK_ONLY("check-only");

        private final String code;

        Use(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Use> of(String code) {
            return List.of(values()).stream()
                    .filter(use -> use.code.equals(code))
                    .findFirst();
        }
    }

    public SourceColumn {
        titles = List.copyOf(titles);
    }
}
