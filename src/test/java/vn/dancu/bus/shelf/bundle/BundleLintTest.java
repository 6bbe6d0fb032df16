package vn.dancu.bus.shelf.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteReport;
import vn.dancu.bus.shelf.lint.RouteRule;

/** What a manifest must say, and the files of visual designers that a bundle may hold. */
class BundleLintTest {

    private static final String MANIFEST =
            """
            name: designed
            version: 1.0.0
            owner: Nhóm thử
            zone: test
            description: {vi: Thử, en: Test}
            files: [designed.yaml]
            """;

    /** As Kaoto and Karavan write: several items, an id for each step, the address in parts. */
    private static final String DESIGNED =
            """
            - routeConfiguration:
                id: designed-errors
                description: What happens when a message fails
                onException:
                  - onException:
                      id: onException-1
                      exception:
                        - java.lang.Throwable
                      handled:
                        constant:
                          id: constant-1
                          expression: "true"
            - route:
                id: route-3405
                nodePrefixId: route-9d1
                description: Two routes in one file, the first one
                routeConfigurationId: designed-errors
                from:
                  id: from-1211
                  uri: jms
                  parameters:
                    destinationType: queue
                    destinationName: dancu.channel.test.designed
                    concurrentConsumers: "2"
                  steps:
                    - setHeader:
                        id: setHeader-77
                        name: RouteKind
                        expression:
                          constant:
                            id: constant-2
                            expression: designed
                    - to:
                        id: to-1828
                        uri: direct
                        parameters:
                          name: route-3406
            - route:
                id: route-3406
                description: Two routes in one file, the second one
                routeConfigurationId: designed-errors
                from:
                  uri: direct
                  parameters:
                    name: route-3406
                  steps:
                    - removeHeaders:
                        id: removeHeaders-1
                        pattern: Route*
            """;

    @Test
    void takesWhatDesignersWriteAsItIs() {
        RouteReport report = check(MANIFEST, DESIGNED);

        assertThat(report.findings()).isEmpty();
        assertThat(report.right())
                .extracting(RouteOutline::id)
                .containsExactly("designed-errors", "route-3405", "route-3406");
        assertThat(report.right()).last().satisfies(outline -> assertThat(
                        outline.file().text())
                .startsWith("- \"route\":\n    \"id\": \"route-3406\"\n"));
    }

    @Test
    void keepsTheWallAroundThem() {
        assertThat(rules(DESIGNED.replace("destinationType: queue", "destinationType: temp-queue")))
                .contains(RouteRule.ENDPOINT);
        assertThat(rules(DESIGNED.replace("concurrentConsumers", "selector"))).contains(RouteRule.KEY_UNKNOWN);
        assertThat(rules(DESIGNED.replace("- setHeader:", "- script:"))).contains(RouteRule.KEY_UNKNOWN);
        assertThat(rules(DESIGNED + "- beans:\n    - {name: mine, type: java.lang.Runtime}\n"))
                .contains(RouteRule.FILE_BEANS);
        assertThat(rules(DESIGNED + "- from:\n    uri: direct:x\n    steps: []\n"))
                .contains(RouteRule.BUNDLE_ERRORS);
        assertThat(rules(DESIGNED.replace("name: route-3406\n      steps", "name: other\n      steps")))
                .as("an entry of another name")
                .isNotEmpty();
        assertThat(rules(DESIGNED.replace("id: route-3406\n    description", "id: route-3405\n    description")))
                .contains(RouteRule.ID_TWICE);
        assertThat(rules("{kind: Integration, spec: {flows: [], sources: []}}")).contains(RouteRule.KEY_UNKNOWN);
    }

    @Test
    void saysTheLineOfTheWholeFile() {
        assertThat(check(MANIFEST, DESIGNED.replace("pattern: Route*", "pattern: ''"))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo("designed/designed.yaml");
                    assertThat(finding.line()).isEqualTo(49);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 1.0.0 | version: 1.0 | BUNDLE_MANIFEST",
                "name: designed | name: Designed | BUNDLE_MANIFEST",
                "owner: Nhóm thử | color: red | BUNDLE_MANIFEST",
                "files: [designed.yaml] | files: [../designed.yaml] | BUNDLE_MANIFEST",
                "files: [designed.yaml] | files: [other.yaml] | BUNDLE_FILE_MISSING",
                "files: [designed.yaml] | files: [] | BUNDLE_FILE_UNLISTED",
                "zone: test | {zone: test, needs: [nothing]} | BUNDLE_MANIFEST"
            })
    void saysWhatIsWrongWithAManifest(String right, String wrong, RouteRule rule) {
        assertThat(check(MANIFEST.replace(right, wrong), DESIGNED).findings())
                .extracting(RouteFinding::rule)
                .contains(rule);
    }

    @Test
    void wantsWhatItNeeds() {
        assertThat(check(MANIFEST + "needs: [nothing]\n", DESIGNED).findings())
                .extracting(RouteFinding::rule)
                .containsExactly(RouteRule.BUNDLE_NEED_MISSING);
    }

    @Test
    void hasADigestOfPathsAndTexts() {
        BundleContent one = content(MANIFEST, DESIGNED);

        assertThat(Stream.of(
                                one,
                                content(MANIFEST, DESIGNED + "\n"),
                                content(MANIFEST + DESIGNED, ""),
                                new BundleContent(one.files().subList(0, 1), null))
                        .map(BundleContent::digest))
                .doesNotHaveDuplicates();
        assertThat(new BundleContent(one.files(), "signature").digest()).isEqualTo(one.digest());
    }

    private static List<RouteRule> rules(String text) {
        return check(MANIFEST, text).findings().stream().map(RouteFinding::rule).toList();
    }

    private static RouteReport check(String manifest, String text) {
        return BundleLint.check(content(manifest, text), List.of(), List.of());
    }

    private static BundleContent content(String manifest, String text) {
        return new BundleContent(
                List.of(new RouteFile("bundle.yaml", manifest, true), new RouteFile("designed.yaml", text, true)),
                null);
    }
}
