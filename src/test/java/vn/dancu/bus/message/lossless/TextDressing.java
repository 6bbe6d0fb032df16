package vn.dancu.bus.message.lossless;

import java.util.List;

/** Writes character data in one of the ways that say the same. */
final class TextDressing {

    private static final List<String> SPACES = List.of("", "", "", " ", "\n    ", "\t", " \r\n ");
    private static final List<String> ASIDES =
            List.of("<!-- lời bàn <b>&amp; -->", "<!---->", "<?pi?>", "<?xml-x a=\"b\" <?>", "<!--\n-->");

    private final Chance chance;
    private final StringBuilder xml;

    TextDressing(Chance chance, StringBuilder xml) {
        this.chance = chance;
        this.xml = xml;
    }

    /** A comment or a processing instruction, sometimes. */
    void asides() {
        if (chance.oneIn(12)) {
            xml.append(chance.of(ASIDES));
        }
    }

    /** Text of an element; where white space says nothing, with more of it. */
    void text(String text, boolean collapses) {
        if (collapses) {
            xml.append(chance.of(SPACES));
        }
        asides();
        boolean plain = chance.oneIn(2);
        int at = 0;
        while (at < text.length()) {
            if (!plain && chance.oneIn(12)) {
                at = cdata(text, at);
                continue;
            }
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (collapses && c == ' ' && chance.oneIn(4)) {
                xml.append(" \n ");
            } else {
                character(c, !plain && chance.oneIn(8), false);
            }
            if (!plain && chance.oneIn(30)) {
                asides();
            }
        }
        asides();
        if (collapses) {
            xml.append(chance.of(SPACES));
        }
    }

    /** The value of an attribute in quotes of either kind. */
    String quoted(String value) {
        int start = xml.length();
        char quote = chance.oneIn(3) ? '\'' : '"';
        boolean plain = chance.oneIn(2);
        xml.append(quote);
        value.codePoints().forEach(c -> character(c, c == quote || (!plain && chance.oneIn(8)), true));
        String quoted = xml.append(quote).substring(start);
        xml.setLength(start);
        return quoted;
    }

    /** Base64 with line breaks, and what may stand between characters. */
    void base64(String encoded) {
        xml.append(chance.of(SPACES));
        int line = chance.oneIn(2) ? encoded.length() : 4 + 4 * chance.upTo(18);
        for (int at = 0; at < encoded.length(); at += line) {
            String part = encoded.substring(at, Math.min(encoded.length(), at + line));
            boolean section = chance.oneIn(8);
            xml.append(section ? "<![CDATA[" : "").append(part).append(section ? "]]>" : "");
            asides();
            xml.append(at + line < encoded.length() ? "\n" : "");
        }
        xml.append(chance.of(SPACES));
    }

    // As much of the text as a section can hold: no end of a section, and no carriage return, which only a reference
    // saves.
    private int cdata(String text, int from) {
        int to = Math.min(text.length(), from + 1 + chance.upTo(20));
        int end = text.indexOf("]]>", from);
        int broken = text.indexOf('\r', from);
        to = end >= 0 ? Math.min(to, end + 2) : to;
        to = broken >= 0 ? Math.min(to, broken) : to;
        if (to < text.length() && to > from && Character.isHighSurrogate(text.charAt(to - 1))) {
            to++;
        }
        if (to > from) {
            xml.append("<![CDATA[").append(text, from, to).append("]]>");
            return to;
        }
        character('\r', true, false);
        return from + 1;
    }

    // What white space means in an attribute only a reference saves (XML 1.0, §3.3.3).
    private void character(int c, boolean reference, boolean attribute) {
        if (reference || c == '\r' || (attribute && (c == '\n' || c == '\t'))) {
            String hex = Integer.toHexString(c);
            xml.append(chance.oneIn(2) ? "&#" + c + ";" : "&#x" + hex + ";");
            return;
        }
        switch (c) {
            case '<' -> xml.append("&lt;");
            case '&' -> xml.append("&amp;");
            case '>' -> xml.append(chance.oneIn(2) && !endsSection() ? ">" : "&gt;");
            case '"' -> xml.append(chance.oneIn(2) && !attribute ? "\"" : "&quot;");
            case '\'' -> xml.append(chance.oneIn(2) && !attribute ? "'" : "&apos;");
            default -> xml.appendCodePoint(c);
        }
    }

    private boolean endsSection() {
        return xml.length() >= 2 && xml.charAt(xml.length() - 1) == ']' && xml.charAt(xml.length() - 2) == ']';
    }
}
