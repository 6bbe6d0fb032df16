package vn.dancu.bus.audit.evidence.file;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Recognises and removes the layers around an evidence file: gzip, Zstandard, OpenPGP. */
public final class EvidenceFileOpener {

    private static final int BUFFER = 64 * 1024;
    private static final int MAX_LAYERS = 3;

    /** The content of the file without its compression and encryption. */
    public static InputStream open(Path file, @Nullable DecryptionKey key) throws IOException {
        InputStream content = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            for (int i = 0; i < MAX_LAYERS; i++) {
                InputStream inner = unwrap(content, key);
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

    private static InputStream unwrap(InputStream content, @Nullable DecryptionKey key) throws IOException {
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
            return OpenPgp.decrypt(content, key);
        }
        return content;
    }

    private EvidenceFileOpener() {}
}
