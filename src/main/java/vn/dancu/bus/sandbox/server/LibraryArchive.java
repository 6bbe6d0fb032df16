package vn.dancu.bus.sandbox.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive (CDS) from which the JVM takes the classes of the libraries at the next {@code mvn spring-boot:run}, which then
 * needs about half of the processor time. It lies beside the jar that names the libraries, with the list of classes that the
 * JVM writes; where there is no such jar there is no archive. The JVM itself passes over one that does not fit.
 */
final class LibraryArchive {

    private static final Logger LOGGER = LoggerFactory.getLogger(LibraryArchive.class);

    private final Path libraries;

    /** @param classPath of this process, as {@code java.class.path} has it */
    LibraryArchive(String classPath) {
        this.libraries = Path.of(classPath.split(File.pathSeparator, 2)[0]).toAbsolutePath();
    }

    /** Has another process make an archive, beside this one and after it, unless there is one of these libraries. */
    void makeIfAbsent() {
        Path archive = libraries.resolveSibling("libraries.jsa");
        Path classes = libraries.resolveSibling("libraries.classes");
        try {
            if (libraries.endsWith("libraries.jar") && Files.exists(classes) && !isNewer(archive)) {
                make(archive, classes);
            }
        } catch (IOException e) {
            LOGGER.atDebug().setCause(e).log("The archive of the libraries' classes is not made");
        }
    }

    private boolean isNewer(Path archive) throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(libraries)) > 0;
    }

    private void make(Path archive, Path classes) throws IOException {
        new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:dump",
                        "-Xlog:cds=error",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + archive,
                        "-cp",
                        libraries.toString()))
                .redirectErrorStream(true)
                .redirectOutput(libraries.resolveSibling("archive.log").toFile())
                .start();
    }
}
