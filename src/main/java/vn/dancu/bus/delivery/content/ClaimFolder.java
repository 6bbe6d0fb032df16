package vn.dancu.bus.delivery.content;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.kernel.Sha256;

/** Bodies as files, each under its id, written under another name first: a file that has its name is whole. */
final class ClaimFolder {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClaimFolder.class);
    private static final String PART = ".part";
    private static final String WHOLE = ".claim";

    private final Path folder;
    private final long reserve;
    private final SealedSegments segments;

    ClaimFolder(Path folder, long reserve, SecretBox box) {
        this.folder = folder;
        this.reserve = reserve;
        this.segments = new SealedSegments(box);
    }

    ClaimCheck store(InputStream content, long limit) throws IOException {
        UUID id = UUID.randomUUID();
        Path part = folder.resolve(id + PART);
        Counter counter = new Counter(new Reading(content), limit);
        try {
            Files.createDirectories(folder);
            write(id, counter, part);
            Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException e) {
            delete(part);
            delete(path(id));
            if (e instanceof ReadFailure) {
                throw e;
            }
            LOGGER.atError().setCause(e).log("The folder of large bodies cannot be written");
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        } catch (BusException e) {
            delete(part);
            throw e;
        }
        return new ClaimCheck(id, counter.length, HexFormat.of().formatHex(counter.digest.digest()));
    }

    private void write(UUID id, Counter counter, Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 17))) {
            segments.write(id, counter.source, out, counter);
            out.flush();
            channel.force(true);
        }
    }

    InputStream open(UUID id) {
        try {
            InputStream file = new BufferedInputStream(Files.newInputStream(path(id)), 1 << 17);
            try {
                return segments.read(id, file);
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    /** The bodies whose files were written before that moment; parts of files among them are deleted at once. */
    List<UUID> olderThan(Instant moment) {
        List<UUID> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*{" + PART + "," + WHOLE + "}")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(PART)) {
                        delete(file);
                    } else {
                        found.add(UUID.fromString(name.substring(0, name.length() - WHOLE.length())));
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(UUID id) {
        delete(path(id));
    }

    private Path path(UUID id) {
        return folder.resolve(id + WHOLE);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOGGER.atWarn().setCause(e).log("A file of a large body cannot be deleted");
        }
    }

    /** So that the name of the file survives a crash too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The content could not be read; the folder is not at fault. */
    private static final class ReadFailure extends IOException {
        private static final long serialVersionUID = 1L;

        ReadFailure(IOException cause) {
            super("The content cannot be read", cause);
        }
    }

    /** Tells a failure of the source from one of the disk. */
    private static final class Reading extends InputStream {
        private final InputStream source;

        Reading(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return source.read(target, offset, length);
            } catch (IOException e) {
                throw new ReadFailure(e);
            }
        }
    }

    /** Counts and digests what is written, and stops it at the limit and at the reserve of the disk. */
    private final class Counter implements SealedSegments.Watcher {
        private static final long CHECK_BYTES = 16L << 20;

        private final InputStream source;
        private final long limit;
        private final MessageDigest digest = Sha256.digest();
        private long length;
        private long nextCheck;

        Counter(InputStream source, long limit) {
            this.source = source;
            this.limit = limit;
        }

        @Override
        public void next(byte[] content, int count) throws IOException {
            length += count;
            if (length > limit) {
                throw BusException.of(ErrorCode.MESSAGE_TOO_LARGE);
            }
            if (length >= nextCheck) {
                nextCheck = length + CHECK_BYTES;
                if (Files.getFileStore(folder).getUsableSpace() < reserve) {
                    throw new IOException("The disk has less free space than dancu.delivery.reserve");
                }
            }
            digest.update(content, 0, count);
        }
    }
}
