package vn.dancu.bus.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryArchiveTest {

    @TempDir
    Path folder;

    private Path libraries;
    private Path archive;

    @BeforeEach
    void libraries() throws IOException {
        libraries = folder.resolve("libraries.jar");
        archive = folder.resolve("libraries.jsa");
        new JarOutputStream(Files.newOutputStream(libraries), new Manifest()).close();
        Files.writeString(folder.resolve("libraries.classes"), "java/lang/Object\njava/util/ArrayList\n");
    }

    @Test
    void makesAnArchiveThatTheJvmTakesWithFurtherFoldersOnTheClassPath() {
        String classPath = libraries + File.pathSeparator + "target/classes";

        new LibraryArchive(classPath).makeIfAbsent();

        await().atMost(Duration.ofMinutes(2)).until(() -> exitOfJava(classPath) == 0);
    }

    @Test
    void leavesAnArchiveThatIsNewerThanTheLibraries() throws IOException {
        Files.writeString(archive, "made before");
        Files.setLastModifiedTime(
                libraries, FileTime.fromMillis(archive.toFile().lastModified() - 10_000));

        new LibraryArchive(libraries.toString()).makeIfAbsent();

        assertThat(folder.resolve("archive.log")).doesNotExist();
    }

    @Test
    void makesNoneWhereTheClassPathBeginsWithSomethingElse() {
        new LibraryArchive("target/classes" + File.pathSeparator + libraries).makeIfAbsent();

        assertThat(folder.resolve("archive.log")).doesNotExist();
    }

    private int exitOfJava(String classPath) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:on",
                        "-XX:SharedArchiveFile=" + archive,
                        "-cp",
                        classPath,
                        "-version")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("java.log").toFile())
                .start()
                .waitFor();
    }
}
