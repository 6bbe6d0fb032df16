package vn.dancu.bus.audit.evidence.retention;

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
import vn.dancu.bus.kernel.Sha256;

/**
 * A file that appears under its name only when it is complete and on the disk: it is written as {@code .part}, forced, and
 * renamed. A {@code .part} that a crash leaves behind is overwritten by the next attempt.
 */
final class AtomicFile implements AutoCloseable {

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.digest();
    private final OutputStream out;
    private boolean complete;

    AtomicFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        this.out = new DigestOutputStream(new UnclosedStream(Channels.newOutputStream(channel)), digest);
    }

    /** The stream to write to; closing the stream leaves the file open. */
    OutputStream out() {
        return out;
    }

    /** Gives the file its name and returns the SHA-256 of its content. */
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
        complete = true;
        return digest.digest();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!complete) {
            Files.deleteIfExists(part);
        }
    }

    private static final class UnclosedStream extends FilterOutputStream {

        UnclosedStream(OutputStream out) {
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
