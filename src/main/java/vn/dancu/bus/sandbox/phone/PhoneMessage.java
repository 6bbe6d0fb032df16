package vn.dancu.bus.sandbox.phone;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import vn.dancu.bus.sandbox.sms.MobileText;
import vn.dancu.bus.sandbox.sms.SubmittedText;

/**
 * A message in a conversation as its subscriber sees it, with what was on the wire.
 *
 * @param id counts from 1 over all phones
 * @param number the short number that it went to or came from
 * @param parts in the order in which they went, or in which they belong
 * @param sent what the subscriber sent; empty for what was received
 */
public record PhoneMessage(
        long id, String operator, String number, String text, Instant at, List<Part> parts, List<MobileText> sent) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.ofHours(7));

    /** @param content hexadecimal, the user data header included */
    public record Part(int esmClass, int dataCoding, String content) {

        static Part of(SubmittedText text) {
            return new Part(text.esmClass(), text.dataCoding(), HexFormat.of().formatHex(text.content()));
        }

        static Part of(MobileText.Wire wire) {
            return new Part(wire.esmClass(), wire.dataCoding(), HexFormat.of().formatHex(wire.content()));
        }
    }

    public boolean isReceived() {
        return sent.isEmpty();
    }

    /** When it was, as a clock in Vietnam shows it. */
    public String time() {
        return TIME.format(at);
    }

    /** {@code received}; {@code waiting}, {@code taken} by the bus, or {@code refused} by it. */
    public String state() {
        if (isReceived()) {
            return "received";
        }
        if (sent.stream().anyMatch(text -> text.state() == MobileText.State.REFUSED)) {
            return "refused";
        }
        return sent.stream().allMatch(text -> text.state() == MobileText.State.TAKEN) ? "taken" : "waiting";
    }
}
