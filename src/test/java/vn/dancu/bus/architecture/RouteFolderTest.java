package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.shelf.lint.RouteFolder;
import vn.dancu.bus.shelf.lint.RouteLint;
import vn.dancu.bus.shelf.lint.RouteReport;

/** The shipped {@code routes/}, by the lint that the bus itself applies. */
class RouteFolderTest {

    private static final Path FOLDER = Path.of("routes");

    @Test
    void keepsToTheVocabulary() throws IOException {
        RouteReport report = RouteLint.check(RouteFolder.read(FOLDER));

        assertThat(report.right()).as("routes/ has files").isNotEmpty();
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void holdsNothingButRoutesAndTheirExplanation() throws IOException {
        assertThat(HouseFiles.under(FOLDER))
                .allMatch(file -> file.endsWith("README.md") || file.toString().endsWith(".camel.yaml"));
    }
}
