package vn.dancu.bus.shelf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.dancu.bus.shelf.lint.RouteLintTest.ERRORS;
import static vn.dancu.bus.shelf.lint.RouteLintTest.NAME;
import static vn.dancu.bus.shelf.lint.RouteLintTest.ROUTE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read of a folder, and what a finding says. */
class RouteFindingTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheFolderOnceAndSeesWhatIsNoRoute() throws IOException {
        write("shared/test-errors.camel.yaml", ERRORS.text());
        write(NAME, ROUTE.formatted("to: {uri: direct:test-route}"));
        write("typo.yaml", "- route: {}");
        write("README.md", "# Read me");
        write(".git/x.camel.yaml", "- beans: []");
        Files.write(
                folder.resolve("latin.camel.yaml"),
                "- route: {description: \u00e9}".getBytes(StandardCharsets.ISO_8859_1));
        write("large.camel.yaml", "# " + "x".repeat(70_000));

        assertThat(RouteLint.check(RouteFolder.read(folder)).findings())
                .extracting(RouteFinding::file, RouteFinding::rule)
                .containsExactlyInAnyOrder(
                        tuple("typo.yaml", RouteRule.FILE_TYPE),
                        tuple("latin.camel.yaml", RouteRule.FILE_UNREADABLE),
                        tuple("large.camel.yaml", RouteRule.FILE_UNREADABLE));
    }

    @ParameterizedTest
    @EnumSource(RouteRule.class)
    void explainsEveryRuleInBothLanguages(RouteRule rule) {
        RouteFinding finding = new RouteFinding(NAME, 1, 1, rule, List.of("x", "y"));

        assertThat(List.of(
                        finding.message(Locale.ENGLISH),
                        finding.repair(Locale.ENGLISH),
                        finding.message(new Locale("vi")),
                        finding.repair(new Locale("vi"))))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.endsWith("."));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
