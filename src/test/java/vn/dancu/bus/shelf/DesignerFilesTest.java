package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.BundleLint;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteReport;
import vn.dancu.bus.shelf.trial.OfflineTrial;

/**
 * Files that Kaoto and Karavan saved, in YAML and XML, each a folder of {@code src/test/resources/shelf}: as they were saved, where only
 * steps and addresses outside the vocabulary are refused, and with these replaced, where Camel starts them.
 */
class DesignerFilesTest {

    private static final Path CASES = Path.of("src/test/resources/shelf");

    @TestFactory
    Stream<DynamicTest> loadAsTheyWereSaved() throws IOException {
        BundleContent shared = BundleFolder.readBundle(Path.of("routes/shared"));
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(), () -> assertThat(outcome(folder, shared))
                                    .isEqualTo(Files.readString(folder.resolve("expected.txt")))));
        }
    }

    private static String outcome(Path folder, BundleContent shared) throws IOException {
        BundleContent content = BundleFolder.readBundle(folder);
        String place = content.manifest().place();
        RouteReport report = BundleLint.check(content, List.of(shared), List.of());
        if (!report.findings().isEmpty()) {
            return report.findings().stream()
                    .map(finding -> finding.file() + ":" + finding.line() + ":" + finding.column() + " "
                            + finding.rule().code() + "\n")
                    .collect(Collectors.joining());
        }
        assertThat(OfflineTrial.run(report.right(), Map.of(), false)).isEmpty();
        return report.right().stream()
                .filter(outline -> outline.file().path().startsWith(place))
                .map(RouteOutline::id)
                .map(id -> "runs " + id + "\n")
                .collect(Collectors.joining());
    }
}
