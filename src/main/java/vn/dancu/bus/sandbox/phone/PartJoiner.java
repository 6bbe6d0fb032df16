package vn.dancu.bus.sandbox.phone;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.sms.SubmittedText;
import vn.dancu.bus.sandbox.sms.SubmittedText.Segment;

/** Joins the parts of longer messages, by user data header or SAR parameters, as a handset does. Not thread-safe. */
final class PartJoiner {

    private static final int HAS_HEADER = 0x40;
    private static final int MAX_UNFINISHED = 10_000;
    private static final int SHORT_REFERENCE = 0x00;
    private static final int LONG_REFERENCE = 0x08;

    private final Map<Map.Entry<String, Integer>, SortedMap<Integer, SubmittedText>> unfinished = new LinkedHashMap<>();

    /** The whole message, in order; empty while parts are missing. */
    Optional<List<SubmittedText>> add(SubmittedText text) {
        Segment segment = segment(text);
        if (segment == null || segment.total() < 2) {
            return Optional.of(List.of(text));
        }
        Map.Entry<String, Integer> key = text.together(segment);
        SortedMap<Integer, SubmittedText> parts = unfinished.computeIfAbsent(key, ignored -> new TreeMap<>());
        parts.put(segment.number(), text);
        if (parts.size() == segment.total()) {
            unfinished.remove(key);
            return Optional.of(List.copyOf(parts.values()));
        }
        if (unfinished.size() > MAX_UNFINISHED) {
            unfinished.remove(unfinished.keySet().iterator().next());
        }
        return Optional.empty();
    }

    /** How many messages lack parts. */
    int unfinished() {
        return unfinished.size();
    }

    static String text(List<SubmittedText> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.forEach(part -> bytes.writeBytes(userData(part)));
        return ShortMessageAlphabet.decode(parts.get(0).dataCoding(), bytes.toByteArray());
    }

    private static byte[] userData(SubmittedText text) {
        int header = headerLength(text);
        return Arrays.copyOfRange(text.content(), header, text.content().length);
    }

    private static int headerLength(SubmittedText text) {
        boolean has = (text.esmClass() & HAS_HEADER) != 0 && text.content().length > 0;
        return has ? Math.min(text.content().length, Byte.toUnsignedInt(text.content()[0]) + 1) : 0;
    }

    private static @Nullable Segment segment(SubmittedText text) {
        byte[] content = text.content();
        int end = headerLength(text);
        for (int at = 1; at + 1 < end; at += 2 + Byte.toUnsignedInt(content[at + 1])) {
            int length = Byte.toUnsignedInt(content[at + 1]);
            if (content[at] == SHORT_REFERENCE && length == 3 && at + 4 < end) {
                return new Segment(unsigned(content, at + 2), unsigned(content, at + 3), unsigned(content, at + 4));
            }
            if (content[at] == LONG_REFERENCE && length == 4 && at + 5 < end) {
                int reference = unsigned(content, at + 2) << 8 | unsigned(content, at + 3);
                return new Segment(reference, unsigned(content, at + 4), unsigned(content, at + 5));
            }
        }
        return text.segment();
    }

    private static int unsigned(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }
}
