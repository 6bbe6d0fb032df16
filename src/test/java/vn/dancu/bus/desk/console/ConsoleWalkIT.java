package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.BrowserPage;
import vn.dancu.bus.fixtures.Chromium;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;

/**
 * In the long run: a bus with a day behind it. Officers do in a real browser what they do every day, and then every page that is
 * reached from another is looked at in each look, with its dialogs.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class ConsoleWalkIT {

    private static final int LOOKS = Integer.getInteger("test.console.looks", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MAX_FIRST_PAGE_BYTES = 150_000;
    private static final double MAX_SERVER_MILLIS = 200;
    private static final int PAGES_OF_A_KIND = 2;

    /** Links that a page has in its main part, without files and without what is on the page itself. */
    private static final String LINKS = "Array.from(document.querySelectorAll('main a[href^=\"/desk\"], #side a'))"
            + ".filter(a => !a.download && !a.pathname.includes('/sheets/')).map(a => a.getAttribute('href').split('#')[0])";

    @TempDir
    private static Path folder;

    private static RunningBus bus;
    private static Chromium browser;
    private static String base;
    private static final List<String> FINDINGS = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(LOOKS > 0, "Walks through the console are part of the long run");
        assumeTrue(Chromium.installed().isPresent(), "Chromium is not installed: nobody walks through the console");
        bus = RunningBus.start("--dancu.replay.four-eyes-above=0");
        base = "http://127.0.0.1:" + bus.ports().http();
        new ConsoleActivity(bus).happen();
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            bus.close();
        }
    }

    @Test
    @Order(1)
    void anApproverSignsInAndApprovesAStepByTheKeyboardAlone() {
        BrowserPage page = browser.page();
        page.open(base + "/desk/sign-in");
        page.tabTo("#account");
        page.enter(Desk.Sandbox.APPROVER.account());
        page.tabTo("#password");
        page.enter(Desk.Sandbox.APPROVER.password());
        page.loading(() -> page.press("Enter"));
        page.tabTo("main a[href='/desk/partners/" + ConsoleActivity.APPLICANT + "']");
        page.loading(() -> page.press("Enter"));
        page.tabTo("[data-opens=approve]");
        page.press("Enter");
        page.tabTo("#approve button[type=submit]");
        page.loading(() -> page.press("Enter"));

        assertThat(page.address()).isEqualTo("/desk/partners/" + ConsoleActivity.APPLICANT);
        assertThat(page.has(".steps > li.done")).isTrue();
    }

    @Test
    @Order(2)
    void anOfficerChangesLanguageAndColours() {
        BrowserPage page = signedIn(Desk.Sandbox.CLERK);
        assertThat(page.body()).contains("Việc cần làm hôm nay");
        page.clickToNextPage("button[name=to][value=en]");
        assertThat(page.body()).contains("What needs you today");
        page.clickToNextPage("button[name=to][value=dark]");
        assertThat(page.eval("document.documentElement.dataset.theme").asText()).isEqualTo("dark");
        page.open(base + "/desk/partners");
        assertThat(page.eval("document.documentElement.dataset.theme").asText()).isEqualTo("dark");
        page.clickToNextPage("button[name=to][aria-pressed=true][value=auto]");
        assertThat(page.eval("document.documentElement.dataset.theme").asText()).isEqualTo("auto");
    }

    @Test
    @Order(2)
    void theKeyboardStaysWhereItWasWhenAPageRefreshesItself() {
        BrowserPage page = signedIn(Desk.Sandbox.OPERATOR);
        page.open(base + "/desk/routes/shared");
        page.open(base + "/desk/routes");
        page.eval("document.querySelector('#live a[href=\"/desk/routes/shared\"]').focus()");
        page.eval("document.getElementById('live').dataset.old = 'yes'");

        await("refresh").atMost(PATIENCE).until(() -> !page.has("#live[data-old]"));
        assertThat(page.eval("document.activeElement.getAttribute('href')").asText())
                .isEqualTo("/desk/routes/shared");
    }

    @Test
    @Order(3)
    void anOperatorUploadsABundleSeesItsStepsComeAndRollsItBack() throws IOException {
        BrowserPage page = signedIn(Desk.Sandbox.OPERATOR);
        page.open(base + "/desk/deploy");
        page.choose("#archive", archive("shared", "1.0.0", "1.50.0"));
        page.click("form[data-sends-json] button[type=submit]");
        await("verdict").atMost(PATIENCE).until(() -> page.has("#deploy"));
        look(page, "deploy-checked");
        page.click("[data-opens=deploy]");
        page.type("#reason", "Câu chữ rõ hơn cho cán bộ vận hành");
        page.type("#probationMinutes", "5");
        look(page, "deploy-dialog");
        page.clickToNextPage("#deploy button[type=submit]");

        assertThat(page.address()).startsWith("/desk/deployments/");
        page.eval("document.body.dataset.stays = 'yes'");
        await("progress without another page").atMost(PATIENCE).until(() -> page.body()
                .contains("Đang theo dõi"));
        assertThat(page.eval("document.body.dataset.stays").asText()).isEqualTo("yes");
        assertThat(page.eval("document.querySelectorAll('.timeline > li').length")
                        .asInt())
                .isGreaterThan(1);
        look(page, "deployment-watched");
        page.click("[data-opens=rollback]");
        page.type("#rollback-reason", "Thử quay về bản trước");
        page.clickToNextPage("#rollback button[type=submit]");
        await("rolled back").atMost(PATIENCE).until(() -> !page.has("#live[hx-get]"));
        look(page, "deployment-back");
        page.open(base + "/desk/routes/shared");
        assertThat(page.eval("document.querySelector('h1').innerText").asText()).contains("1.0.0");
    }

    @Test
    @Order(4)
    void anOperatorSeesWhereAnUploadIsWrong() throws IOException {
        BrowserPage page = signedIn(Desk.Sandbox.OPERATOR);
        page.open(base + "/desk/deploy");
        page.choose("#archive", archive("shared", "uri:", "urii:"));
        page.click("form[data-sends-json] button[type=submit]");
        await("verdict").atMost(PATIENCE).until(() -> page.has("#answer .alert.bad"));
        look(page, "deploy-wrong");
        assertThat(page.has("[data-opens=deploy]")).isFalse();
    }

    @Test
    @Order(5)
    void anOperatorProposesAReplayAndAnApproverRunsIt() {
        BrowserPage operator = signedIn(Desk.Sandbox.OPERATOR);
        operator.open(base + "/desk/dead-letters");
        operator.click("input[name=letters]");
        operator.clickToNextPage("form[action='/desk/replays/preview'] button[type=submit]");
        look(operator, "replay-preview");
        operator.type("#reason", "Đã sửa hàng đợi trả lời của trục");
        operator.clickToNextPage("form[action='/desk/replays'] button[type=submit]");
        String replay = operator.address();
        assertThat(replay).startsWith("/desk/replays/");
        look(operator, "replay-proposed");

        BrowserPage approver = signedIn(Desk.Sandbox.APPROVER);
        approver.clickToNextPage("main a[href='" + replay + "']");
        approver.click("[data-opens=confirm]");
        look(approver, "replay-confirm");
        approver.clickToNextPage("#confirm button[type=submit]");
        await("end without another page").atMost(PATIENCE).until(() -> operator.body()
                .contains("Xong"));
        look(operator, "replay-ended");
    }

    @Test
    @Order(6)
    void anInspectorSeesALetterAndARecordInClearForAReason() {
        BrowserPage page = signedIn(Desk.Sandbox.INSPECTOR);
        page.open(base + "/desk/dead-letters");
        page.clickToNextPage("tbody th a[href^='/desk/dead-letters/']");
        look(page, "letter-masked");
        page.click("[data-opens=unmask]");
        page.type("#unmask-reason", "Khiếu nại 12/ĐKN");
        page.clickToNextPage("#unmask button[type=submit]");
        look(page, "letter-clear");
        page.open(base + "/desk/messages?kind=answer&partner=" + ConsoleActivity.HUB);
        page.clickToNextPage("tbody a[href^='/desk/messages/']");
        look(page, "message-masked");
    }

    @Test
    @Order(7)
    void everyPageThatIsReachedIsRightInEachLook() {
        Map<String, Integer> kinds = new HashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Desk.Sandbox visitor : List.of(
                Desk.Sandbox.OPERATOR,
                Desk.Sandbox.SECOND_APPROVER,
                Desk.Sandbox.CLERK,
                Desk.Sandbox.INSPECTOR,
                Desk.Sandbox.SECOND_POLICY_MANAGER)) {
            BrowserPage page = signedIn(visitor);
            List<String> waiting = new ArrayList<>(List.of("/desk", "/desk/partners/" + ConsoleActivity.APPLICANT));
            while (!waiting.isEmpty()) {
                String address = waiting.remove(0);
                int wanted = visitor == Desk.Sandbox.OPERATOR ? PAGES_OF_A_KIND : 1;
                if (kinds.merge(visitor + kind(address), 1, Integer::sum) <= wanted && seen.add(visitor + address)) {
                    waiting.addAll(visit(page, visitor, address, seen));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(60);
        assertThat(FINDINGS).isEmpty();
    }

    /** The addresses that it leads to. */
    private static List<String> visit(BrowserPage page, Desk.Sandbox visitor, String address, Set<String> seen) {
        List<String> links = new ArrayList<>();
        boolean isFirst = seen.stream().filter(each -> each.endsWith(address)).count() == 1;
        String name = visitor.name().toLowerCase(Locale.ROOT) + "-" + PageLook.name(address);
        List<PageLook> looks = isFirst ? List.of(PageLook.values()) : List.of(PageLook.of(address));
        for (PageLook look : looks) {
            look.dress(page);
            page.forgetFiles();
            page.open(base + address);
            if (page.weight() > MAX_FIRST_PAGE_BYTES) {
                FINDINGS.add(address + " weighs " + page.weight() + " bytes");
            }
            double millis = page.serverMillis();
            for (int i = 0; i < 3 && millis > MAX_SERVER_MILLIS; i++) {
                page.open(base + address);
                millis = Math.min(millis, page.serverMillis());
            }
            if (millis > MAX_SERVER_MILLIS) {
                FINDINGS.add(address + " takes the server " + millis + " ms");
            }
            FINDINGS.addAll(look.findings(page, name));
        }
        PageLook last = looks.get(looks.size() - 1);
        page.eval(LINKS).forEach(link -> links.add(link.asText()));
        for (JsonNode dialog :
                page.eval("Array.from(document.querySelectorAll('[data-opens]'), e => e.dataset.opens)")) {
            page.eval("document.getElementById(" + dialog + ").showModal()");
            FINDINGS.addAll(last.findings(page, name + "-dialog-" + dialog.asText()));
            page.eval("document.getElementById(" + dialog + ").close()");
        }
        return links;
    }

    /** Pages that differ only by what they show. */
    private static String kind(String address) {
        return address.replaceAll(
                        "(?<=/(?:partners|authorities|routes|versions|drafts|deployments|replays|dead-letters|"
                                + "messages)/)(?!new)[^/?]+",
                        "*")
                .replaceAll("=[^&]*", "");
    }

    private static void look(BrowserPage page, String name) {
        FINDINGS.addAll(PageLook.OFFICE.findings(page, "walk-" + name));
    }

    private static BrowserPage signedIn(Desk.Sandbox account) {
        BrowserPage page = browser.page();
        page.size(1366, 768);
        page.open(base + "/desk");
        page.type("#account", account.account());
        page.type("#password", account.password());
        page.clickToNextPage("button[type=submit].main");
        return page;
    }

    /** A bundle of the package as a ZIP, with one text changed. */
    private static Path archive(String name, String text, String by) throws IOException {
        Path zip = folder.resolve(name + "-" + by.replaceAll("[^a-z0-9.]", "") + ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out);
                Stream<Path> files = Files.list(Path.of("routes", name))) {
            for (Path file : files.toList()) {
                entries.putNextEntry(new ZipEntry(name + "/" + file.getFileName()));
                entries.write(Files.readString(file).replace(text, by).getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }
}
