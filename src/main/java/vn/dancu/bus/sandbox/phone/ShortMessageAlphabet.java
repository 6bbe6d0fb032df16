package vn.dancu.bus.sandbox.phone;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a handset makes of bytes and of letters: GSM 03.38 with its extension table, UCS-2, Latin-1 (data_coding 0, 8, 3). */
enum ShortMessageAlphabet {
    GSM(0, 160, 153),
    LATIN(3, 140, 134),
    UCS2(8, 70, 67);

    private static final char ESCAPE = '\u001b';

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Characters and the codes that follow the escape. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private static final byte[] EXTENDED_CODES = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

    final int dataCoding;

    /** How many characters fit into a message alone, a character of the extension table counting twice. */
    final int single;

    /** The same for a part of a longer message. */
    final int part;

    ShortMessageAlphabet(int dataCoding, int single, int part) {
        this.dataCoding = dataCoding;
        this.single = single;
        this.part = part;
    }

    /** GSM where it has every character, UCS-2 otherwise, as handsets choose. */
    static ShortMessageAlphabet of(String text) {
        return text.chars().allMatch(c -> c != ESCAPE && (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0))
                ? GSM
                : UCS2;
    }

    /** The letters as bytes; a letter that the alphabet lacks becomes a question mark. */
    byte[] encode(String text) {
        return switch (this) {
            case UCS2 -> text.getBytes(StandardCharsets.UTF_16BE);
            case LATIN -> text.getBytes(StandardCharsets.ISO_8859_1);
            case GSM -> gsm(text);
        };
    }

    /** How many characters of room that one takes. */
    int room(int character) {
        return this == GSM && EXTENDED.indexOf(character) >= 0 ? 2 : Character.charCount(character);
    }

    /** The text of such bytes; hexadecimal for data codings that are no text. */
    static String decode(int dataCoding, byte[] bytes) {
        boolean isClass = (dataCoding & 0xf0) == 0x10;
        return switch (isClass ? dataCoding & 0x0c : dataCoding) {
            case 0, 1, 0xf0, 0xf1, 0xf2, 0xf3 -> gsm(bytes);
            case 3 -> new String(bytes, StandardCharsets.ISO_8859_1);
            case 8 -> new String(bytes, StandardCharsets.UTF_16BE);
            default -> HexFormat.of().formatHex(bytes);
        };
    }

    private static byte[] gsm(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int basic = BASIC.indexOf(text.charAt(i));
            int extended = EXTENDED.indexOf(text.charAt(i));
            if (extended >= 0) {
                bytes.write(ESCAPE);
                bytes.write(EXTENDED_CODES[extended]);
            } else {
                bytes.write(basic >= 0 ? basic : '?');
            }
        }
        return bytes.toByteArray();
    }

    private static String gsm(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            boolean escaped = bytes[i] == ESCAPE && i + 1 < bytes.length;
            text.append(escaped ? extended(bytes[++i]) : bytes[i] < 0 ? '?' : BASIC.charAt(bytes[i]));
        }
        return text.toString();
    }

    private static char extended(byte code) {
        for (int i = 0; i < EXTENDED_CODES.length; i++) {
            if (EXTENDED_CODES[i] == code) {
                return EXTENDED.charAt(i);
            }
        }
        return code < 0 ? '?' : BASIC.charAt(code);
    }
}
