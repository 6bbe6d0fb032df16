package vn.dancu.bus.sandbox.phone;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.sandbox.sms.MobileText;
import vn.dancu.bus.sms.PhoneNumber;

/**
 * A text that a subscriber sends, as JSON has it. Without options it goes as a handset sends it: in GSM letters where they
 * suffice, else in UCS-2, in parts where it is too long for one.
 *
 * @param from the subscriber's number; what is no phone number goes as it is
 * @param to the short number
 * @param text what is written; with {@code hex} only what the conversation shows
 * @param operator whose subscriber it is; without it, the first that has the short number
 * @param alphabet {@code GSM}, {@code LATIN} or {@code UCS2}
 * @param dataCoding put into the PDU in the place of that of the alphabet
 * @param esmClass likewise
 * @param hex the content as bytes, sent as they are in one PDU
 * @param payload whether it goes whole in message_payload
 * @param sar whether parts are marked by SAR parameters and not by a user data header
 * @param partLength how many characters a part has
 * @param order the numbers of the parts to send, from 1: some may be missing, or be there twice
 */
record PhoneText(
        String from,
        String to,
        String text,
        @Nullable String operator,
        @Nullable ShortMessageAlphabet alphabet,
        @Nullable Integer dataCoding,
        @Nullable Integer esmClass,
        @Nullable String hex,
        @Nullable Boolean payload,
        @Nullable Boolean sar,
        @Nullable Integer partLength,
        @Nullable List<Integer> order) {

    private static final int HAS_HEADER = 0x40;
    private static final int MAX_CONTENT = 254;
    private static final int MAX_PARTS = 255;
    private static final int MAX_LENGTH = 20_000;

    PhoneText {
        if (!from.matches("\\p{ASCII}{1,20}")) {
            throw new IllegalArgumentException("from: 1 to 20 ASCII characters");
        }
        if (!to.matches("[0-9]{3,15}")) {
            throw new IllegalArgumentException("to: digits of a short number");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("text: at most " + MAX_LENGTH + " characters");
        }
        if (partLength != null && partLength < 1) {
            throw new IllegalArgumentException("partLength: at least 1");
        }
    }

    static PhoneText plain(String from, String to, String text) {
        return new PhoneText(from, to, text, null, null, null, null, null, null, null, null, null);
    }

    /** The sender as networks write one: digits with the country code. */
    String subscriber() {
        return PhoneNumber.of(from).map(PhoneNumber::digits).orElse(from);
    }

    /** The PDUs, in the order in which they go. */
    List<MobileText.Wire> pdus(int reference) {
        if (hex != null) {
            return List.of(pdu(0, bytes(hex), List.of()));
        }
        ShortMessageAlphabet letters = alphabet == null ? ShortMessageAlphabet.of(text) : alphabet;
        if (Boolean.TRUE.equals(payload)) {
            return List.of(pdu(0, new byte[0], List.of(new OptionalParameter.Message_payload(letters.encode(text)))));
        }
        List<String> parts = split(letters);
        if (parts.size() > MAX_PARTS) {
            throw refusal("text", "at most " + MAX_PARTS + " parts");
        }
        List<Integer> numbers =
                order == null ? IntStream.rangeClosed(1, parts.size()).boxed().toList() : order;
        return numbers.stream()
                .map(number -> part(letters, parts, number, reference))
                .toList();
    }

    private MobileText.Wire part(ShortMessageAlphabet letters, List<String> parts, int number, int reference) {
        if (number < 1 || number > parts.size()) {
            throw refusal("order", "numbers of parts, here from 1 to " + parts.size());
        }
        byte[] content = letters.encode(parts.get(number - 1));
        if (parts.size() == 1) {
            return pdu(0, content, List.of());
        }
        if (Boolean.TRUE.equals(sar)) {
            return pdu(
                    0,
                    content,
                    List.of(
                            new OptionalParameter.Sar_msg_ref_num((short) reference),
                            new OptionalParameter.Sar_total_segments((byte) parts.size()),
                            new OptionalParameter.Sar_segment_seqnum((byte) number)));
        }
        byte[] header = {5, 0, 3, (byte) reference, (byte) parts.size(), (byte) number};
        byte[] whole = new byte[header.length + content.length];
        System.arraycopy(header, 0, whole, 0, header.length);
        System.arraycopy(content, 0, whole, header.length, content.length);
        return pdu(HAS_HEADER, whole, List.of());
    }

    private MobileText.Wire pdu(int usualClass, byte[] content, List<OptionalParameter> parameters) {
        if (content.length > MAX_CONTENT) {
            throw refusal("text", "at most " + MAX_CONTENT + " bytes in one part");
        }
        ShortMessageAlphabet letters = alphabet == null ? ShortMessageAlphabet.of(text) : alphabet;
        return new MobileText.Wire(
                subscriber(),
                to,
                esmClass == null ? usualClass : esmClass,
                dataCoding == null ? letters.dataCoding : dataCoding,
                content,
                parameters);
    }

    private List<String> split(ShortMessageAlphabet letters) {
        int whole = text.codePoints().map(letters::room).sum();
        int room = partLength != null ? partLength : whole <= letters.single ? letters.single : letters.part;
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            if (used + letters.room(character) > room && !part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.appendCodePoint(character);
            used += letters.room(character);
        }
        parts.add(part.toString());
        return parts;
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw refusal("hex", "pairs of hexadecimal digits");
        }
    }

    private static BusException refusal(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
