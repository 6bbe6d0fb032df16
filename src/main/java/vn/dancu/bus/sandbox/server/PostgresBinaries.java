package vn.dancu.bus.sandbox.server;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.lang3.SystemUtils;
import org.tukaani.xz.XZInputStream;
import vn.dancu.bus.kernel.Sha256;

/** The PostgreSQL programs of the class path, unpacked once for each version of them. */
final class PostgresBinaries {

    private static final int DIGITS_OF_DIGEST = 16;
    private static final int OWNER_MAY_RUN = 0100;

    /** The folder with {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked(CacheFolder cache) throws IOException {
        byte[] archive = archive();
        return cache.entry("postgresql-" + digest(archive), home -> unpack(archive, home));
    }

    private static byte[] archive() throws IOException {
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture())) {
            return archive.readAllBytes();
        }
    }

    private static String system() {
        if (SystemUtils.IS_OS_WINDOWS) {
            return "Windows";
        }
        return SystemUtils.IS_OS_MAC_OSX ? "Darwin" : "Linux";
    }

    private static String architecture() {
        return "amd64".equals(SystemUtils.OS_ARCH) ? "x86_64" : SystemUtils.OS_ARCH.toLowerCase(Locale.ROOT);
    }

    private static String digest(byte[] archive) {
        return Sha256.hex(archive).substring(0, DIGITS_OF_DIGEST);
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        try (TarArchiveInputStream files =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                Path target = home.resolve(file.getName()).normalize();
                FileUtils.createParentDirectories(target.toFile());
                unpack(files, file, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream files, TarArchiveEntry file, Path target) throws IOException {
        if (file.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.deleteIfExists(target);
        if (file.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(file.getLinkName()));
            return;
        }
        Files.copy(files, target);
        if ((file.getMode() & OWNER_MAY_RUN) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + target + " executable");
        }
    }

    private PostgresBinaries() {}
}
