package vn.dancu.bus.audit.evidence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * A file that has its name only when it is whole and on the disk: it is written under another name, forced, and renamed.
 * Whatever ends it before leaves a {@code .part} that is written over next time.
 */
final class WholeFile implements AutoCloseable {

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final MessageDigest digest = Hashes.sha256();
    private final OutputStream out;
    private boolean whole;

    WholeFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        this.out = new DigestOutputStream(new Open(Channels.newOutputStream(channel)), digest);
    }

    /** Closing it leaves the file open. */
    OutputStream out() {
        return out;
    }

    /** Gives the file its name. The hash over its content is given back. */
    byte[] finish() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
        whole = true;
        return digest.digest();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!whole) {
            Files.deleteIfExists(part);
        }
    }

    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
