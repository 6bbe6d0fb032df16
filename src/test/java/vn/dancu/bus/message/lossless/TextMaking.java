package vn.dancu.bus.message.lossless;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import vn.dancu.bus.message.grammar.TextRule;
import vn.dancu.bus.message.wire.XmlText;

/** Makes texts of a type, the awkward ones often. */
final class TextMaking {

    private static final int TRIES = 50;

    // Composed and decomposed names, characters beyond the basic plane, text that means something to a parser, white
    // space that XML does not take for any, and words that JSON has a use for.
    private static final List<String> ODD = List.of(
            "Nguyễn Văn An",
            "Nguye\u0302\u0303n Va\u0306n An",
            "H'Bia Niê",
            "\uD840\uDC00\uD862\uDE3B喃",
            "<b>&amp;</b>",
            "]]>",
            "<![CDATA[x]]>",
            "\"'",
            "{\"a\":[1]}",
            "\\u0000 \\",
            "#text",
            "@x",
            "null",
            "true",
            "01",
            "+5",
            "-0",
            "1e5",
            "\u00a0",
            "\u0085",
            "\u2028",
            "\u200b\ufeff",
            "\u007f",
            "\uFFFD",
            "Số 1,  ngõ 2");
    private static final List<String> BROKEN_LINES =
            List.of("\n", "\r", "\r\n", "\t", " ", "  a", "a\n", "dòng 1\ndòng 2\n", "a\r\nb", "\ta");
    private static final List<String> INTEGERS = List.of(
            "0", "1", "5", "01", "+5", "-0", "007", "-3", "42", "2147483647", "-2147483648", "999999999999999999");
    private static final List<String> DECIMALS =
            List.of("0", "1.5", "1.50", "+2", ".5", "5.", "-0.0", "007", "12345678901234567890.123");
    private static final List<String> DATES = List.of(
            "1980-01-02",
            "2000-02-29",
            "0001-01-01",
            "9999-12-31",
            "1999-12-31Z",
            "1999-12-31+07:00",
            "1980-06-30-14:00");
    private static final List<String> MOMENTS = List.of(
            "2026-11-24T01:02:03",
            "2026-11-24T01:02:03.456Z",
            "2026-11-24T24:00:00",
            "2026-11-24T08:02:03+07:00",
            "2024-02-29T23:59:59.10");
    private static final List<String> ADDRESSES = List.of("", "urn:x:1", "http://x.test/a?b=c&d=e#f", "cid:1", "a/é");

    private final Chance chance;
    private final boolean astral;

    TextMaking(Chance chance, boolean astral) {
        this.chance = chance;
        this.astral = astral;
    }

    /** A value of that type; where white space says nothing, it is collapsed. */
    String of(TextRule rule) {
        if (chance.oneIn(5) && rule.accepts("")) {
            return "";
        }
        for (int i = 0; i < TRIES; i++) {
            String made = candidate(rule);
            String text = rule.kind().collapses() ? XmlText.collapse(made) : made;
            if (rule.accepts(text)) {
                return text;
            }
        }
        throw new IllegalStateException("No text was found for: " + rule.words().english());
    }

    /** Any text; line breaks in it only if they mean something there. */
    String any(boolean lines) {
        StringBuilder text = new StringBuilder();
        for (int i = chance.upTo(2); i >= 0; i--) {
            String piece = lines && chance.oneIn(3) ? chance.of(BROKEN_LINES) : chance.of(ODD);
            text.append(text.isEmpty() || chance.oneIn(2) ? "" : " ").append(piece);
        }
        String made = astral ? text.toString() : basic(text.toString());
        return lines ? made : XmlText.collapse(made);
    }

    private String candidate(TextRule rule) {
        if (!rule.allowed().isEmpty()) {
            return chance.of(List.copyOf(new TreeSet<>(rule.allowed())));
        }
        if (!rule.known().isEmpty() && !chance.oneIn(4)) {
            return chance.of(List.copyOf(new TreeSet<>(rule.known())));
        }
        if (rule.regex() != null) {
            return PatternText.of(Objects.requireNonNull(rule.regex()), chance, astral);
        }
        return switch (rule.kind()) {
            case STRING -> cut(any(true), rule);
            case TOKEN -> cut(any(false), rule);
            case URI -> chance.of(ADDRESSES);
            case BOOLEAN -> chance.of(List.of("true", "false", "1", "0"));
            case INTEGER -> chance.oneIn(2) ? chance.of(INTEGERS) : Integer.toString(chance.upTo(99));
            case DECIMAL -> chance.of(DECIMALS);
            case DATE -> chance.of(DATES);
            case DATE_TIME -> chance.of(MOMENTS);
            case BINARY -> "";
        };
    }

    private static String cut(String text, TextRule rule) {
        if (text.length() <= rule.maxLength()) {
            return text;
        }
        int end = rule.maxLength();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static String basic(String text) {
        return text.codePoints()
                .filter(c -> c < Character.MIN_SUPPLEMENTARY_CODE_POINT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
