package vn.dancu.bus.enrichment.file.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * TCVN 5712:1993 in its form VN3, which the fonts .VnTime show: one byte a letter, ASCII below. It has no capitals with tones: a
 * capital font shows the small letters, so small letters are read, and a capital is written as its small letter.
 */
public final class Tcvn3 extends Charset {

    private static final int FIRST = 0xA1;
    private static final char NONE = '\uFFFF';
    private static final String LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ\uFFFF\uFFFF\uFFFF\uFFFF\uFFFF\uFFFFàảãáạ\uFFFFằẳẵắ"
            + "\uFFFF\uFFFF\uFFFF\uFFFF\uFFFF\uFFFF\uFFFFặầẩẫấậè\uFFFFẻẽéẹềểễếệìỉ\uFFFF\uFFFF\uFFFFĩíịò"
            + "\uFFFFỏõóọồổỗốộờởỡớợù\uFFFFủũúụừửữứựỳỷỹýỵ";
    private static final char[] DECODED = decoded();
    private static final byte[] ENCODED = encoded();

    public Tcvn3() {
        super("x-TCVN3", new String[0]);
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(StandardCharsets.US_ASCII);
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    char letter = DECODED[in.get(in.position()) & 0xFF];
                    if (letter == NONE) {
                        return CoderResult.malformedForLength(1);
                    }
                    in.get();
                    out.put(letter);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 1, 1) {
            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    char letter = in.get(in.position());
                    if (letter >= ENCODED.length || (ENCODED[letter] == 0 && letter != 0)) {
                        return CoderResult.unmappableForLength(1);
                    }
                    in.get();
                    out.put(ENCODED[letter]);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    private static char[] decoded() {
        char[] letters = new char[256];
        Arrays.fill(letters, NONE);
        for (char ascii = 0; ascii < 0x80; ascii++) {
            letters[ascii] = ascii;
        }
        LETTERS.getChars(0, LETTERS.length(), letters, FIRST);
        return letters;
    }

    private static byte[] encoded() {
        byte[] bytes = new byte['\u1EFA'];
        for (int b = 0; b < DECODED.length; b++) {
            if (DECODED[b] != NONE) {
                bytes[DECODED[b]] = (byte) b;
            }
        }
        for (int b = FIRST; b < DECODED.length; b++) {
            char capital = DECODED[b] == NONE ? NONE : Character.toUpperCase(DECODED[b]);
            if (capital != NONE && bytes[capital] == 0) {
                bytes[capital] = (byte) b;
            }
        }
        return bytes;
    }
}
