package vn.dancu.bus.sandbox.phone;

import java.util.Optional;

/** Writes a subscriber's number as digits with the country code, as SMSCs do: 0…, 84… and +84… are one number. */
final class SubscriberNumber {

    private static final String COUNTRY = "84";

    static Optional<String> of(String written) {
        String plain = written.strip().replaceAll("[ .-]", "");
        String digits = plain.startsWith("+") ? plain.substring(1) : plain;
        if (!digits.matches("[0-9]{8,15}")) {
            return Optional.empty();
        }
        return Optional.of(plain.startsWith("0") ? COUNTRY + digits.substring(1) : digits);
    }

    private SubscriberNumber() {}
}
