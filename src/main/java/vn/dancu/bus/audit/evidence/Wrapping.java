package vn.dancu.bus.audit.evidence;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Takes the wrappings off a file: gzip, Zstandard, OpenPGP. */
final class Wrapping {

    private static final int BUFFER = 64 * 1024;
    private static final int MOST = 3;

    static InputStream open(Path file, Anchors anchors) throws IOException {
        InputStream content = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            for (int i = 0; i < MOST; i++) {
                InputStream inner = unwrap(content, anchors);
                if (inner == content) {
                    return content;
                }
                content = new BufferedInputStream(inner, BUFFER);
            }
            return content;
        } catch (IOException | IllegalArgumentException e) {
            content.close();
            throw e;
        }
    }

    private static InputStream unwrap(InputStream content, Anchors anchors) throws IOException {
        content.mark(4);
        int first = content.read();
        int second = content.read();
        content.reset();
        if (first == 0x1f && second == 0x8b) {
            return new GZIPInputStream(content, BUFFER);
        }
        if (first == 0x28 && second == 0xb5) {
            return new ZstdInputStream(content);
        }
        // The first packet of an OpenPGP message has its highest bit set; an armoured one begins with hyphens.
        if ((first & 0x80) != 0 && first != -1 || first == '-') {
            return OpenPgp.decrypt(content, anchors);
        }
        return content;
    }

    private Wrapping() {}
}
