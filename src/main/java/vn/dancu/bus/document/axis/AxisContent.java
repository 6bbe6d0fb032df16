package vn.dancu.bus.document.axis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.dancu.bus.kernel.Sha256;

/** The edXML of a message to be sent. Its hash goes ahead of it, so it is known before the first byte is read. */
public interface AxisContent {

    /** The bytes from the first on; the caller closes the stream. */
    InputStream open() throws IOException;

    /** Number of bytes. */
    long length();

    /** SHA-256 of the bytes, 64 hex digits in lower case. */
    String sha256();

    /** Content in memory. */
    static AxisContent of(byte[] edxml) {
        byte[] kept = edxml.clone();
        String hash = Sha256.hex(kept);
        return new AxisContent() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(kept);
            }

            @Override
            public long length() {
                return kept.length;
            }

            @Override
            public String sha256() {
                return hash;
            }
        };
    }
}
