package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.ConsoleReader;
import vn.dancu.bus.fixtures.ConsoleReader.Both;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.KeyStores;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;

/** Pages of the console that have something to show, in both languages, and their forms as they are sent. */
@SuppressWarnings("NullAway.Init")
class ConsoleDataIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String HUB = "h41-lgsp";
    private static final String DEAD = "dancu.hub.h41-lgsp.dlq";

    private static int port;
    private static ConsoleReader operator;
    private static ConsoleReader inspector;
    private static ConsoleReader approver;

    @BeforeAll
    static void signIn() {
        port = BUS.ports().http();
        operator = ConsoleReader.signedIn(port, Desk.Sandbox.OPERATOR);
        inspector = ConsoleReader.signedIn(port, Desk.Sandbox.INSPECTOR);
        approver = ConsoleReader.signedIn(port, Desk.Sandbox.APPROVER);
    }

    @Test
    void showsADeadLetterMaskedAndInClearReplaysItAndShowsItsLife() {
        Person person = BUS.anybody();
        String id = UUID.randomUUID().toString();
        try (HubClient hub = new HubClient(BUS.ports().artemis(), HUB, "sandbox-h41")) {
            String letter = dies(hub, id, person);
            Both list = operator.read("/desk/dead-letters?kind=question&partner=" + HUB);
            assertThat(list.vi()).contains("/desk/dead-letters/" + letter, "Câu hỏi", "Không được phép trả lời", DEAD);
            assertThat(list.en()).contains("/desk/dead-letters/" + letter, "Question", "reply_destination_forbidden");
            Both masked = inspector.read("/desk/dead-letters/" + letter);
            assertThat(masked.vi())
                    .contains("Nội dung (đã che)", "soDinhDanh", "•", "data-opens=\"unmask\"", id)
                    .doesNotContain(person.soDinhDanh(), person.hoVaTen());
            assertThat(masked.en()).contains("Body (masked)", "Show in clear").doesNotContain(person.soDinhDanh());
            assertThat(operator.read("/desk/dead-letters/" + letter).vi()).doesNotContain("data-opens=\"unmask\"");
            assertThat(inspector.post("/desk/dead-letters/" + letter + "/unmask", Map.of("reason", "khiếu nại 12")))
                    .contains("Nội dung không che", person.soDinhDanh(), "Lần xem này đã được ghi nhật ký.");

            String plan = operator.post(
                    "/desk/replays/preview", Map.of("letters", letter, "_page", "/desk/dead-letters/" + letter));
            assertThat(plan).contains("Được gửi", "Câu hỏi", "value=\"" + letter + "\"", "name=\"reason\"");
            String replay = operator.follow(plan, "/desk/replays", Map.of("reason", "đã sửa \"hàng đợi\" của trục"));
            assertThat(hub.answer(id)).as("the answer of the replay").isNotNull();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> operator.read(replay).vi().contains(">Xong<"));
            Both shown = operator.read(replay);
            assertThat(shown.vi())
                    .contains(
                            "Đã trả lời", "đã sửa &quot;hàng đợi&quot; của trục", "1 trên 1 thông điệp đã có kết quả.");
            assertThat(shown.en()).contains("1 of 1 messages have come to an end.", "Answered", ">Ended<", HUB);
            assertThat(inspector.read("/desk/replays").en()).contains(replay, "hoa.vanhanh");
            lives(id, replay.substring(replay.lastIndexOf('/') + 1));
        }
    }

    private static void lives(String id, String replay) {
        String vietnamese = operator.post("/desk/messages/life", Map.of("messageId", id));
        assertThat(vietnamese).contains("Tiếp nhận", "Trả lời", "Hỏi lại", "Hàng đợi", "Lần gửi lại", replay);
        inspector.speak("en");
        String english = inspector.post("/desk/messages/life", Map.of("messageId", id));
        assertThat(english).contains("Received", "Answered", "Replayed", "Data released", "Service", replay);
        List<String> records = Pattern.compile("href=\"(/desk/messages/[0-9a-f-]{36})\"")
                .matcher(english)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(records).isNotEmpty();
        Both event = inspector.read(records.get(records.size() - 1));
        assertThat(event.vi()).contains("Đang che thông tin cá nhân", "/desk/partners/" + HUB, "?hash=");
        assertThat(event.en()).contains("Personal data are masked", "Records of the same person");
    }

    @Test
    void letsASecondPersonConfirmOrRejectAReplay() {
        UUID wanted = proposed("trục yêu cầu gửi lại");
        UUID unwanted = proposed("trục không cần nữa");
        String path = "/desk/replays/" + wanted;
        assertThat(approver.read("/desk").vi()).contains(path, "Đề nghị gửi lại, chờ người thứ hai xác nhận");
        assertThat(operator.read("/desk").en()).doesNotContain(path);
        Both own = operator.read(path);
        assertThat(own.vi()).contains("data-opens=\"reject\"").doesNotContain("data-opens=\"confirm\"");
        Both waits = approver.read(path);
        assertThat(waits.vi()).contains("Chờ người thứ hai", "data-opens=\"confirm\"", "trục yêu cầu gửi lại");
        assertThat(waits.en()).contains("Waits for a second person", "Confirm the replay", "Waits for its turn");
        Desk reader = Desk.at(port, Desk.Sandbox.APPROVER);
        assertThat(reader.get("replays").status()).isEqualTo(200);
        assertThat(reader.get("replays/" + wanted).body().path("state").asText())
                .isEqualTo("PROPOSED");
        assertThat(reader.get("replays/" + wanted + "/items").body().path("items"))
                .hasSize(2);

        assertThat(approver.follow(waits.vi(), path + "/confirm", Map.of())).isEqualTo(path);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> approver.read(path).vi().contains(">Xong<"));
        assertThat(approver.read(path).en()).contains("Was not there any more", "binh.duyet", "2 of 2 messages");
        String other = "/desk/replays/" + unwanted;
        approver.follow(approver.read(other).vi(), other + "/reject", Map.of("reason", "trục đã tự xử lý"));
        Both rejected = inspector.read(other);
        assertThat(rejected.vi()).contains(">Không chấp thuận<", "binh.duyet").doesNotContain("hx-get");
        assertThat(rejected.en()).contains(">Rejected<").doesNotContain("data-opens=\"confirm\"");
    }

    @Test
    void showsEvenAndUnevenLinesAndDaySheets() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(5);
        count(day, HUB, 7, 5, 1);
        count(day, "g22-portal", 3, 3, 0);
        BUS.jdbc()
                .sql("insert into ledger.sheet (day, signed_at, key, even, content) values (?, now(), 1, false, ?)"
                        + " on conflict do nothing")
                .params(day, "{}".getBytes(StandardCharsets.UTF_8))
                .update();

        Both all = operator.read("/desk/ledger?day=" + day + "&door=rest");
        assertThat(all.vi())
                .contains("1 dòng bị lệch.", ">Lệch<", ">Khớp<", "g22-portal", "khoá số 1", "value=\"" + day + "\"");
        assertThat(all.en()).contains("1 line is uneven.", ">Uneven<", ">Even<", "/desk/ledger/sheets/" + day);
        assertThat(operator.read("/desk/ledger?day=" + day + "&uneven=true").vi())
                .contains(">Lệch<")
                .doesNotContain("<span>g22-portal</span>");
        Gauge missing = Gauge.builder("dancu.ledger.missing", () -> 2)
                .tag("door", "rest-of-a-test")
                .register(BUS.bean(MeterRegistry.class));
        try {
            assertThat(operator.read("/desk").vi())
                    .contains("<a href=\"/desk/ledger\">Thông điệp cổng đã nhận mà không rõ ở đâu</a>");
            assertThat(approver.read("/desk").en())
                    .contains("Messages that a door took and that are nowhere")
                    .doesNotContain("\"/desk/ledger\"");
        } finally {
            BUS.bean(MeterRegistry.class).remove(missing);
        }
    }

    @Test
    void showsASecretOnceAndACertificateUntilItIsRevoked(@TempDir Path folder) throws CertificateEncodingException {
        String partner = "/desk/partners/h96-gtel";
        KeyStores keys = new KeyStores(folder);
        keys.key("bang-dieu-khien");
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.certificate("bang-dieu-khien").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        operator.follow(operator.read(partner).vi(), partner + "/certificates", Map.of("certificate", pem));
        Both shown = operator.read(partner);
        assertThat(shown.vi()).contains("Chứng thư số TLS", "CN=bang-dieu-khien", "Còn hiệu lực");
        assertThat(shown.en()).contains("CN=bang-dieu-khien", "Valid");
        assertThat(operator.post(partner + "/credentials", Map.of("kind", "secret")))
                .contains("Mật khẩu dưới đây chỉ hiện một lần.", "<code id=\"secret\">", "CN=bang-dieu-khien");
        Both later = operator.read(partner);
        assertThat(later.vi()).doesNotContain("id=\"secret\"");
        Pattern revocation = Pattern.compile("action=\"(" + partner + "/credentials/[0-9a-f-]+/revoke)\"");
        revocation
                .matcher(later.vi())
                .results()
                .forEach(form -> operator.follow(later.vi(), form.group(1), Map.of("reason", "Thử nghiệm xong")));
        assertThat(operator.read(partner).en()).contains("Revoked").doesNotContainPattern(revocation);
    }

    @Test
    void listsSuspensionsAndCancelsOneThatHasNotBegun() {
        String since = LocalDate.now(Clock.systemUTC()).plusDays(20) + "T08:00";
        String order = operator.read("/desk/suspensions/new").vi();
        operator.follow(
                order,
                "/desk/suspensions",
                Map.of(
                        "ground", "breach",
                        "partner", "h97-ket-qua",
                        "since", since,
                        "reason", "Thử danh sách \"tạm ngừng\"",
                        "returnCondition", "Khắc phục xong"));
        Both list = operator.read("/desk/suspensions?partner=h97-ket-qua");
        assertThat(list.vi()).contains("Vi phạm quy định", "&quot;tạm ngừng&quot;", "hoa.vanhanh", "08:00");
        assertThat(list.en()).contains("Breach of rules", "Scheduled", "/cancel");
        Matcher cancel = Pattern.compile("action=\"(/desk/suspensions/[0-9a-f-]+/cancel)\"")
                .matcher(list.vi());
        assertThat(cancel.find()).isTrue();
        operator.follow(list.vi(), cancel.group(1), Map.of("reason", "Thử nghiệm xong"));
        assertThat(operator.read("/desk/suspensions?partner=h97-ket-qua").en())
                .contains("Cancelled")
                .doesNotContain(cancel.group(1));
    }

    /** A question that wants its answer where it may not go lies whole among the dead letters; the letter's id. */
    private static String dies(HubClient hub, String id, Person person) {
        hub.sendForAnswerIn(
                "dancu.hub.g22-portal.out",
                """
                {"dichVu":"TraCuuThongTinCongDan","maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01",
                "soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                        .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.ngaySinh()),
                id);
        assertThat(hub.answer(id)).as("the refusal").isNotNull();
        Desk desk = Desk.at(port, Desk.Sandbox.OPERATOR);
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> desk.get("dead-letters?messageId=" + id)
                                .body()
                                .path("items")
                                .path(0)
                                .path("id")
                                .asText(),
                        letter -> !letter.isEmpty());
    }

    /** A replay as it waits for the second person; its letters were taken by somebody else since. */
    private static UUID proposed(String reason) {
        UUID replay = UUID.randomUUID();
        BUS.jdbc()
                .sql("insert into replay.replay (id, scope, reason, state, letters, proposed_by, proposed_at)"
                        + " values (?, '{}', ?, 'PROPOSED', 2, 'hoa.vanhanh', now())")
                .params(replay, reason)
                .update();
        for (int number = 1; number <= 2; number++) {
            BUS.jdbc()
                    .sql("insert into replay.item (id, replay, number, letter, kind, partner, changed_at)"
                            + " values (?, ?, ?, ?, 'DELIVERY', ?, now())")
                    .params(UUID.randomUUID(), replay, number, "delivery." + UUID.randomUUID(), HUB)
                    .update();
        }
        return replay;
    }

    private static void count(LocalDate day, String partner, int taken, int answered, int missing) {
        UUID instance = UUID.randomUUID();
        BUS.jdbc()
                .sql(
                        "insert into ledger.instance (id, started_at, flushed_at, ended_at) values (?, now(), now(), now())")
                .param(instance)
                .update();
        BUS.jdbc()
                .sql("insert into ledger.count (instance, hour, door, partner, taken, answered, refused, dead, in_work,"
                        + " missing) values (?, ?, 'rest', ?, ?, ?, ?, 0, 0, ?)")
                .params(
                        instance,
                        day.atTime(9, 0).atOffset(ZoneOffset.UTC),
                        partner,
                        taken,
                        answered,
                        taken - answered - missing,
                        missing)
                .update();
    }
}
