package vn.dancu.bus.enrichment.file.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.dancu.bus.enrichment.file.TextEncoding;

/**
 * In which encoding a piece of Vietnamese text probably is; nothing where it is plain ASCII or where no encoding makes words of it.
 * The answer goes into refusals and never decides how a file is read.
 */
final class LikelyEncoding {

    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    private static final Charset TCVN3 = new Tcvn3();
    private static final int ASCII = 0x80;
    private static final Pattern NOT_IN_A_WORD = Pattern.compile("[\\p{ASCII}&&[^A-Za-z]]+");
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    /** A syllable whose tone was taken off, decomposed: what may begin it, its vowels, what may end it. */
    private static final Pattern SYLLABLE =
            Pattern.compile(decomposed("(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
                    + "(?:uyê|uya|uyu|uây|oai|oay|oao|oeo|iêu|yêu|ươi|ươu|uôi|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|"
                    + "uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|ă|â|ê|ô|ơ|ư|[aeiouy])(?:ch|ng|nh|[cmnpt])?"));

    static Optional<TextEncoding> of(byte[] bytes, int length) {
        if (length > 1 && (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF))) {
            return Optional.of(starts(bytes, 0xFF, 0xFE) ? TextEncoding.UTF_16LE : TextEncoding.UTF_16BE);
        }
        int zeros = 0;
        int evenZeros = 0;
        int high = 0;
        for (int i = 0; i < length; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
            evenZeros += bytes[i] == 0 && i % 2 == 0 ? 1 : 0;
            high += bytes[i] < 0 ? 1 : 0;
        }
        if (zeros > length / 4) {
            return Optional.of(evenZeros > zeros / 2 ? TextEncoding.UTF_16BE : TextEncoding.UTF_16LE);
        }
        if (high == 0) {
            return Optional.empty();
        }
        return isUtf8(bytes, length) ? Optional.of(TextEncoding.UTF_8) : ofOneByte(bytes, length);
    }

    private static Optional<TextEncoding> ofOneByte(byte[] bytes, int length) {
        double windows = wordShare(bytes, length, WINDOWS_1258);
        double tcvn3 = wordShare(bytes, length, TCVN3);
        double least = 0.5;
        if (Math.max(windows, tcvn3) < least || windows == tcvn3) {
            return Optional.empty();
        }
        return Optional.of(windows > tcvn3 ? TextEncoding.WINDOWS_1258 : TextEncoding.TCVN3);
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    /** Whether it is UTF-8, apart from a character that is cut at the end. */
    private static boolean isUtf8(byte[] bytes, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        return decoder.decode(ByteBuffer.wrap(bytes, 0, length), CharBuffer.allocate(length), false)
                .isUnderflow();
    }

    /** How many of the words with a letter beyond ASCII are Vietnamese syllables, 0 to 1. */
    private static double wordShare(byte[] bytes, int length, Charset charset) {
        int words = 0;
        int syllables = 0;
        for (String word : NOT_IN_A_WORD.split(text(bytes, length, charset))) {
            if (word.chars().anyMatch(letter -> letter >= ASCII)) {
                words++;
                syllables += isSyllable(word) ? 1 : 0;
            }
        }
        return words == 0 ? 0 : (double) syllables / words;
    }

    private static boolean isSyllable(String word) {
        String letters = decomposed(word.toLowerCase(Locale.ROOT));
        String toneless = TONES.matcher(letters).replaceAll("");
        return letters.length() - toneless.length() <= 1
                && SYLLABLE.matcher(toneless).matches();
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static String text(byte[] bytes, int length, Charset charset) {
        CharBuffer text = CharBuffer.allocate(length);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(bytes, 0, length), text, true);
        return result.isUnderflow() ? text.flip().toString() : "";
    }

    private LikelyEncoding() {}
}
