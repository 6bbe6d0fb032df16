package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The package that this build has made. */
final class PackagedJar {

    private PackagedJar() {}

    static Path path() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches("dancu-bus-[0-9].*\\.jar"))
                    .toList();
            assertThat(jars)
                    .as("one package in target/, as the Dockerfile takes it; clean the folder")
                    .hasSize(1);
            return jars.get(0);
        }
    }
}
