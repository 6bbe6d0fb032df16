package vn.dancu.bus.camel.axis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisFailure.Kind;
import vn.dancu.bus.kernel.Sha256;

/**
 * A document as it comes from the axis, to be read once as an {@link InputStream}. At its end it is compared with what the axis has
 * said of it; one that differs was cut or changed on the way, and reading it fails.
 *
 * <p>It is no stream itself, so that no step of a route copies it into memory.
 */
public final class FetchedDocument implements AutoCloseable {

    private final InputStream stream;

    FetchedDocument(InputStream content, @Nullable String sha256, @Nullable Long length) {
        this.stream = sha256 == null && length == null ? content : new Compared(content, sha256, length);
    }

    InputStream stream() {
        return stream;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** A document may hold personal data: never its content. */
    @Override
    public String toString() {
        return "FetchedDocument[masked]";
    }

    private static final class Compared extends FilterInputStream {

        private final MessageDigest digest = Sha256.digest();
        private final @Nullable String sha256;
        private final @Nullable Long length;
        private long read;

        Compared(InputStream content, @Nullable String sha256, @Nullable Long length) {
            super(content);
            this.sha256 = sha256;
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int got = in.read(bytes, from, count);
            if (got < 0) {
                compare();
            } else {
                digest.update(bytes, from, got);
                read += got;
            }
            return got;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void compare() {
            if (length != null && length != read) {
                throw other("a document of the length that its list gives");
            }
            byte[] hash = cloned().digest();
            if (sha256 != null && !matches(sha256, hash)) {
                throw other("a document with the hash that its list gives");
            }
        }

        private static AxisFailure other(String rule) {
            return AxisFailure.of(Kind.UNREADABLE, "content", rule, null);
        }

        // A reader may ask for the end more than once.
        private MessageDigest cloned() {
            try {
                return (MessageDigest) digest.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("SHA-256 of every JDK can be cloned", e);
            }
        }

        /** The axis' kit writes each byte without a leading zero; another server may write it whole. */
        private static boolean matches(String said, byte[] hash) {
            StringBuilder kits = new StringBuilder();
            for (byte one : hash) {
                kits.append(Integer.toHexString(one & 0xff));
            }
            return said.equalsIgnoreCase(HexFormat.of().formatHex(hash)) || said.equalsIgnoreCase(kits.toString());
        }
    }
}
