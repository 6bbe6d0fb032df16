package vn.dancu.bus.sandbox.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every sandbox of this user needs and takes long to make: an entry is a folder that is made once and never changed
 * after. Starts at the same time wait for the one that makes it; an entry from which files were deleted is made anew.
 */
final class CacheFolder {

    private static final Logger LOGGER = LoggerFactory.getLogger(CacheFolder.class);
    private static final Duration UNUSED = Duration.ofDays(7);
    private static final String SUMMARY = ".files";

    private final Path root;
    private final Clock clock = Clock.systemUTC();

    /** Makes the content of an entry in that folder; it may find there what a killed process has left. */
    interface Maker {

        void make(Path folder) throws IOException;
    }

    CacheFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    /** The user's cache folder ({@code XDG_CACHE_HOME}, else {@code ~/.cache}); the other one where it cannot be written. */
    static CacheFolder ofUser(Path other) {
        String set = System.getenv("XDG_CACHE_HOME");
        Path caches = set == null || set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
        Path folder = caches.resolve("dancu-bus");
        try {
            Files.createDirectories(folder);
            if (Files.isWritable(folder)) {
                return new CacheFolder(folder);
            }
        } catch (IOException e) {
            LOGGER.atDebug().setCause(e).log("The user's cache folder cannot be made");
        }
        return new CacheFolder(other.resolve("cache"));
    }

    /** The folder of that name, made by the maker unless it is whole already. */
    Path entry(String name, Maker maker) throws IOException {
        Path entry = root.resolve(name);
        if (!isWhole(entry)) {
            make(entry, maker);
        }
        Files.setLastModifiedTime(summaryOf(entry), FileTime.from(clock.instant()));
        return entry;
    }

    private void make(Path entry, Maker maker) throws IOException {
        Files.createDirectories(root);
        synchronized (CacheFolder.class) {
            try (FileChannel channel = FileChannel.open(
                            root.resolve(entry.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !isWhole(entry)) {
                    makeLocked(entry, maker);
                }
            }
        }
    }

    private void makeLocked(Path entry, Maker maker) throws IOException {
        deleteUnused();
        DataFolder.delete(entry);
        Files.deleteIfExists(summaryOf(entry));
        Path making = root.resolve(entry.getFileName() + ".making");
        Files.createDirectories(making);
        maker.make(making);
        Files.writeString(summaryOf(entry), summary(making));
        Files.move(making, entry, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Entries of older versions of the bus, which nobody has asked for in a long time. */
    private void deleteUnused() throws IOException {
        FileTime limit = FileTime.from(clock.instant().minus(UNUSED));
        try (Stream<Path> summaries =
                Files.list(root).filter(file -> file.toString().endsWith(SUMMARY))) {
            for (Path summary : summaries.toList()) {
                if (Files.getLastModifiedTime(summary).compareTo(limit) < 0) {
                    Files.delete(summary);
                    String name = summary.getFileName().toString();
                    DataFolder.delete(root.resolve(name.substring(0, name.length() - SUMMARY.length())));
                }
            }
        }
    }

    private static boolean isWhole(Path entry) throws IOException {
        return Files.isDirectory(entry)
                && Files.exists(summaryOf(entry))
                && Files.readString(summaryOf(entry)).equals(summary(entry));
    }

    private static Path summaryOf(Path entry) {
        return entry.resolveSibling(entry.getFileName() + SUMMARY);
    }

    /** How many files there are and how long they are together. */
    private static String summary(Path folder) throws IOException {
        long[] sums = new long[2];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sums[0]++;
                sums[1] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return sums[0] + " files, " + sums[1] + " bytes\n";
    }
}
