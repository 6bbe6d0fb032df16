package vn.dancu.bus.hub;

import vn.dancu.bus.policy.OfficerCode;

/**
 * One line of a mapping.
 *
 * @param field what is mapped
 * @param local as the partner says it; {@link MappedField#ANY} for whatever no other entry names, {@link MappedField#NONE} for a
 *     question without it
 * @param national as the national side knows it
 */
public record MappingEntry(MappedField field, String local, String national) {

    private static final int SHOWN = 3;

    /** Identifies an entry within a mapping. */
    public record Key(MappedField field, String local) {

        @Override
        public String toString() {
            return "Key[" + field + ", masked]";
        }
    }

    public Key key() {
        return new Key(field, local);
    }

    /** The same for eyes that need no one's number: of an officer's personal number only the last three digits are shown. */
    public MappingEntry masked() {
        return new MappingEntry(field, masked(local), masked(national));
    }

    private static String masked(String code) {
        return OfficerCode.isPersonalNumber(code)
                ? "*".repeat(code.length() - SHOWN) + code.substring(code.length() - SHOWN)
                : code;
    }

    @Override
    public String toString() {
        return "MappingEntry[" + field + ", masked]";
    }
}
