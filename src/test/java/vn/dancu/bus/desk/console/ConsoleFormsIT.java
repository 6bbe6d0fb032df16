package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;

/** What clerks, approvers, operators and inspectors do by the forms of the console, and what the trail then says. */
class ConsoleFormsIT {

    private static RunningBus bus;
    private static int port;

    @BeforeAll
    static void start() {
        bus = RunningBus.shared();
        port = bus.ports().http();
    }

    @Test
    void bringsAnApplicationThroughItsFirstStep() {
        ConsoleVisitor clerk = ConsoleVisitor.signedIn(port, Desk.Sandbox.CLERK);
        ConsoleVisitor approver = ConsoleVisitor.signedIn(port, Desk.Sandbox.APPROVER);

        assertThat(clerk.post("/desk/partners", application("h41-bieu-mau")).location())
                .isEqualTo("/desk/partners/h41-bieu-mau");
        assertThat(clerk.get("/desk/partners/h41-bieu-mau").body())
                .contains("Đã tiếp nhận đề nghị kết nối.", "Đề nghị kết nối", "Nộp hồ sơ");
        assertThat(submit(clerk, "h41-bieu-mau").location()).isEqualTo("/desk/partners/h41-bieu-mau");
        assertThat(clerk.get("/desk/partners/h41-bieu-mau").body())
                .contains("1207/UBND-KSTT", "Đang xét duyệt")
                .doesNotContain("data-opens=\"approve\"");
        assertThat(approver.get("/desk").body()).contains("/desk/partners/h41-bieu-mau");
        assertThat(approver.get("/desk/partners/h41-bieu-mau").body()).contains("data-opens=\"approve\"");
        approver.post("/desk/partners/h41-bieu-mau/steps/application/approval", Map.of());

        assertThat(acts("h41-bieu-mau"))
                .containsSubsequence(
                        "an.tiepnhan connection.applied",
                        "an.tiepnhan connection.documents_submitted",
                        "binh.duyet connection.step_approved");
    }

    @Test
    void returnsARefusedFormWithWhatWasEnteredAndTheReason() {
        ConsoleVisitor clerk = ConsoleVisitor.signedIn(port, Desk.Sandbox.CLERK);
        Map<String, String> wrong = Map.of(
                "partner",
                "Chữ Hoa",
                "authority",
                "H41",
                "name",
                "<b>Hệ thống</b>",
                "dialect",
                "official",
                "_page",
                "/desk/partners/new");

        assertThat(clerk.post("/desk/partners", wrong).location()).isEqualTo("/desk/partners/new");

        String page = clerk.get("/desk/partners/new").body();
        assertThat(page)
                .contains("Giá trị của trường không hợp lệ.", "value=\"Chữ Hoa\"", "&lt;b&gt;Hệ thống&lt;/b&gt;")
                .doesNotContain("<b>Hệ thống");
        assertThat(clerk.get("/desk/partners/new").body()).as("once").doesNotContain("Chữ Hoa");
    }

    @Test
    void sendsBackAndRefusesForAReason() {
        ConsoleVisitor clerk = ConsoleVisitor.signedIn(port, Desk.Sandbox.CLERK);
        ConsoleVisitor approver = ConsoleVisitor.signedIn(port, Desk.Sandbox.APPROVER);
        clerk.post("/desk/partners", application("h41-tra-bieu-mau"));
        submit(clerk, "h41-tra-bieu-mau");

        approver.post("/desk/partners/h41-tra-bieu-mau/steps/application/return", Map.of("reason", "Thiếu chữ ký số"));
        assertThat(clerk.get("/desk/partners/h41-tra-bieu-mau").body())
                .contains("Trả lại để bổ sung", "Thiếu chữ ký số");
        approver.post("/desk/partners/h41-tra-bieu-mau/refusal", Map.of("reason", "Không đúng chức năng"));

        assertThat(clerk.get("/desk/partners/h41-tra-bieu-mau").body()).contains("Bị từ chối", "Không đúng chức năng");
    }

    @Test
    void showsAnIssuedSecretOnceAndRevokesIt() {
        ConsoleVisitor operator = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);

        String issued = operator.post("/desk/partners/h96-gtel/credentials", Map.of("kind", "client-secret"))
                .body();
        Matcher secret = Pattern.compile("<code id=\"secret\">([A-Za-z0-9_-]{43})</code>")
                .matcher(issued);
        assertThat(secret.find()).isTrue();
        String later = operator.get("/desk/partners/h96-gtel").body();
        assertThat(later).doesNotContain(secret.group(1));
        Matcher revocation = Pattern.compile("action=\"(/desk/partners/h96-gtel/credentials/[0-9a-f-]+/revoke)\"")
                .matcher(later);
        assertThat(revocation.find()).isTrue();
        operator.post(revocation.group(1), Map.of("reason", "Thử nghiệm xong"));

        assertThat(operator.get("/desk/partners/h96-gtel").body()).contains("Đã thu hồi", "Thử nghiệm xong");
    }

    @Test
    void refusesWhatIsNoCertificateAndADocumentWithoutItsDate() {
        ConsoleVisitor operator = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);

        operator.post(
                "/desk/partners/h96-gtel/certificates", Map.of("certificate", "x", "_page", "/desk/partners/h96-gtel"));

        assertThat(operator.get("/desk/partners/h96-gtel").body())
                .contains("role=\"alert\"", "<code>certificate</code>");
    }

    @Test
    void suspendsUrgentlyAndAnotherPersonConfirmsInWriting() {
        ConsoleVisitor operator = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);
        ConsoleVisitor approver = ConsoleVisitor.signedIn(port, Desk.Sandbox.APPROVER);
        operator.post(
                "/desk/suspensions",
                Map.of(
                        "ground", ground("Yêu cầu khẩn", operator),
                        "partner", "h97-ket-qua",
                        "reason", "Công văn hoả tốc",
                        "returnCondition", "Khắc phục xong"));
        assertThat(operator.get("/desk/suspensions?partner=h97-ket-qua").body())
                .contains("Đã ra lệnh tạm ngừng.", "Đang tạm ngừng", "xác nhận trước")
                .doesNotContain("data-opens=\"writing-");

        String list = approver.get("/desk/suspensions?partner=h97-ket-qua").body();
        Matcher confirm = Pattern.compile("action=\"(/desk/suspensions/[0-9a-f-]+/confirm)\"")
                .matcher(list);
        assertThat(confirm.find()).isTrue();
        approver.post(confirm.group(1), Map.of("document", "55/BCA-A05"));

        String after = operator.get("/desk/suspensions?partner=h97-ket-qua").body();
        assertThat(after).doesNotContain("xác nhận trước");
        Matcher resume = Pattern.compile("action=\"(/desk/suspensions/[0-9a-f-]+/resume)\"")
                .matcher(after);
        assertThat(resume.find()).isTrue();
        operator.post(resume.group(1), Map.of("reason", "Đã khắc phục"));
        String proposals = approver.get("/desk/suspensions").body();
        Matcher second = Pattern.compile("action=\"(/desk/suspensions/proposals/[0-9a-f-]+/confirm)\"")
                .matcher(proposals);
        assertThat(second.find()).isTrue();
        approver.post(second.group(1), Map.of());

        assertThat(operator.get("/desk/suspensions?partner=h97-ket-qua").body()).contains("Đã kết nối lại");
    }

    @Test
    void publishesContactsAndRefusesAnOutdatedVersion() {
        ConsoleVisitor clerk = ConsoleVisitor.signedIn(port, Desk.Sandbox.CLERK);
        clerk.post(
                "/desk/authorities",
                Map.of(
                        "code",
                        "H95",
                        "kind",
                        "province",
                        "name",
                        "UBND tỉnh thử nghiệm",
                        "_page",
                        "/desk/authorities"));
        Map<String, String> contacts = Map.of(
                "basedOn", "0",
                "officer.0.name", "Nguyễn Thử Nghiệm",
                "officer.0.position", "Trưởng phòng",
                "officer.0.duty", "Đầu mối kết nối",
                "officer.0.phone", "0238 3 000 000",
                "officer.0.email", "dau-moi@example.gov.vn",
                "_page", "/desk/authorities/H95");

        clerk.get("/desk/authorities/H95");
        clerk.post("/desk/authorities/H95/contacts", contacts);
        assertThat(clerk.get("/desk/authorities/H95").body()).contains("Nguyễn Thử Nghiệm", "Đã công bố bản mới");
        clerk.post("/desk/authorities/H95/contacts", contacts);

        assertThat(clerk.get("/desk/authorities/H95").body()).contains("version_outdated");
    }

    @Test
    void findsMessagesAndShowsAPersonsNumberOnlyForAReasonToAnInspector() {
        Desk.at(port, Desk.Sandbox.INSPECTOR).get("account");
        ConsoleVisitor inspector = ConsoleVisitor.signedIn(port, Desk.Sandbox.INSPECTOR);
        String from = LocalDate.now(Clock.systemUTC()).minusDays(1) + "T12:00";

        String list = inspector
                .get("/desk/messages?kind=act&officer=khanh.thanhtra&from=" + from)
                .body();
        String row = firstRow(list);
        assertThat(inspector.get(row).body()).contains("Đang che thông tin cá nhân");
        ConsoleVisitor.Page unreasoned = inspector.post(row, Map.of("reason", "", "_page", row));
        String shown =
                inspector.post(row, Map.of("reason", "Đối chiếu nhật ký")).body();

        assertThat(unreasoned.location()).isEqualTo(row);
        assertThat(shown).contains("Đã hiện thông tin cá nhân", "&quot;action&quot;");
        assertThat(ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR)
                        .post(row, Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void showsTheLifeOfAMessageByItsId() {
        String token = Tokens.fetch(port, "h41-lgsp", "sandbox-h41");
        String body = "{\"maYeuCau\":\"bang-dieu-khien-1\"}";
        RawHttp.send(
                port,
                "POST /api/v1/citizens/lookup",
                List.of(
                        "Authorization: Bearer " + token,
                        "Content-Type: application/json",
                        "Content-Length: " + body.length()),
                body.getBytes(StandardCharsets.UTF_8));
        ConsoleVisitor operator = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);
        String row = firstRow(
                operator.get("/desk/messages?kind=refusal&partner=h41-lgsp").body());

        String life = operator.post("/desk/messages/life", Map.of("messageId", row.substring(row.lastIndexOf('/') + 1)))
                .body();

        assertThat(life).contains("Diễn biến của thông điệp", "Từ chối", row);
    }

    @Test
    void searchesByAPersonWithoutTheNumberInAnAddress() {
        ConsoleVisitor inspector = ConsoleVisitor.signedIn(port, Desk.Sandbox.INSPECTOR);

        ConsoleVisitor.Page page = inspector.post(
                "/desk/messages/person", Map.of("person", bus.anybody().soDinhDanh()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Kết quả").doesNotContain(bus.anybody().soDinhDanh());
        Matcher same = Pattern.compile("href=\"(/desk/messages\\?hash=[0-9a-f]{64})\"")
                .matcher(inspector.get(firstRow(page.body())).body());
        assertThat(same.find()).as("the search itself is such a record").isTrue();
        assertThat(firstRow(inspector.get(same.group(1)).body())).isNotEmpty();
        assertThat(ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR)
                        .get(same.group(1))
                        .status())
                .isEqualTo(403);
    }

    private static String firstRow(String list) {
        Matcher row = Pattern.compile("href=\"(/desk/messages/[0-9a-f-]{36})\"").matcher(list);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private static Map<String, String> application(String partner) {
        return Map.of(
                "partner", partner,
                "authority", "H41",
                "name", "Cổng thử biểu mẫu",
                "dialect", "official",
                "_page", "/desk/partners/new");
    }

    private static ConsoleVisitor.Page submit(ConsoleVisitor clerk, String partner) {
        return clerk.post(
                "/desk/partners/" + partner + "/steps/application/documents",
                Map.of(
                        "reference.request-letter", "1207/UBND-KSTT",
                        "issuedOn.request-letter", "2026-11-02",
                        "sha256.request-letter", "ab".repeat(32)));
    }

    private static String ground(String words, ConsoleVisitor operator) {
        Matcher option = Pattern.compile("value=\"([a-z-]+)\"[^>]*>" + words)
                .matcher(operator.get("/desk/suspensions/new").body());
        assertThat(option.find()).isTrue();
        return option.group(1);
    }

    private static List<String> acts(String partner) {
        return bus.jdbc()
                .sql(
                        "select officer || ' ' || result from audit.event where kind = 'ACT' and partner = ? order by occurred_at")
                .param(partner)
                .query(String.class)
                .list();
    }
}
