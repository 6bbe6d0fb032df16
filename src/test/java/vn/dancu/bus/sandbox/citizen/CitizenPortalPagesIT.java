package vn.dancu.bus.sandbox.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.BrowserPage;
import vn.dancu.bus.fixtures.Chromium;
import vn.dancu.bus.fixtures.PageAudit;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.Attachment;

/**
 * The round trip of a citizen in a real browser: portal page, issuer and back. Looks for what axe-core finds and what the security
 * policies had to stop. The long run walks through every page with something on it, on an office screen and on a phone.
 * Screenshots lie in {@code target/citizen}.
 */
class CitizenPortalPagesIT {

    private static final Path SHOTS = Path.of("target/citizen");
    private static final byte[] PDF = "%PDF-1.4 synthetic".getBytes(StandardCharsets.US_ASCII);

    private static RunningBus bus;
    private static Chromium browser;
    private static String base;
    private static Person parent;

    private final List<String> findings = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(
                Chromium.installed().isPresent(),
                "Chromium is not installed: the pages of the portal are not looked at");
        bus = RunningBus.shared();
        base = "http://127.0.0.1:" + bus.ports().http() + "/sandbox/citizen";
        parent = RunningBus.people(bus.ports().http(), "kind=parent&limit=3").get(2);
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void signsACitizenInOnAPhoneByTheKeyboardAlone() {
        BrowserPage page = browser.page();
        page.size(390, 844);
        page.open(base);
        look(page, "start");
        page.tabTo("a[href$='/sign-in/eid']");
        page.loading(() -> page.press("Enter"));
        page.type("[name=other]", parent.soDinhDanh());
        page.tabTo("main button");
        page.loading(() -> page.press("Enter"));

        assertThat(page.address()).isEqualTo("/sandbox/citizen/record");
        look(page, "start-record");
        assertThat(findings).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "test.drills", matches = "long")
    void isUsableOnEveryPageWithSomethingOnIt() {
        BrowserPage page = browser.page();
        page.size(1280, 800);
        page.open(base + "/sign-in/portal");
        everywhere(page, "sign-in");
        signIn(page, "OTHER_NAME");
        everywhere(page, "refused");
        page.clickToNextPage("main form button");
        page.open(base + "/sign-in/portal");
        signIn(page, "AGREES");
        fill(page);

        for (String name :
                List.of("record", "household", "related", "access", "questions", "consents", "corrections")) {
            page.open(base + "/" + name);
            everywhere(page, name);
        }
        page.open(base + "/access?own=true");
        page.clickToNextPage("main a[href*='cursor=']");
        everywhere(page, "access-next");
        page.open(base + "/related");
        page.clickToNextPage("main form[action$='/related'] button");
        everywhere(page, "related-record");
        page.clickToNextPage("header form button");
        everywhere(page, "home");

        assertThat(findings).isEmpty();
    }

    private static void signIn(BrowserPage page, String agreement) {
        page.type("[name=other]", parent.soDinhDanh());
        page.type("[name=agreement]", agreement);
        page.clickToNextPage("main button");
    }

    /** Uses, a question with its answer, consents and a correction with its answer, as the citizen and the authorities make them. */
    private static void fill(BrowserPage page) {
        ask(
                "citizens/lookup",
                "h41-lgsp",
                "sandbox-h41",
                "{\"maYeuCau\":\"" + UUID.randomUUID()
                        + "\",\"maDVC\":\"1.001193\",\"maCanBo\":\"canbo01\",\"soDinhDanh\":\"" + parent.soDinhDanh()
                        + "\",\"hoVaTen\":\"" + parent.hoVaTen() + "\",\"ngaySinh\":\"" + parent.ngaySinh() + "\"}");
        page.open(base + "/access");
        page.click("main summary");
        page.type("main textarea", "Tôi không nộp hồ sơ nào ở tỉnh này. Vì sao cơ quan xem thông tin của tôi?");
        page.clickToNextPage("main details[open] button");
        String question =
                page.eval("document.querySelector('main h2').innerText").asText();
        ask(
                "access-questions/" + question + "/answer",
                "h41-lgsp",
                "sandbox-h41",
                "{\"ketLuan\":\"mistake\",\"traLoi\":\"Cán bộ gõ nhầm số. Cơ quan đã xin lỗi và nhắc nhở cán bộ.\"}");
        for (String reason : List.of("Mở tài khoản thanh toán", "Vay mua nhà", "Mở thẻ tín dụng")) {
            ask(
                    "consent-requests",
                    "z99-ngan-hang",
                    "sandbox-z99",
                    "{\"maYeuCau\":\"" + UUID.randomUUID() + "\",\"soDinhDanh\":\"" + parent.soDinhDanh()
                            + "\",\"mucDich\":\"chu-the-dong-y\",\"truong\":[\"HoVaTen\",\"ThuongTru\"],\"soNgay\":90,\"lyDo\":\""
                            + reason + "\"}");
        }
        page.open(base + "/consents");
        page.clickToNextPage("main form button[type=submit]:not(.plain)");
        page.clickToNextPage("main form button.plain[formaction]");
        correct(page);
        for (int i = 0; i < 21; i++) {
            page.open(base + "/access?own=true");
        }
    }

    private static void correct(BrowserPage page) {
        page.open(base + "/corrections");
        page.type("[name=field]", "thuongTru");
        page.type("[name=right]", "Số 2 phố Mẫu, phường Ba Đình, thành phố Hà Nội");
        page.type("[name=reason]", "Tôi đã chuyển nơi thường trú từ tháng 10, có giấy xác nhận kèm theo.");
        try {
            page.choose(
                    "[name=evidence]",
                    Files.write(Files.createDirectories(SHOTS).resolve("giay-xac-nhan.pdf"), PDF));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.clickToNextPage("main form button");
        String number = page.eval("document.querySelector('main h3').innerText").asText();
        AxisAgency agency = AxisAgency.province(bus.ports().axis());
        agency.send(agency.reply(
                "tra-loi-" + number,
                bus.jdbc()
                        .sql("select document_id from citizen.correction where number = ?")
                        .param(number)
                        .query(String.class)
                        .single(),
                "Đã điều chỉnh nơi thường trú",
                List.of(Attachment.of("tep-1", "thông báo kết quả.pdf", "application/pdf", Content.of(PDF)))));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            page.open(base + "/corrections");
            return page.body().contains("thông báo kết quả.pdf");
        });
    }

    private static void ask(String path, String partner, String secret, String json) {
        RawHttp.Answer answer = Tokens.post(bus.ports().http(), path, partner, secret, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** The page on both screens. */
    private void everywhere(BrowserPage page, String name) {
        page.size(390, 844);
        look(page, name + "-390");
        page.size(1280, 800);
        look(page, name + "-1280");
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
