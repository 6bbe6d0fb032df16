package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.BundleLint;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteReport;
import vn.dancu.bus.shelf.lint.RouteRule;

/** The shipped {@code routes/}, by the lint that the bus itself applies. */
class RouteFolderTest {

    private static final Path FOLDER = Path.of("routes");

    @Test
    void keepsToTheVocabulary() throws IOException {
        RouteReport report = BundleLint.check(BundleFolder.read(FOLDER));

        assertThat(report.right()).as("routes/ has files").isNotEmpty();
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "shared/delivery-errors, CONFIGURATION_UNKNOWN",
        "shared/hub-errors, CONFIGURATION_UNKNOWN",
        "shared/hub-refusal, DIRECT_UNKNOWN",
        "shared/hub-refusal-errors, CONFIGURATION_UNKNOWN",
        "templates/hub-queue, TEMPLATE_UNKNOWN"
    })
    void needsEachFileThatTheLanesShare(String file, RouteRule rule, @TempDir Path copy) throws IOException {
        FileSystemUtils.copyRecursively(FOLDER, copy);
        Files.delete(copy.resolve(file + ".camel.yaml"));

        RouteReport report = BundleLint.check(BundleFolder.read(copy));

        assertThat(report.findings()).extracting(RouteFinding::rule).contains(rule);
    }

    @Test
    void holdsNothingButBundlesAndTheirExplanation() throws IOException {
        assertThat(HouseFiles.under(FOLDER))
                .allMatch(file -> file.endsWith("README.md")
                        || file.endsWith("bundle.yaml")
                        || file.toString().endsWith(".camel.yaml"));
    }
}
