package vn.dancu.bus.listing.work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import vn.dancu.bus.kernel.SecretBox;

/** Pieces at rest: deflated, and sealed with their place, so that none can be taken for another. */
record PieceSeal(SecretBox box) {

    /** Of the box. */
    static final String USE = "listing/piece";

    private static final int PLACE = 20;

    byte[] seal(UUID request, int number, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4 + PLACE);
        bytes.writeBytes(place(request, number));
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return box.seal(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException for what is not that piece */
    byte[] open(UUID request, int number, byte[] sealed) {
        byte[] clear = box.open(sealed);
        if (!ByteBuffer.wrap(clear, 0, PLACE).equals(ByteBuffer.wrap(place(request, number)))) {
            throw new IllegalArgumentException("A piece stands in the place of another");
        }
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(clear, PLACE, clear.length - PLACE))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] place(UUID request, int number) {
        return ByteBuffer.allocate(PLACE)
                .putLong(request.getMostSignificantBits())
                .putLong(request.getLeastSignificantBits())
                .putInt(number)
                .array();
    }
}
