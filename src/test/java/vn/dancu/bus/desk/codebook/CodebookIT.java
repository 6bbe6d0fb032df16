package vn.dancu.bus.desk.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.DanCuCommand;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;

/** A bus with a platform of its own. */
class CodebookIT {

    private static final ScriptedPlatform PLATFORM = new ScriptedPlatform();
    private static final RunningBus BUS = RunningBus.start(
            "--dancu.codebook.address=" + PLATFORM.address(),
            "--dancu.codebook.token-address=" + PLATFORM.address() + "/token",
            "--dancu.codebook.account=bus",
            "--dancu.codebook.secret=khong-that",
            "--dancu.codebook.lists=",
            "--dancu.codebook.answer-limit=64KB",
            "--dancu.codebook.deadline=3s",
            "--dancu.codebook.every=7d",
            "--dancu.codebook.retry=1d",
            "--dancu.codebook.refresh=100ms");
    private static final int PORT = BUS.ports().http();
    private static final GovernedPartner PARTNER = GovernedPartner.enrol(BUS, "h95-danh-muc");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final CodebookDesk desk = new CodebookDesk(BUS, PARTNER);
    private final Desk operator = Desk.at(PORT, Desk.Sandbox.OPERATOR);
    private final Desk approver = Desk.at(PORT, Desk.Sandbox.APPROVER);
    private final Desk inspector = Desk.at(PORT, Desk.Sandbox.INSPECTOR);

    @AfterAll
    static void stop() {
        BUS.close();
        PLATFORM.close();
    }

    @BeforeEach
    void mend() {
        PLATFORM.answersWith(200);
        PLATFORM.givesTokens(true);
        PLATFORM.has("thuthuong", "1", "Một", "2", "Hai");
    }

    @Test
    void takesOverNewCodesAndNewNamesAtEveryInstanceAtOnce() {
        List<String> rows = new ArrayList<>();
        for (JsonNode record : desk.category(PORT, "matinhtranghonnhan", "")) {
            rows.add(record.path("Ma").asText());
            rows.add(record.path("Ten").asText());
        }
        String old = rows.set(1, "Tên mới của mã đầu");
        rows.add("77");
        rows.add("Thử nghiệm");
        String today = LocalDate.now(ZONE).toString();
        String yesterday = LocalDate.now(ZONE).minusDays(1).toString();
        try (SecondInstance second = SecondInstance.beside(BUS)) {
            PLATFORM.has("matinhtranghonnhan", rows.toArray(String[]::new));

            desk.pull();

            await().atMost(Duration.ofSeconds(3))
                    .untilAsserted(() -> assertThat(desk.names(second.http(), "matinhtranghonnhan", "?ngay=" + today))
                            .contains("Tên mới của mã đầu", "Thử nghiệm")
                            .doesNotContain(old));
            assertThat(desk.names(PORT, "matinhtranghonnhan", "?ngay=" + yesterday))
                    .contains(old)
                    .doesNotContain("Tên mới của mã đầu", "Thử nghiệm");
            JsonNode changes =
                    inspector.get("codebooks/matinhtranghonnhan/changes").body().path("items");
            assertThat(changes.findValuesAsText("kind")).containsExactlyInAnyOrder("added", "renamed");
            assertThat(changes.findValuesAsText("before")).contains(old);
            assertThat(changes.findValuesAsText("actor")).containsOnly("dancu-bus");
            assertThat(desk.acts("codebook.list_changed", "codebook/matinhtranghonnhan"))
                    .isEqualTo(1);
        }
    }

    @Test
    void endsACodeOnlyWhenAPersonSaysSo() {
        PLATFORM.has("thubo", "A", "Một", "B", "Hai", "C", "Ba", "D", "Bốn");
        desk.pull();
        PLATFORM.has("thubo", "A", "Một", "B", "Hai");
        desk.pull();

        assertThat(desk.names(PORT, "thubo", "")).containsExactly("Một", "Hai", "Ba", "Bốn");
        assertThat(desk.missing("thubo")).containsExactly("C", "D");
        assertThat(desk.decide(inspector, "endings", "thubo", "C", "lý do").code())
                .isEqualTo("role_missing");
        assertThat(desk.decide(approver, "endings", "thubo", "C", " ").code()).isEqualTo("evidence_missing");
        assertThat(desk.decide(approver, "endings", "thubo", "A", "lý do").code())
                .isEqualTo("field_invalid");
        assertThat(desk.decide(approver, "endings", "khong-co", "A", "lý do").code())
                .isEqualTo("resource_unknown");
        assertThat(desk.decide(operator, "keepings", "thubo", "D", "hồ sơ cũ còn dùng")
                        .status())
                .isEqualTo(200);
        assertThat(desk.decide(approver, "endings", "thubo", "C", "QĐ 99/QĐ-TTg")
                        .status())
                .isEqualTo(200);

        assertThat(desk.names(PORT, "thubo", "?ngay=" + LocalDate.now(ZONE))).containsExactly("Một", "Hai", "Bốn");
        assertThat(desk.missing("thubo")).isEmpty();
        JsonNode ended = inspector.get("codebooks/thubo/changes?limit=1").body().at("/items/0");
        assertThat(ended.path("kind").asText()).isEqualTo("ended");
        assertThat(ended.path("actor").asText()).isEqualTo("binh.duyet");
        assertThat(ended.path("reason").asText()).isEqualTo("QĐ 99/QĐ-TTg");
        desk.pull();
        assertThat(desk.missing("thubo")).isEmpty();
        PLATFORM.has("thubo", "A", "Một", "B", "Hai", "C", "Ba", "D", "Bốn");
        desk.pull();
        assertThat(desk.names(PORT, "thubo", "?ngay=" + LocalDate.now(ZONE)))
                .containsExactlyInAnyOrder("Một", "Hai", "Ba", "Bốn");
    }

    @ParameterizedTest
    @MethodSource("vn.dancu.bus.desk.codebook.CodebookDesk#wrongAnswers")
    void changesNothingByAWrongAnswerAndSaysWhy(String outcome, byte[] answer) {
        PLATFORM.has("thusai", "1", "Một", "2", "Hai");
        desk.pull();
        long version = desk.state("thusai").path("version").asLong();

        PLATFORM.says("thusai", answer);
        JsonNode pulled = desk.pull();

        assertThat(desk.state("thusai").path("outcome").asText()).isEqualTo(outcome);
        assertThat(desk.state("thusai").path("rule").asText()).isNotEmpty();
        assertThat(ConsoleVisitor.signedIn(PORT, Desk.Sandbox.OPERATOR)
                        .get("/desk/codebooks/thusai")
                        .body())
                .contains("Câu trả lời lẽ ra phải là: <span lang=\"vi\">")
                .doesNotContain("??");
        assertThat(desk.state("thusai").path("version").asLong()).isEqualTo(version);
        assertThat(desk.names(PORT, "thusai", "")).containsExactly("Một", "Hai");
        assertThat(pulled.path("failed").asInt()).isEqualTo(1);
        PLATFORM.has("thusai", "1", "Một", "2", "Hai");
    }

    @Test
    void holdsALargeChangeUntilAPersonAcceptsJustThat() {
        PLATFORM.has("thulon", CodebookDesk.twenty(0));
        desk.pull();
        PLATFORM.has("thulon", CodebookDesk.twenty(1));
        desk.pull();

        assertThat(desk.state("thulon").path("outcome").asText()).isEqualTo("too_many_changes");
        assertThat(desk.names(PORT, "thulon", "")).contains("Tên 0").doesNotContain("Tên 20");
        String held = desk.state("thulon").path("heldHash").asText();
        assertThat(desk.accept("thulon", "0".repeat(64)).code()).isEqualTo("version_outdated");
        assertThat(desk.accept("thulon", held).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(desk.names(PORT, "thulon", "?ngay=" + LocalDate.now(ZONE)))
                        .contains("Tên 20")
                        .doesNotContain("Tên 0"));
    }

    @Test
    void takesOverNoMoreThanWasLookedAtAndOnlyOnce() {
        PLATFORM.has("thubam", CodebookDesk.twenty(0));
        desk.pull();
        PLATFORM.has("thubam", CodebookDesk.twenty(1));
        desk.pull();
        String looked = desk.state("thubam").path("heldHash").asText();
        PLATFORM.says("thubam", CodebookDesk.utf8(PLATFORM.said("thubam").replace("\"}", "\",\"GhiChu\":\"khác\"}")));

        assertThat(desk.accept("thubam", looked).status()).isEqualTo(200);
        assertThat(desk.state("thubam").path("heldHash").asText()).isNotEqualTo(looked);
        assertThat(desk.state("thubam").path("outcome").asText()).isEqualTo("too_many_changes");
        assertThat(desk.names(PORT, "thubam", "")).doesNotContain("Tên 20");

        assertThat(desk.accept("thubam", desk.state("thubam").path("heldHash").asText())
                        .status())
                .isEqualTo(200);
        assertThat(desk.state("thubam").path("outcome").asText()).isEqualTo("done");
        String taken = PLATFORM.said("thubam");
        PLATFORM.has("thubam", CodebookDesk.twenty(2));
        desk.pull();
        assertThat(desk.accept("thubam", desk.state("thubam").path("heldHash").asText())
                        .status())
                .isEqualTo(200);
        assertThat(desk.state("thubam").path("outcome").asText()).isEqualTo("done");
        PLATFORM.says("thubam", CodebookDesk.utf8(taken));
        desk.pull();
        assertThat(desk.state("thubam").path("outcome").asText())
                .as("what was accepted once is not accepted for ever")
                .isEqualTo("too_many_changes");
        PLATFORM.has("thubam", CodebookDesk.twenty(2));
    }

    /** Otherwise every later change of the list, however small, would wait for a person. */
    @Test
    void countsACodeThatWasMissingBeforeAsNoChange() {
        String[] all = CodebookDesk.twenty(0);
        PLATFORM.has("thugiu", all);
        desk.pull();
        String[] fewer = Arrays.copyOf(all, 28);
        PLATFORM.has("thugiu", fewer);
        desk.pull();
        assertThat(desk.accept("thugiu", desk.state("thugiu").path("heldHash").asText())
                        .status())
                .isEqualTo(200);
        assertThat(desk.state("thugiu").path("missing").asInt()).isEqualTo(6);
        assertThat(desk.decide(operator, "keepings", "thugiu", "19", "hồ sơ cũ còn dùng")
                        .status())
                .isEqualTo(200);

        fewer[1] = "Tên mới";
        PLATFORM.has("thugiu", fewer);
        desk.pull();

        assertThat(desk.state("thugiu").path("outcome").asText()).isEqualTo("done");
        assertThat(desk.names(PORT, "thugiu", "")).contains("Tên mới");
        assertThat(desk.decide(approver, "endings", "thugiu", "19", "QĐ 2/QĐ-TTg")
                        .status())
                .as("a decision to keep can be corrected")
                .isEqualTo(200);
    }

    @Test
    void hasOneMeaningOfACodeOnEachDayThoughItEndedAndCameBack() {
        String both = "[{\"Ma\":\"A\",\"Ten\":\"Một\"},{\"Ma\":\"C\",\"Ten\":\"Ba\",\"HieuLucTu\":\"2020-01-01\"}]";
        PLATFORM.says("thungay", CodebookDesk.utf8(both));
        desk.pull();
        PLATFORM.has("thungay", "A", "Một");
        desk.pull();
        assertThat(desk.decide(approver, "endings", "thungay", "C", "QĐ 3/QĐ-TTg")
                        .status())
                .isEqualTo(200);
        PLATFORM.says("thungay", CodebookDesk.utf8(both));
        desk.pull();

        assertThat(desk.names(PORT, "thungay", "?ngay=2025-01-01")).containsOnlyOnce("Ba");
        assertThat(desk.names(PORT, "thungay", "?ngay=" + LocalDate.now(ZONE))).containsOnlyOnce("Ba");
    }

    @Test
    void getsAnotherTokenWhenTheOneEndsOnTheWay() {
        PLATFORM.forgetsTokensOnTheWay();

        JsonNode pulled = desk.pull();

        assertThat(pulled.path("outcome").asText()).isEqualTo("done");
        assertThat(pulled.path("failed").asInt()).isZero();
    }

    /** Not only after a day or a week, when all is due again. */
    @Test
    void isTriedAgainSoonWhateverStoppedIt() {
        PLATFORM.has("thuhong", "1", "Một", "2", "Hai");
        BUS.jdbc()
                .sql("alter table codebook.entry add constraint broken check (list <> 'thuhong')")
                .update();
        try {
            assertThat(operator.send("POST", "codebooks/pulls", null).status()).isEqualTo(204);
            await().atMost(Duration.ofSeconds(10)).until(() -> desk.due()
                    .isAfter(Instant.now(Clock.systemUTC()).plus(Duration.ofHours(1))));
            assertThat(desk.due()).isBefore(Instant.now(Clock.systemUTC()).plus(Duration.ofDays(2)));
        } finally {
            BUS.jdbc().sql("alter table codebook.entry drop constraint broken").update();
        }
        assertThat(desk.pull().path("outcome").asText()).isEqualTo("done");
        await().until(() -> desk.due().isAfter(Instant.now(Clock.systemUTC()).plus(Duration.ofDays(6))));
    }

    @Test
    void isDecidedAtTheConsole() {
        PLATFORM.has("thuban", "A", "Một", "B 2,1", "Hai");
        desk.pull();
        PLATFORM.has("thuban", "A", "Một");
        desk.pull();
        ConsoleVisitor person = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.APPROVER);

        String page = person.get("/desk/codebooks").body();
        assertThat(page)
                .contains("Mã chờ quyết định", "B 2,1", "Danh mục thuban")
                .doesNotContain("??");
        Matcher form =
                Pattern.compile("action=\"(/desk/codebooks/thuban/end[^\"]+)\"").matcher(page);
        assertThat(form.find()).isTrue();
        person.post(form.group(1).replace("&amp;", "&"), Map.of("reason", "QĐ 1/QĐ-TTg"));

        assertThat(desk.names(PORT, "thuban", "?ngay=" + LocalDate.now(ZONE))).containsExactly("Một");
        assertThat(person.get("/desk/codebooks/thuban").body())
                .contains("hết hiệu lực", "QĐ 1/QĐ-TTg", "theo quy tắc")
                .doesNotContain("??");
    }

    @Test
    void saysThatThePlatformIsAwayOrRefuses() {
        PLATFORM.givesTokens(false);
        assertThat(desk.pull().path("outcome").asText()).isEqualTo("token_refused");
        PLATFORM.givesTokens(true);
        PLATFORM.answersWith(503);
        assertThat(desk.pull().path("outcome").asText()).isEqualTo("status_wrong");
        assertThat(ConsoleVisitor.signedIn(PORT, Desk.Sandbox.OPERATOR)
                        .get("/desk/codebooks")
                        .body())
                .contains("trạng thái 200, không phải 503")
                .doesNotContain("??");
        PLATFORM.answersWith(200);
        assertThat(desk.pull().path("outcome").asText()).isEqualTo("done");
        assertThat(DanCuCommand.of(PORT, Desk.Sandbox.INSPECTOR)
                        .run("codebook", "list")
                        .out())
                .contains("thuthuong");
    }

    @Test
    void answersWhoHasTheListAlreadyWithoutIt() {
        String token = PARTNER.token(PORT);
        RawHttp.Answer first = CodebookDesk.get(PORT, token, "/dmdc/Category/madantoc");
        RawHttp.Answer again = CodebookDesk.get(
                PORT,
                token,
                "/dmdc/Category/madantoc",
                "If-None-Match: " + first.headers().get("etag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(CodebookDesk.get(PORT, token, "/dmdc/1.0/AllCategory").body())
                .isEqualTo(CodebookDesk.get(PORT, token, "/dmdc/AllCategory").body());
    }
}
