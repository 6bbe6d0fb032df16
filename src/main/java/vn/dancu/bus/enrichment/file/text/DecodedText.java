package vn.dancu.bus.enrichment.file.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.enrichment.file.TextEncoding;

/**
 * The text of a file in the encoding that was declared. Where the bytes are not in it, reading ends with
 * {@link FileFault#ENCODING_WRONG}, whose hint is the likely encoding. What was read before is right.
 */
public final class DecodedText extends Reader {

    private static final int BLOCK = 64 * 1024;

    private final InputStream bytes;
    private final TextEncoding encoding;
    private final CharsetDecoder decoder;
    private final byte[] block;
    private final ByteBuffer undecoded;
    private boolean complete;
    private boolean ended;
    private char last;

    private DecodedText(InputStream bytes, TextEncoding encoding, byte[] block, int from, int length) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.block = block;
        this.undecoded = ByteBuffer.wrap(block, from, length - from);
        this.decoder = charset(encoding, block)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * @param declared null where nothing was declared, which is refused
     * @throws FileFaultException when nothing was declared, or the beginning shows that the declaration is wrong
     */
    public static DecodedText open(InputStream bytes, @Nullable TextEncoding declared) throws IOException {
        byte[] block = new byte[BLOCK];
        int length = bytes.readNBytes(block, 0, BLOCK);
        Optional<TextEncoding> likely = LikelyEncoding.of(block, length);
        if (declared == null) {
            throw new FileFaultException(
                    FileFault.ENCODING_UNDECLARED,
                    0,
                    likely.orElse(TextEncoding.UTF_8).code());
        }
        int mark = byteOrderMark(block, length);
        if (declared == TextEncoding.UTF_16 && length > 0 && mark != 2) {
            throw wrong(likely);
        }
        if (mark == 3 ? declared != TextEncoding.UTF_8 : disagrees(declared, likely)) {
            throw wrong(mark == 3 ? Optional.of(TextEncoding.UTF_8) : likely);
        }
        return new DecodedText(bytes, declared, block, mark, length);
    }

    /** Whether everything was handed out and the last character is no end of a line. */
    public boolean isCut() {
        return ended && last != '\n' && last != '\r';
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(chars, offset, length);
        while (!ended) {
            CoderResult result = decoder.decode(undecoded, out, complete);
            int decoded = out.position() - offset;
            if (decoded > 0) {
                last = chars[offset + decoded - 1];
                return decoded;
            }
            if (result.isError()) {
                throw complete && undecoded.remaining() == result.length() && !isOneByte(encoding)
                        ? new FileFaultException(FileFault.FILE_CUT, 0, "")
                        : wrong(LikelyEncoding.of(block, undecoded.limit()).filter(likely -> likely != encoding));
            }
            if (complete) {
                ended = true;
            } else {
                fill();
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        undecoded.compact();
        int kept = undecoded.position();
        int length = bytes.readNBytes(block, kept, BLOCK - kept);
        complete = length < BLOCK - kept;
        undecoded.position(0).limit(kept + length);
        if (isOneByte(encoding)) {
            Optional<TextEncoding> likely = LikelyEncoding.of(block, kept + length);
            if (disagrees(encoding, likely)) {
                throw wrong(likely);
            }
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static FileFaultException wrong(Optional<TextEncoding> likely) {
        return new FileFaultException(
                FileFault.ENCODING_WRONG, 0, likely.map(TextEncoding::code).orElse(""));
    }

    private static boolean isOneByte(TextEncoding encoding) {
        return encoding == TextEncoding.WINDOWS_1258 || encoding == TextEncoding.TCVN3;
    }

    /** Whether the text is surely in another encoding; text that does not decode shows itself later, at its line. */
    private static boolean disagrees(TextEncoding declared, Optional<TextEncoding> likely) {
        return switch (declared) {
            case UTF_8, UTF_16LE, UTF_16BE ->
                likely.filter(DecodedText::hasTwoBytes)
                        .filter(other -> other != declared)
                        .isPresent();
            case UTF_16 -> false;
            case WINDOWS_1258, TCVN3 ->
                likely.filter(other -> other != declared).isPresent();
        };
    }

    private static boolean hasTwoBytes(TextEncoding encoding) {
        return encoding == TextEncoding.UTF_16LE || encoding == TextEncoding.UTF_16BE;
    }

    private static int byteOrderMark(byte[] block, int length) {
        if (length >= 3 && block[0] == (byte) 0xEF && block[1] == (byte) 0xBB && block[2] == (byte) 0xBF) {
            return 3;
        }
        boolean little = length >= 2 && block[0] == (byte) 0xFF && block[1] == (byte) 0xFE;
        boolean big = length >= 2 && block[0] == (byte) 0xFE && block[1] == (byte) 0xFF;
        return little || big ? 2 : 0;
    }

    /** The byte order mark was read already, by which the charset of UTF-16 would know its order. */
    private static Charset charset(TextEncoding encoding, byte[] block) {
        if (encoding != TextEncoding.UTF_16) {
            return encoding.charset();
        }
        return block[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
