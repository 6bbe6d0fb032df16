package vn.dancu.bus.sandbox.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.FileSystemUtils;

/** The folder in which the embedded servers keep their data. */
final class DataFolder {

    static void delete(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Copies a folder with the permissions of its files: PostgreSQL takes no data that others may read. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /**
     * Locks the folder for this process until the channel is closed or the process ends: two sandboxes on one folder would
     * stop each other's servers.
     */
    static FileChannel lock(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new InvalidConfigurationPropertyValueException(
                    "dancu.sandbox.dir",
                    folder,
                    "thư mục đang được một sandbox khác dùng / another running sandbox uses this folder:"
                            + " stop it, or give dancu.sandbox.dir another folder");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private DataFolder() {}
}
