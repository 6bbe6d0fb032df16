package vn.dancu.bus.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

/** What somebody finds who opens the bus in a browser. */
class HomeIT {

    private static final Pattern LOADED_OR_LINKED = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Path DOCUMENTS = Path.of("docs");

    private static RunningBus bus;

    @BeforeAll
    static void start() {
        bus = RunningBus.shared();
    }

    @Test
    void speaksVietnameseFirstAndEnglishOnRequest() {
        assertThat(get("/").body())
                .contains("<html lang=\"vi\"", "Trục tích hợp dữ liệu dân cư", "hreflang=\"en\"", "href=\"/en\"")
                .doesNotContain("th:");
        assertThat(get("/en").body()).contains("<html lang=\"en\"", "The population data bus", "href=\"/\"");
    }

    @Test
    void showsWhichPartsWork() {
        assertThat(get("/").body())
                .containsPattern("Cơ sở dữ liệu \\(PostgreSQL\\)\\s*</th>\\s*<td[^>]*>\\s*Hoạt động")
                .containsPattern("Hàng đợi của các trục \\(Artemis\\)\\s*</th>\\s*<td[^>]*>\\s*Hoạt động");
    }

    @Test
    void listsSyntheticPeopleAndAccountsInTheSandbox() {
        String page = get("/").body();

        assertThat(page)
                .contains(bus.people().get(0).soDinhDanh(), "h41-lgsp", "sandbox-h41", "khanh.thanhtra")
                .contains("tcp://127.0.0.1:" + bus.ports().artemis());
        Matcher numbers = Pattern.compile("\\b\\d{12}\\b").matcher(page);
        assertThat(numbers.results().map(found -> found.group().substring(0, 3)))
                .hasSize(5)
                .containsOnly("999");
        assertThat(page).doesNotContain("sandbox-bus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en", "/explore", "/explore/explore.js", "/docs/protocols/PR-REST.md"})
    void isGuardedBySecurityHeadersAndSetsNoCookie(String path) {
        RawHttp.Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer")
                .doesNotContainKey("Set-Cookie");
        assertThat(answer.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:");
    }

    @Test
    void answersHeadAndOptionsAndRefusesTheRest() {
        RawHttp.Answer head = RawHttp.send(bus.ports().http(), "HEAD /", List.of(), new byte[0]);
        RawHttp.Answer options = RawHttp.send(bus.ports().http(), "OPTIONS /", List.of(), new byte[0]);
        RawHttp.Answer post = RawHttp.send(bus.ports().http(), "POST /", List.of("Content-Length: 0"), new byte[0]);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.headers()).containsEntry("Allow", "GET,HEAD,OPTIONS");
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.headers().get("Allow")).contains("GET");
    }

    @Test
    void linksToNothingThatIsMissingAndToNoOtherHost() {
        for (String page : List.of("/", "/en", "/explore")) {
            for (String target : targets(page)) {
                assertThat(target).as(page).startsWith("/");
                assertThat(get(target).status()).as("%s on %s", target, page).isEqualTo(200);
            }
        }
    }

    @Test
    void showsEachDocumentWithLinksThatWork() throws IOException {
        for (Path file : documents()) {
            String path = "/" + file.toString().replace('\\', '/');
            RawHttp.Answer page = get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            for (String target : targets(path)) {
                URI link = URI.create(path).resolve(target);
                if (link.getHost() == null) {
                    assertThat(get(link.getPath()).status())
                            .as("%s in %s", target, path)
                            .isEqualTo(200);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs",
                "/docs/",
                "/docs/none.md",
                "/docs/protocols",
                "/docs/application.yaml",
                "/explore/index.html",
                "/explore/swagger-ui.js",
                "/index.html"
            })
    void knowsNoOtherFile(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static Set<String> targets(String path) {
        Set<String> found = new TreeSet<>();
        Matcher links = LOADED_OR_LINKED.matcher(get(path).body());
        while (links.find()) {
            String target = links.group(1).replace("&amp;", "&");
            if (!target.startsWith("#") && !target.startsWith("data:")) {
                found.add(target);
            }
        }
        return found;
    }

    private static RawHttp.Answer get(String path) {
        return RawHttp.send(bus.ports().http(), "GET " + path, List.of(), new byte[0]);
    }
}
