package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.BrowserPage;
import vn.dancu.bus.fixtures.Chromium;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RunningBus;

/**
 * Every page of the navigation in a real browser: on an office screen and on a phone, in both languages, light and dark. Looks
 * for what a screen reader or a keyboard cannot use (axe-core), for what the security policy had to stop, for weight and time.
 * A page is seen in one of the looks, in turn, and is measured at the other size too; {@link ConsoleWalkIT} sees each in all.
 * A screenshot of a page with a finding lies in {@code target/console}.
 */
class ConsolePagesIT {

    private static final long MAX_FIRST_PAGE_BYTES = 150_000;
    /** The promise is 200 ms; a build on a busy machine finds only what is out of all proportion. */
    private static final double MAX_SERVER_MILLIS = Integer.getInteger("test.console.millis", 1000);

    private static final String PARTNER = "h41-bang-dieu-khien";

    /** What is reached from a page of the navigation, by somebody who may see all of it. */
    private enum Visitor {
        OPERATOR(
                Desk.Sandbox.OPERATOR,
                "/desk/suspensions/new",
                "/desk/routes/h41-lgsp",
                "/desk/routes/h41-lgsp/routes/hub-h41-lgsp",
                "/desk/routes/templates/versions/1.0.0",
                "/desk/messages?kind=act&officer=an.tiepnhan",
                "/desk/holds/new",
                "/desk/connections/kafka",
                "/desk/policy/explain",
                "/desk/hub/mappings/h41-lgsp",
                PageLook.UNKNOWN),
        CLERK(Desk.Sandbox.CLERK, "/desk/partners/new", "/desk/partners/" + PARTNER, "/desk/authorities/H41"),
        APPROVER(Desk.Sandbox.APPROVER, "/desk/partners/h41-lgsp"),
        INSPECTOR(Desk.Sandbox.INSPECTOR),
        POLICY_MANAGER(
                Desk.Sandbox.POLICY_MANAGER, "/desk/policy/versions/1", "/desk/policy/versions/1/partners/h41-lgsp");

        private final Desk.Sandbox account;
        private final List<String> addresses;

        Visitor(Desk.Sandbox account, String... addresses) {
            this.account = account;
            this.addresses = List.of(addresses);
        }
    }

    private static Chromium browser;
    private static String base;
    private static String draft;

    @BeforeAll
    static void start() {
        assumeTrue(
                Chromium.installed().isPresent(),
                "Chromium is not installed: the pages of the console are not looked at");
        base = "http://127.0.0.1:" + RunningBus.shared().ports().http();
        browser = Chromium.start();
        prepare();
    }

    /** A partner whose first documents were handed in, so that the pages have something to show. */
    private static void prepare() {
        Desk clerk = Desk.at(RunningBus.shared().ports().http(), Desk.Sandbox.CLERK);
        clerk.send(
                "POST",
                "applications",
                Map.of(
                        "partner",
                        PARTNER,
                        "authority",
                        "H41",
                        "name",
                        "Cổng dịch vụ công tỉnh",
                        "dialect",
                        "official"));
        clerk.send(
                "POST",
                "applications/" + PARTNER + "/steps/application/documents",
                Map.of(
                        "documents",
                        List.of(Map.of(
                                "document", "request-letter",
                                "reference", "1207/UBND-KSTT",
                                "issuedOn", "2026-11-02",
                                "sha256", "ab".repeat(32)))));
        Desk.at(RunningBus.shared().ports().http(), Desk.Sandbox.OPERATOR).send("POST", "connections/kafka/test", null);
        long id = GovernedPartner.enrol(RunningBus.shared(), "h90-trang-quyen")
                .draft(GovernedPartner.rights(Map.of(), "HoVaTen", "GioiTinh"));
        draft = "/desk/policy/drafts/" + id;
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void isUsableOnEveryPageByEverybodyWhoSeesIt() {
        List<String> findings = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Visitor visitor : Visitor.values()) {
            BrowserPage page = signedIn(visitor.account);
            List<String> fresh =
                    addresses(visitor, page).stream().filter(seen::add).toList();
            for (PageLook look : PageLook.values()) {
                List<String> shown = fresh.stream()
                        .filter(address -> PageLook.of(address) == look)
                        .toList();
                if (!shown.isEmpty()) {
                    look.dress(page);
                }
                shown.forEach(address -> findings.addAll(visit(page, address, look)));
            }
        }

        assertThat(seen).contains("/desk", "/desk/messages", "/desk/partners", "/desk/policy", "/desk/evidence");
        assertThat(findings).isEmpty();
    }

    @Test
    void loadsItsFirstPageBelow150KilobytesAndItsSignInWithoutAFault() {
        BrowserPage page = browser.page();
        page.open(base + "/desk");
        List<String> findings = new ArrayList<>();
        for (PageLook look : List.of(PageLook.OFFICE, PageLook.PHONE_ENGLISH)) {
            look.dress(page);
            assertThat(page.address()).isEqualTo("/desk/sign-in");
            findings.addAll(look.findings(page, "sign-in"));
        }
        signIn(page, Desk.Sandbox.OPERATOR);
        page.forgetFiles();
        page.open(base + "/desk");

        assertThat(page.weight()).isLessThan(MAX_FIRST_PAGE_BYTES);
        assertThat(findings).isEmpty();
    }

    @Test
    void isWorkedByTheKeyboardAlone() {
        BrowserPage page = signedIn(Desk.Sandbox.APPROVER);
        page.open(base + "/desk/partners/" + PARTNER);

        page.press("Tab");
        assertThat(page.eval("document.activeElement.className").asText()).isEqualTo("skip");
        page.press("Enter");
        assertThat(page.eval("location.hash").asText()).isEqualTo("#content");
        page.eval("document.querySelector('[data-opens=approve]').focus()");
        page.press("Enter");
        assertThat(page.eval("document.getElementById('approve').open").asBoolean())
                .isTrue();
        page.press("Escape");
        assertThat(page.eval("document.getElementById('approve').open").asBoolean())
                .isFalse();
    }

    @Test
    void keepsAFileInTheBrowserAndTakesItsHash() {
        BrowserPage page = signedIn(Desk.Sandbox.CLERK);
        page.open(base + "/desk/partners/" + PARTNER);

        page.eval("(() => { const files = new DataTransfer(); files.items.add(new File(['abc'], 'a.txt'));"
                + " const input = document.querySelector('[data-hash-into]'); input.files = files.files;"
                + " input.dispatchEvent(new Event('change', {bubbles: true})); })()");

        Awaitility.await("hash")
                .untilAsserted(() -> assertThat(page.eval("document.getElementById('sha256.request-letter').value")
                                .asText())
                        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(page.eval("document.querySelector('[data-hash-into]').name").asText())
                .as("the file itself is in no field of the form")
                .isEmpty();
    }

    @Test
    void explainsADecision() {
        BrowserPage page = signedIn(Desk.Sandbox.POLICY_MANAGER);
        List<String> findings = new ArrayList<>();
        for (PageLook look : List.of(PageLook.OFFICE, PageLook.PHONE_ENGLISH)) {
            page.open(base + "/desk/policy/explain");
            look.dress(page);
            page.type("#service", "TraCuuThongTinCongDan");
            page.type("#officer", "khong.ai");
            page.type("#procedure", "1.001193");
            page.clickToNextPage("main button[type=submit].main");
            assertThat(page.has("#rules-title")).isTrue();
            findings.addAll(look.findings(page, "policy-explain-answer"));
        }
        assertThat(findings).isEmpty();
    }

    private static List<String> addresses(Visitor visitor, BrowserPage page) {
        List<String> addresses = new ArrayList<>(navigation(page));
        addresses.addAll(visitor.addresses);
        if (visitor == Visitor.POLICY_MANAGER) {
            addresses.addAll(List.of(draft, draft + "/rights?partner=h90-trang-quyen"));
        }
        return addresses;
    }

    private static List<String> visit(BrowserPage page, String address, PageLook look) {
        page.open(base + address);
        double millis = page.serverMillis();
        if (millis > MAX_SERVER_MILLIS) {
            // Once more: the first reader of a page pays for its template.
            page.open(base + address);
            millis = page.serverMillis();
        }
        List<String> findings = look.findings(page, PageLook.name(address));
        if (millis > MAX_SERVER_MILLIS) {
            findings.add(address + " takes the server " + millis + " ms");
        }
        return findings;
    }

    private static BrowserPage signedIn(Desk.Sandbox account) {
        BrowserPage page = browser.page();
        page.open(base + "/desk");
        signIn(page, account);
        return page;
    }

    private static void signIn(BrowserPage page, Desk.Sandbox account) {
        page.type("#account", account.account());
        page.type("#password", account.password());
        page.clickToNextPage("button[type=submit].main");
        assertThat(page.address()).isEqualTo("/desk");
    }

    private static List<String> navigation(BrowserPage page) {
        List<String> addresses = new ArrayList<>();
        page.eval("Array.from(document.querySelectorAll('#side a'), a => a.getAttribute('href'))")
                .forEach(address -> addresses.add(address.asText()));
        return addresses;
    }
}
