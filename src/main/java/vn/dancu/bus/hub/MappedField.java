package vn.dancu.bus.hub;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.dancu.bus.policy.OfficerCode;

/** What of a question is said in other words to the national side; the name is that of the wire. */
public enum MappedField {
    OFFICER("MaCanBo", OfficerCode.RULE),
    PROCEDURE("MaDVC", "1 to 64 printable characters without spaces; - for a question that states none"),
    UNIT("MaDonVi", "1 to 64 printable characters without spaces; - for a question that states none");

    /** Stands for whatever no other entry of the field names. */
    public static final String ANY = "*";

    /** Stands for a question that does not state the field. */
    public static final String NONE = "-";

    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final String wire;
    private final String rule;

    MappedField(String wire, String rule) {
        this.wire = wire;
        this.rule = rule;
    }

    /** The name on the wire, such as {@code MaCanBo}. */
    public String wire() {
        return wire;
    }

    /** The form of its values, for people. */
    public String rule() {
        return rule;
    }

    /** The field of that name on the wire. */
    public static Optional<MappedField> byWire(String name) {
        return Arrays.stream(values()).filter(field -> field.wire.equals(name)).findFirst();
    }

    /** Whether the text can be what a partner says. */
    public boolean admitsLocal(String text) {
        return text.equals(ANY) || admits(text);
    }

    /** Whether the text can be what the national side is told. */
    public boolean admitsNational(String text) {
        return !text.equals(ANY) && !text.equals(NONE) && admits(text);
    }

    private boolean admits(String text) {
        return this == OFFICER ? OfficerCode.isValid(text) : CODE.matcher(text).matches();
    }
}
