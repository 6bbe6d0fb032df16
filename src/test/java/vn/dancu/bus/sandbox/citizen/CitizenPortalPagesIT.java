package vn.dancu.bus.sandbox.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.BrowserPage;
import vn.dancu.bus.fixtures.Chromium;
import vn.dancu.bus.fixtures.PageAudit;
import vn.dancu.bus.fixtures.RunningBus;

/**
 * The round trip of a citizen in a real browser: portal page, issuer and back, on an office screen and on a phone, in both languages.
 * Looks for what axe-core finds and what the security policies had to stop. Screenshots lie in {@code target/citizen}.
 */
class CitizenPortalPagesIT {

    private static final Path SHOTS = Path.of("target/citizen");

    private static Chromium browser;
    private static String base;
    private static String parent;

    private final List<String> findings = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(
                Chromium.installed().isPresent(),
                "Chromium is not installed: the pages of the portal are not looked at");
        int port = RunningBus.shared().ports().http();
        base = "http://127.0.0.1:" + port + "/sandbox/citizen";
        parent = RunningBus.people(port, "kind=parent&limit=1").get(0).soDinhDanh();
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void servesACitizenOnAnOfficeScreenInVietnamese() {
        BrowserPage page = browser.page();
        page.size(1366, 768);
        page.open(base);
        look(page, "home");

        page.clickToNextPage("a[href$='/sign-in/portal']");
        assertThat(page.address()).startsWith("/sign-in");
        look(page, "sign-in-portal");
        signIn(page);
        assertThat(page.address()).isEqualTo("/sandbox/citizen/record");
        look(page, "record");
        for (String name : List.of("household", "related", "access", "questions", "consents", "corrections")) {
            page.clickToNextPage(".menu a[href$='/" + name + "']");
            look(page, name);
        }
        page.clickToNextPage("header button");
        assertThat(page.address()).isEqualTo("/sandbox/citizen");

        assertThat(findings).isEmpty();
    }

    @Test
    void servesACitizenOnAPhoneInEnglishByTheKeyboardAlone() {
        BrowserPage page = browser.page();
        page.size(390, 844);
        page.open(base + "/language/en");
        look(page, "phone-home");
        page.tabTo("a[href$='/sign-in/eid']");
        page.loading(() -> page.press("Enter"));
        look(page, "phone-sign-in-eid");
        page.type("[name=other]", parent);
        page.type("[name=agreement]", "OTHER_NAME");
        page.tabTo("main button");
        page.loading(() -> page.press("Enter"));

        assertThat(page.body()).contains("Your account does not agree");
        look(page, "phone-refused");
        assertThat(findings).isEmpty();
    }

    private static void signIn(BrowserPage page) {
        page.type("[name=other]", parent);
        page.clickToNextPage("main button");
    }

    private void look(BrowserPage page, String name) {
        page.screenshot(SHOTS.resolve(name + ".png"));
        List<String> found = new ArrayList<>(page.complaints());
        found.addAll(PageAudit.violations(page));
        if (PageAudit.isTooWide(page)) {
            found.add("is wider than the screen");
        }
        found.forEach(each -> findings.add(name + ": " + each));
    }
}
