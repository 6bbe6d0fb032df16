package vn.dancu.bus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.BrowserPage;
import vn.dancu.bus.fixtures.Chromium;
import vn.dancu.bus.fixtures.PageAudit;
import vn.dancu.bus.fixtures.RunningBus;

/** The phone in a real browser, by axe-core and on a narrow screen. Screenshots lie in {@code target/phone}. */
class PhonePagesIT {

    private static final Path SHOTS = Path.of("target/phone");

    @Test
    void everybodyCanWriteAndReadOnIt() {
        assumeTrue(Chromium.installed().isPresent(), "Chromium is not installed: the phone is not looked at");
        try (Chromium browser = Chromium.start()) {
            BrowserPage page = browser.page();
            page.size(390, 844);
            page.open("http://127.0.0.1:" + RunningBus.shared().ports().http() + "/sandbox/phone");
            look(page, "empty");

            page.type("[name=from]", "0100999010");
            page.type("[name=text]", "DC HD");
            page.clickToNextPage("form[method=post] button");

            assertThat(page.body()).contains("DC HD");
            look(page, "conversation");
            page.size(1366, 768);
            look(page, "office");
        }
    }

    private static void look(BrowserPage page, String name) {
        page.screenshot(SHOTS.resolve(name + ".png"));
        assertThat(page.complaints()).as(name).isEmpty();
        assertThat(PageAudit.violations(page)).as(name).isEmpty();
        assertThat(PageAudit.isTooWide(page))
                .as(name + " is wider than the screen")
                .isFalse();
    }
}
