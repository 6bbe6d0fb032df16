package vn.dancu.bus.citizen.sms;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import vn.dancu.bus.kernel.SecretBox;

/**
 * Six digits that nobody can guess without the key. The code of a text is always the same, so that a text that is handled again after
 * a crash gets no second code; another text of the same person gets another one.
 */
final class OneTimeCodes {

    private static final int CODES = 1_000_000;

    private final SecretBox box;

    /** @param box of a use of its own */
    OneTimeCodes(SecretBox box) {
        this.box = box;
    }

    String code(UUID text, byte[] person) {
        byte[] hash = box.hash("code/" + text + "/" + HexFormat.of().formatHex(person));
        return String.format(
                Locale.ROOT, "%06d", Math.floorMod(ByteBuffer.wrap(hash).getLong(), CODES));
    }

    /** What is kept of a code. */
    byte[] hash(String code, byte[] person) {
        return box.hash("kept/" + code + "/" + HexFormat.of().formatHex(person));
    }
}
