package vn.dancu.bus.sms.alphabet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sms.TextAlphabet;

/**
 * What octets say by field {@code data_coding}: its values in SMPP 3.4 §5.2.19, and those of the data coding scheme of GSM (3GPP
 * TS 23.038 §4) that networks hand through.
 */
public final class DataCodingReader {

    private static final Charset CYRILLIC = Charset.forName("ISO-8859-5");
    private static final Charset HEBREW = Charset.forName("ISO-8859-8");

    private static final int ASCII = 0x01;
    private static final int LATIN1 = 0x03;
    private static final int UCS2 = 0x08;
    private static final int LOW_NIBBLE = 0x0f;
    private static final int GSM_ALPHABET = 0x0c;
    private static final int EIGHT_BITS = 0x04;

    /**
     * The text; empty where the coding carries none, is not known, or the octets are not of it.
     *
     * @param dataCoding 0 to 255
     * @param network what coding 0 is at that operator
     */
    public static Optional<String> read(byte[] octets, int dataCoding, TextAlphabet network) {
        return Optional.ofNullable(text(octets, dataCoding, network));
    }

    private static @Nullable String text(byte[] octets, int dataCoding, TextAlphabet network) {
        return switch (dataCoding) {
            case 0x00 -> ofNetwork(octets, network);
            case ASCII -> strict(octets, StandardCharsets.US_ASCII);
            case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
            case 0x06 -> strict(octets, CYRILLIC);
            case 0x07 -> strict(octets, HEBREW);
            case UCS2 -> ucs2(octets);
            default -> ofGsm(octets, dataCoding);
        };
    }

    private static @Nullable String ofNetwork(byte[] octets, TextAlphabet network) {
        return switch (network) {
            case GSM7 -> Gsm7.decode(octets);
            case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
            case UCS2 -> ucs2(octets);
        };
    }

    /** Message classes, compressed and waiting groups; what SMPP itself names below 0x10 is no text that we read. */
    private static @Nullable String ofGsm(byte[] octets, int dataCoding) {
        int group = dataCoding >> 4;
        int alphabet = dataCoding & GSM_ALPHABET;
        return switch (group) {
            case 0x1 ->
                switch (alphabet) {
                    case 0x00 -> Gsm7.decode(octets);
                    case UCS2 -> ucs2(octets);
                    default -> null;
                };
            case 0xc, 0xd -> Gsm7.decode(octets);
            case 0xe -> ucs2(octets);
            case 0xf -> (dataCoding & LOW_NIBBLE & EIGHT_BITS) == 0 ? Gsm7.decode(octets) : null;
            default -> null;
        };
    }

    /** Big-endian; some handsets send a byte order mark, and then it counts. */
    private static @Nullable String ucs2(byte[] octets) {
        if (octets.length >= 2 && octets[0] == (byte) 0xff && octets[1] == (byte) 0xfe) {
            return strict(octets, StandardCharsets.UTF_16LE, 2);
        }
        boolean marked = octets.length >= 2 && octets[0] == (byte) 0xfe && octets[1] == (byte) 0xff;
        return strict(octets, StandardCharsets.UTF_16BE, marked ? 2 : 0);
    }

    private static @Nullable String strict(byte[] octets, Charset charset) {
        return strict(octets, charset, 0);
    }

    private static @Nullable String strict(byte[] octets, Charset charset, int from) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets, from, octets.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private DataCodingReader() {}
}
