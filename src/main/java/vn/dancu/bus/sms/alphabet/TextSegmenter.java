package vn.dancu.bus.sms.alphabet;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.sms.SegmentedText;
import vn.dancu.bus.sms.TextAlphabet;

/** Puts a text into the alphabet of the setting and cuts it into parts; neither an escape nor a surrogate pair is torn. */
public final class TextSegmenter {

    private static final char UNKNOWN = '?';
    private static final String CUT = "...";

    /**
     * The text in parts.
     *
     * @param alphabet {@code GSM7} is Vietnamese without diacritics; {@code LATIN1} too; {@code UCS2} keeps them, and is taken only
     *     for a text that the default alphabet cannot carry as it is
     * @param maxParts what does not fit is left out, and dots say so
     */
    public static SegmentedText segment(String text, TextAlphabet alphabet, int maxParts) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (alphabet == TextAlphabet.UCS2) {
            return Gsm7.canEncode(composed)
                    ? cut(composed, TextAlphabet.GSM7, maxParts)
                    : cut(composed, TextAlphabet.UCS2, maxParts);
        }
        return cut(known(PlainLetters.fold(composed), alphabet), alphabet, maxParts);
    }

    private static SegmentedText cut(String text, TextAlphabet alphabet, int maxParts) {
        List<String> parts = parts(text, alphabet);
        if (parts.size() <= maxParts) {
            return new SegmentedText(alphabet, octets(parts, alphabet), false);
        }
        StringBuilder last = new StringBuilder(parts.get(maxParts - 1));
        int limit = maxParts == 1 ? alphabet.single() : alphabet.each();
        // One part alone may be longer than the first of several.
        if (maxParts == 1) {
            last = new StringBuilder(head(text, alphabet, alphabet.single()));
        }
        while (length(last, alphabet) > limit - CUT.length()) {
            last.setLength(last.length() - (Character.isLowSurrogate(last.charAt(last.length() - 1)) ? 2 : 1));
        }
        List<String> kept = new ArrayList<>(parts.subList(0, maxParts - 1));
        kept.add(last + CUT);
        return new SegmentedText(alphabet, octets(kept, alphabet), true);
    }

    private static List<String> parts(String text, TextAlphabet alphabet) {
        if (length(text, alphabet) <= alphabet.single()) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        for (String rest = text; !rest.isEmpty(); ) {
            String head = head(rest, alphabet, alphabet.each());
            parts.add(head);
            rest = rest.substring(head.length());
        }
        return parts;
    }

    /** The longest beginning that fits. */
    private static String head(String text, TextAlphabet alphabet, int limit) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int characters = Character.charCount(text.codePointAt(end));
            int more = alphabet == TextAlphabet.GSM7 ? Gsm7.septets(text.charAt(end)) : characters;
            if (used + more > limit) {
                break;
            }
            used += more;
            end += characters;
        }
        return text.substring(0, end);
    }

    private static int length(CharSequence text, TextAlphabet alphabet) {
        return alphabet == TextAlphabet.GSM7
                ? text.chars().map(one -> Gsm7.septets((char) one)).sum()
                : text.length();
    }

    private static String known(String text, TextAlphabet alphabet) {
        StringBuilder known = new StringBuilder(text.length());
        text.codePoints().forEach(one -> {
            boolean has = one < 0x10000 && (alphabet == TextAlphabet.GSM7 ? Gsm7.canEncode((char) one) : one < 0x100);
            known.append(has ? (char) one : UNKNOWN);
        });
        return known.toString();
    }

    private static List<byte[]> octets(List<String> parts, TextAlphabet alphabet) {
        return parts.stream()
                .map(part -> switch (alphabet) {
                    case GSM7 -> Gsm7.encode(part);
                    case LATIN1 -> part.getBytes(StandardCharsets.ISO_8859_1);
                    case UCS2 -> part.getBytes(StandardCharsets.UTF_16BE);
                })
                .toList();
    }

    private TextSegmenter() {}
}
