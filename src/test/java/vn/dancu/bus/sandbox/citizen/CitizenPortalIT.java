package vn.dancu.bus.sandbox.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.CitizenVisitor;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.Attachment;

/** The whole way of a citizen over HTTP: the portal page, an issuer, the citizens' door of the bus. */
class CitizenPortalIT {

    private static final byte[] PDF = "%PDF-1.4 synthetic".getBytes(StandardCharsets.US_ASCII);

    private static RunningBus bus;
    private static PortalAccount account;
    private static String page;

    @BeforeAll
    static void start() {
        bus = RunningBus.shared();
        account = PortalAccount.of(bus, 0);
        page = account.page();
    }

    @Test
    void showsACitizenOfThePortalTheOwnRecordAndSignsOut() {
        CitizenVisitor visitor = new CitizenVisitor();

        CitizenVisitor.Page record = account.signIn(visitor, "portal", "AGREES");

        assertThat(record.address()).isEqualTo(URI.create(page + "/record"));
        assertThat(record.body())
                .contains(account.citizen().hoVaTen(), account.citizen().soDinhDanh(), "Nơi thường trú");
        assertThat(visitor.open(page + "/household").body())
                .contains("Thành viên", account.citizen().hoVaTen());

        CitizenVisitor.Page out = visitor.submit(page + "/sign-out", Map.of());
        assertThat(out.address()).isEqualTo(URI.create(page));
        assertThat(visitor.get(page + "/record").location()).isEqualTo(page);
        assertThat(visitor.open(page + "/sign-in/portal").address().getPath())
                .as("signed out there, too")
                .isEqualTo("/sign-in");
    }

    @Test
    void showsTheRecordOfAChildAndOfNobodyElse() {
        CitizenVisitor visitor = new CitizenVisitor();
        account.signIn(visitor, "eid", "AGREES");
        String child = bus.jdbc()
                .sql(
                        "select r.so_dinh_danh from register.relative r join register.citizen c using (citizen_id)"
                                + " join register.citizen k on k.so_dinh_danh = r.so_dinh_danh"
                                + " where c.so_dinh_danh = ? and r.kind = 'CHILD' order by k.birth_date desc nulls last limit 1")
                .param(account.citizen().soDinhDanh())
                .query(String.class)
                .single();

        assertThat(visitor.open(page + "/related").body()).contains(child, "Tải Thông báo (PDF)");
        assertThat(visitor.submit(page + "/related", Map.of("number", child)).body())
                .contains(child, "Nơi thường trú");
        CitizenVisitor.Page notice = visitor.post(page + "/related/extract", Map.of("number", child));
        assertThat(notice.headers()).containsEntry("content-type", "application/pdf");
        assertThat(visitor.submit(page + "/related", Map.of("number", "999000000000"))
                        .body())
                .contains("relation_not_recorded", "công an cấp xã");
    }

    @Test
    void givesTheRecordAsASignedNotice() {
        CitizenVisitor visitor = new CitizenVisitor();
        account.signIn(visitor, "portal", "AGREES");

        CitizenVisitor.Page notice = visitor.post(page + "/extract", Map.of());

        assertThat(notice.headers()).containsEntry("content-type", "application/pdf");
        assertThat(notice.headers().get("content-disposition")).startsWith("attachment; filename=\"thong-bao-");
        assertThat(new String(notice.bytes(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/ETSI.CAdES.detached");
    }

    @Test
    void showsWhoLookedTheCitizenUpAndTakesAQuestionAboutIt() {
        lookUp();
        CitizenVisitor visitor = new CitizenVisitor();
        account.signIn(visitor, "portal", "AGREES");

        CitizenVisitor.Page log = visitor.open(page + "/access");
        assertThat(log.body())
                .contains(
                        "Tra cứu thông tin công dân",
                        "giải quyết hồ sơ",
                        "Đã trả thông tin",
                        "Lần xem này có vẻ không đúng")
                .doesNotContain(account.citizen().soDinhDanh());
        String event = found(log, "name=\"event\" value=\"([^\"]+)\"");
        CitizenVisitor.Page asked = visitor.submit(
                page + "/access/questions", Map.of("event", event, "text", "Tôi không nộp hồ sơ nào ở đây."));

        assertThat(asked.address()).isEqualTo(URI.create(page + "/questions"));
        assertThat(asked.body()).contains("Đang chờ cơ quan trả lời");
        assertThat(visitor.submit(page + "/access/questions", Map.of("event", "made-up", "text", "x"))
                        .body())
                .contains("field_invalid");
    }

    @Test
    void givesAConsentInPartAndWithdrawsIt() {
        post(
                "consent-requests",
                "z99-ngan-hang",
                "sandbox-z99",
                "{\"maYeuCau\":\"MTK-" + UUID.randomUUID() + "\",\"soDinhDanh\":\""
                        + account.citizen().soDinhDanh()
                        + "\",\"mucDich\":\"chu-the-dong-y\",\"truong\":[\"HoVaTen\",\"ThuongTru\"],\"soNgay\":90,\"lyDo\":\"Mở tài khoản\"}");
        CitizenVisitor visitor = new CitizenVisitor();
        account.signIn(visitor, "portal", "AGREES");
        CitizenVisitor.Page asked = visitor.open(page + "/consents");
        assertThat(asked.body()).contains("Ngân hàng thử nghiệm", "Mở tài khoản", "Đang chờ bạn trả lời");
        String consent = page + "/consents/" + found(asked, "/consents/([0-9a-f-]{36})/give");

        CitizenVisitor.Page given = visitor.submit(
                consent + "/give",
                Map.of("version", found(asked, "name=\"version\" value=\"([^\"]+)\""), "field", "HoVaTen"));
        assertThat(given.body()).contains("Bạn đã đồng ý cho dùng").doesNotContain("Đang chờ bạn trả lời");
        assertThat(visitor.submit(consent + "/withdraw", Map.of()).body()).contains("Bạn đã rút lại");
        assertThat(visitor.submit(consent + "/give", Map.of("version", "1", "field", "HoVaTen"))
                        .body())
                .contains("Chưa thực hiện được");
    }

    @Test
    void asksForACorrectionOnceHoweverOftenTheFormIsSent() {
        CitizenVisitor visitor = new CitizenVisitor();
        account.signIn(visitor, "eid", "AGREES");
        CitizenVisitor.Page form = visitor.open(page + "/corrections");
        Map<String, String> fields = Map.of(
                "request", found(form, "name=\"request\" value=\"([^\"]+)\""),
                "field", "thuongTru",
                "right", "Số 2 phố Mẫu",
                "reason", "Tôi đã chuyển nơi thường trú");

        CitizenVisitor.Page asked = visitor.submit(page + "/corrections", fields, "evidence", PDF);
        CitizenVisitor.Page again = visitor.submit(page + "/corrections", fields, "evidence", PDF);
        CitizenVisitor.Page wrong = visitor.submit(
                page + "/corrections",
                Map.of("request", "tep-sai", "field", "queQuan", "right", "x", "reason", "y"),
                "evidence",
                new byte[] {1, 2, 3});

        String number = found(asked, "(DC-[2-9A-Z]{9})");
        assertThat(again.body()).contains("Nơi thường trú", "Đã gửi kèm").containsOnlyOnce("<h3>" + number + "</h3>");
        assertThat(wrong.body()).contains("field_invalid");
        assertThat(visitor.post(page + "/corrections", fields).status())
                .as("a form that holds no file")
                .isEqualTo(415);
    }

    @Test
    void showsTheAnswerOfTheAgencyWithItsFiles() {
        CitizenVisitor visitor = new CitizenVisitor();
        account.signIn(visitor, "eid", "AGREES");
        CitizenVisitor.Page form = visitor.open(page + "/corrections");
        CitizenVisitor.Page asked = visitor.submit(
                page + "/corrections",
                Map.of(
                        "request", found(form, "name=\"request\" value=\"([^\"]+)\""),
                        "field", "queQuan",
                        "right", "Xã Mẫu",
                        "reason", "Ghi sai tên xã"),
                "evidence",
                PDF);
        String number = found(asked, "<h3>(DC-[2-9A-Z]{9})</h3>");
        String document = bus.jdbc()
                .sql("select document_id from citizen.correction where number = ?")
                .param(number)
                .query(String.class)
                .single();
        AxisAgency agency = AxisAgency.province(bus.ports().axis());
        agency.send(agency.reply(
                "tra-loi-" + number,
                document,
                "Đã điều chỉnh quê quán",
                List.of(Attachment.of("tep-1", "trả lời.pdf", "application/pdf", Content.of(PDF)))));

        CitizenVisitor.Page answered = await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor.open(page + "/corrections"), it -> it.body()
                        .contains("trả lời.pdf"));
        CitizenVisitor.Page file = visitor.get(page + "/corrections/" + number + "/files/0");

        assertThat(answered.body()).contains("Đã có trả lời", "Đã điều chỉnh quê quán");
        assertThat(file.bytes()).isEqualTo(PDF);
        assertThat(file.headers().get("content-disposition"))
                .startsWith("attachment;")
                .contains("tr%E1%BA%A3%20l%E1%BB%9Di.pdf");
        assertThat(visitor.get(page + "/corrections/" + number + "/files/1").body())
                .contains("resource_unknown");
        assertThat(visitor.get(page + "/corrections/DC-22222222A/files/0").body())
                .contains("resource_unknown");
    }

    /** Each look at the log is an entry of the log. */
    @Test
    void leadsThroughALongLogPageByPage() {
        PortalAccount other = PortalAccount.of(bus, 1);
        CitizenVisitor visitor = new CitizenVisitor();
        other.signIn(visitor, "portal", "AGREES");
        for (int i = 0; i < 21; i++) {
            visitor.get(page + "/access?own=true");
        }

        CitizenVisitor.Page first = visitor.open(page + "/access?own=true");
        String next = found(first, "href=\"(/sandbox/citizen/access\\?own=true&amp;cursor=[^\"]+)\"")
                .replace("&amp;", "&");
        CitizenVisitor.Page second = visitor.open(URI.create(page).resolve(next).toString());

        assertThat(events(first)).hasSize(20);
        assertThat(events(second)).isNotEmpty().doesNotContainAnyElementsOf(events(first));
        assertThat(first.body()).doesNotContain("Trang đầu");
        assertThat(second.body()).contains("Trang đầu");
    }

    private static List<String> events(CitizenVisitor.Page log) {
        return Pattern.compile("name=\"event\" value=\"([^\"]+)\"")
                .matcher(log.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String found(CitizenVisitor.Page page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(pattern + " in " + page.body()).isTrue();
        return matcher.group(1);
    }

    /** A province looks the citizen up. */
    private static void lookUp() {
        post(
                "citizens/lookup",
                "h41-lgsp",
                "sandbox-h41",
                "{\"maYeuCau\":\"cong-" + UUID.randomUUID() + "\",\"maDVC\":\"1.001193\",\"maCanBo\":\"canbo01\","
                        + "\"soDinhDanh\":\"" + account.citizen().soDinhDanh() + "\",\"hoVaTen\":\""
                        + account.citizen().hoVaTen()
                        + "\",\"ngaySinh\":\"" + account.citizen().ngaySinh() + "\"}");
    }

    private static void post(String path, String partner, String secret, String json) {
        RawHttp.Answer answer = Tokens.post(bus.ports().http(), path, partner, secret, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
