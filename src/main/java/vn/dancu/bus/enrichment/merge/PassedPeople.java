package vn.dancu.bus.enrichment.merge;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * People whom a file named and left as they were, so that no row of the register says that it did; a bit a person. For one thread.
 *
 * <p>Packed they are steps from one to the next in their order, as numbers of seven bits a byte with the low bits first, deflated: nearly
 * nothing for a file in the order of the register, two bytes a person for one in another order.
 */
public final class PassedPeople {

    private static final int PAGE_BITS = 20;
    private static final int SEVEN_BITS = 7;
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;

    private final Map<Long, BitSet> pages = new HashMap<>();

    boolean isEmpty() {
        return pages.isEmpty();
    }

    boolean has(long person) {
        BitSet page = pages.get(person >> PAGE_BITS);
        return page != null && page.get(place(person));
    }

    private static int place(long person) {
        return (int) (person & ((1 << PAGE_BITS) - 1));
    }

    /** Adds those of a chunk. */
    public void add(byte[] packed) {
        long person = 0;
        long step = 0;
        int shift = 0;
        for (byte part : unpacked(packed)) {
            step |= (long) (part & LOW) << shift;
            shift += SEVEN_BITS;
            if (part >= 0) {
                person += step;
                pages.computeIfAbsent(person >> PAGE_BITS, page -> new BitSet()).set(place(person));
                step = 0;
                shift = 0;
            }
        }
    }

    private static byte[] unpacked(byte[] packed) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(long[] people) {
        long[] ordered = people.clone();
        Arrays.sort(ordered);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                new BufferedOutputStream(new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED), 1 << 12))) {
            long last = 0;
            for (long person : ordered) {
                long step = person - last;
                last = person;
                while (step >= MORE) {
                    out.write((int) (step & LOW) | MORE);
                    step >>>= SEVEN_BITS;
                }
                out.write((int) step);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
