package vn.dancu.bus.sms;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A subscriber's number in the form of E.164: {@code 0912…}, {@code 84912…} and {@code +84912…} are one number. It is personal;
 * {@link #toString()} is masked.
 *
 * @param value a plus and 8 to 15 ASCII digits
 */
public record PhoneNumber(String value) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern SEPARATORS = Pattern.compile("[ .()-]");
    private static final String COUNTRY = "84";

    /** Digits after the country code of Vietnam. */
    private static final int MIN_NATIONAL = 8;

    private static final int MAX_NATIONAL = 10;

    public PhoneNumber {
        if (!E164.matcher(value).matches()) {
            throw new IllegalArgumentException("A phone number is a plus and 8 to 15 digits");
        }
    }

    /**
     * The number that a person, a register or a network wrote, blanks, dots and hyphens left out; empty for anything else, such
     * as a short code or a name, and for digits that are not ASCII.
     */
    public static Optional<PhoneNumber> of(String written) {
        String plain = SEPARATORS.matcher(written.strip()).replaceAll("");
        String international = plain;
        if (plain.startsWith("00")) {
            international = "+" + plain.substring(2);
        } else if (isNational(plain, "0")) {
            international = "+" + COUNTRY + plain.substring(1);
        } else if (isNational(plain, COUNTRY)) {
            international = "+" + plain;
        }
        return E164.matcher(international).matches() ? Optional.of(new PhoneNumber(international)) : Optional.empty();
    }

    /** The digits without the plus, as they stand on the wire with type of number 1. */
    public String digits() {
        return value.substring(1);
    }

    private static boolean isNational(String plain, String prefix) {
        int rest = plain.length() - prefix.length();
        return plain.startsWith(prefix) && rest >= MIN_NATIONAL && rest <= MAX_NATIONAL;
    }

    /** Without digits. */
    @Override
    public String toString() {
        return "PhoneNumber[masked]";
    }
}
