package vn.dancu.bus.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DialectWiringTest {

    private static final Path BUILT_IN = Path.of("src/main/resources/dialects");

    private final ApplicationContextRunner bus =
            new ApplicationContextRunner().withUserConfiguration(DialectWiring.class);

    @Test
    void speaksTheBuiltInDialectsWithoutAFolder() {
        bus.withPropertyValues("dancu.dialect.folder=")
                .run(started -> assertThat(started.getBean(Dialects.class).all())
                        .extracting(Dialect::name)
                        .contains("official", "live"));
    }

    @Test
    void speaksThoseOfTheFolderToo(@TempDir Path folder) throws IOException {
        pack(folder, "name: live", "name: own");

        bus.withPropertyValues("dancu.dialect.folder=" + folder)
                .run(started -> assertThat(started.getBean(Dialects.class).all())
                        .extracting(Dialect::name)
                        .contains("official", "own"));
    }

    @Test
    void stopsTheStartForABrokenPackAndSaysWhereItIs(@TempDir Path folder) throws IOException {
        pack(folder, "name: live", "name: own\nname: own");

        bus.withPropertyValues("dancu.dialect.folder=" + folder).run(started -> assertThat(started)
                .getFailure()
                .rootCause()
                .isInstanceOf(DialectPackException.class)
                .hasMessageContaining(folder + "/own/dialect.yaml:3:1: name stands twice"));
    }

    private static void pack(Path folder, String text, String other) throws IOException {
        String pack = Files.readString(BUILT_IN.resolve("live/dialect.yaml")).replace(text, other);
        Files.writeString(Files.createDirectory(folder.resolve("own")).resolve("dialect.yaml"), pack);
    }
}
