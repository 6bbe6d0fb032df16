package vn.dancu.bus.desk.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
            "--dancu.codebook.answer-limit=64KB",
            "--dancu.codebook.deadline=3s",
            "--dancu.codebook.every=7d",
            "--dancu.codebook.retry=1d",
            "--dancu.codebook.refresh=100ms");
    private static final int PORT = BUS.ports().http();
    private static final GovernedPartner PARTNER = GovernedPartner.enrol(BUS, "h95-danh-muc");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

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
        for (JsonNode record : category(PORT, "matinhtranghonnhan", "")) {
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

            pull();

            await().atMost(Duration.ofSeconds(3))
                    .untilAsserted(() -> assertThat(names(second.http(), "matinhtranghonnhan", "?ngay=" + today))
                            .contains("Tên mới của mã đầu", "Thử nghiệm")
                            .doesNotContain(old));
            assertThat(names(PORT, "matinhtranghonnhan", "?ngay=" + yesterday))
                    .contains(old)
                    .doesNotContain("Tên mới của mã đầu", "Thử nghiệm");
            JsonNode changes =
                    inspector.get("codebooks/matinhtranghonnhan/changes").body().path("items");
            assertThat(changes.findValuesAsText("kind")).containsExactlyInAnyOrder("added", "renamed");
            assertThat(changes.findValuesAsText("before")).contains(old);
            assertThat(changes.findValuesAsText("actor")).containsOnly("dancu-bus");
            assertThat(acts("codebook.list_changed", "codebook/matinhtranghonnhan"))
                    .isEqualTo(1);
        }
    }

    @Test
    void endsACodeOnlyWhenAPersonSaysSo() {
        PLATFORM.has("thubo", "A", "Một", "B", "Hai", "C", "Ba", "D", "Bốn");
        pull();
        PLATFORM.has("thubo", "A", "Một", "B", "Hai");
        pull();

        assertThat(names(PORT, "thubo", "")).containsExactly("Một", "Hai", "Ba", "Bốn");
        assertThat(missing("thubo")).containsExactly("C", "D");
        assertThat(decide(inspector, "endings", "thubo", "C", "lý do").code()).isEqualTo("role_missing");
        assertThat(decide(approver, "endings", "thubo", "C", " ").code()).isEqualTo("field_invalid");
        assertThat(decide(approver, "endings", "thubo", "A", "lý do").code()).isEqualTo("field_invalid");
        assertThat(decide(approver, "endings", "khong-co", "A", "lý do").code()).isEqualTo("resource_unknown");
        assertThat(decide(operator, "keepings", "thubo", "D", "hồ sơ cũ còn dùng")
                        .status())
                .isEqualTo(200);
        assertThat(decide(approver, "endings", "thubo", "C", "QĐ 99/QĐ-TTg").status())
                .isEqualTo(200);

        assertThat(names(PORT, "thubo", "?ngay=" + LocalDate.now(ZONE))).containsExactly("Một", "Hai", "Bốn");
        assertThat(missing("thubo")).isEmpty();
        JsonNode ended = inspector.get("codebooks/thubo/changes?limit=1").body().at("/items/0");
        assertThat(ended.path("kind").asText()).isEqualTo("ended");
        assertThat(ended.path("actor").asText()).isEqualTo("binh.duyet");
        assertThat(ended.path("reason").asText()).isEqualTo("QĐ 99/QĐ-TTg");
        pull();
        assertThat(missing("thubo")).isEmpty();
        PLATFORM.has("thubo", "A", "Một", "B", "Hai", "C", "Ba", "D", "Bốn");
        pull();
        assertThat(names(PORT, "thubo", "?ngay=" + LocalDate.now(ZONE)))
                .containsExactlyInAnyOrder("Một", "Hai", "Ba", "Bốn");
    }

    static Stream<Arguments> wrongAnswers() {
        String good = "[{\"Ma\":\"1\",\"Ten\":\"Khác\"},{\"Ma\":\"2\",\"Ten\":\"Hai\"}]";
        return Stream.of(
                Arguments.of("not_json", utf8("<html><body>Bảo trì hệ thống</body></html>")),
                Arguments.of("malformed", utf8(good.substring(0, good.length() - 9))),
                Arguments.of("malformed", utf8(good + "]")),
                Arguments.of("malformed", utf8("[{\"Ma\":\"1\",\"Ma\":\"2\",\"Ten\":\"Khác\"}]")),
                Arguments.of("code_duplicated", utf8(good.replace("\"2\"", "\"1\""))),
                Arguments.of("code_duplicated", utf8(good.replace("\"2\"", "\"01\""))),
                Arguments.of("list_empty", utf8("[]")),
                Arguments.of("code_missing", utf8(good.replace("\"2\"", "\"\""))),
                Arguments.of("code_missing", utf8(good.replace("\"Hai\"", "null"))),
                Arguments.of("shape_wrong", utf8("{\"data\":" + good + "}")),
                Arguments.of("shape_wrong", utf8(good.replace("\"Hai\"", "[\"Hai\"]"))),
                Arguments.of("encoding_wrong", good.getBytes(Charset.forName("windows-1258"))),
                Arguments.of("too_large", utf8("[" + " ".repeat(70_000) + "]")));
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void changesNothingByAWrongAnswerAndSaysWhy(String outcome, byte[] answer) {
        PLATFORM.has("thusai", "1", "Một", "2", "Hai");
        pull();
        long version = state("thusai").path("version").asLong();

        PLATFORM.says("thusai", answer);
        JsonNode pulled = pull();

        assertThat(state("thusai").path("outcome").asText()).isEqualTo(outcome);
        assertThat(state("thusai").path("rule").asText()).isNotEmpty();
        assertThat(state("thusai").path("version").asLong()).isEqualTo(version);
        assertThat(names(PORT, "thusai", "")).containsExactly("Một", "Hai");
        assertThat(pulled.path("failed").asInt()).isEqualTo(1);
        PLATFORM.has("thusai", "1", "Một", "2", "Hai");
    }

    @Test
    void holdsALargeChangeUntilAPersonAcceptsJustThat() {
        String[] before = new String[40];
        String[] after = new String[40];
        for (int i = 0; i < 20; i++) {
            before[2 * i] = String.valueOf(i);
            before[2 * i + 1] = "Tên " + i;
            after[2 * i] = String.valueOf(i);
            after[2 * i + 1] = "Tên " + (i + 1);
        }
        PLATFORM.has("thulon", before);
        pull();
        PLATFORM.has("thulon", after);
        pull();

        assertThat(state("thulon").path("outcome").asText()).isEqualTo("too_many_changes");
        assertThat(names(PORT, "thulon", "")).contains("Tên 0").doesNotContain("Tên 20");
        String held = state("thulon").path("heldHash").asText();
        assertThat(accept("0".repeat(64)).code()).isEqualTo("version_outdated");
        assertThat(accept(held).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(names(PORT, "thulon", "?ngay=" + LocalDate.now(ZONE)))
                        .contains("Tên 20")
                        .doesNotContain("Tên 0"));
    }

    @Test
    void isDecidedAtTheConsole() {
        PLATFORM.has("thuban", "A", "Một", "B 2,1", "Hai");
        pull();
        PLATFORM.has("thuban", "A", "Một");
        pull();
        ConsoleVisitor person = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.APPROVER);

        String page = person.get("/desk/codebooks").body();
        assertThat(page)
                .contains("Mã chờ quyết định", "B 2,1", "Danh mục thuban")
                .doesNotContain("??");
        Matcher form =
                Pattern.compile("action=\"(/desk/codebooks/thuban/end[^\"]+)\"").matcher(page);
        assertThat(form.find()).isTrue();
        person.post(form.group(1).replace("&amp;", "&"), Map.of("reason", "QĐ 1/QĐ-TTg"));

        assertThat(names(PORT, "thuban", "?ngay=" + LocalDate.now(ZONE))).containsExactly("Một");
        assertThat(person.get("/desk/codebooks/thuban").body())
                .contains("hết hiệu lực", "QĐ 1/QĐ-TTg", "theo quy tắc")
                .doesNotContain("??");
    }

    @Test
    void saysThatThePlatformIsAwayOrRefuses() {
        PLATFORM.givesTokens(false);
        assertThat(pull().path("outcome").asText()).isEqualTo("token_refused");
        PLATFORM.givesTokens(true);
        PLATFORM.answersWith(503);
        assertThat(pull().path("outcome").asText()).isEqualTo("status_wrong");
        PLATFORM.answersWith(200);
        assertThat(pull().path("outcome").asText()).isEqualTo("done");
        assertThat(DanCuCommand.of(PORT, Desk.Sandbox.INSPECTOR)
                        .run("codebook", "list")
                        .out())
                .contains("thuthuong");
    }

    @Test
    void answersWhoHasTheListAlreadyWithoutIt() {
        String token = PARTNER.token(PORT);
        RawHttp.Answer first = get(PORT, token, "/dmdc/Category/madantoc");
        RawHttp.Answer again = get(
                PORT,
                token,
                "/dmdc/Category/madantoc",
                "If-None-Match: " + first.headers().get("etag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(PORT, token, "/dmdc/1.0/AllCategory").body())
                .isEqualTo(get(PORT, token, "/dmdc/AllCategory").body());
    }

    /** Asks for a pull and waits for its end. */
    private JsonNode pull() {
        long before = inspector
                .get("codebooks/pulls?limit=1")
                .body()
                .at("/items/0/number")
                .asLong();
        assertThat(operator.send("POST", "codebooks/pulls", null).status()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> inspector
                                .get("codebooks/pulls?limit=1")
                                .body()
                                .at("/items/0/number")
                                .asLong()
                        > before);
        return inspector.get("codebooks/pulls?limit=1").body().at("/items/0");
    }

    private Desk.Answer decide(Desk who, String what, String list, String code, String reason) {
        return who.send("POST", "codebooks/" + list + "/" + what, Map.of("codes", List.of(code), "reason", reason));
    }

    private Desk.Answer accept(String hash) {
        return approver.send("POST", "codebooks/thulon/acceptance", Map.of("hash", hash, "reason", "đã rà soát"));
    }

    private JsonNode state(String list) {
        return inspector.get("codebooks/" + list).body();
    }

    private List<String> missing(String list) {
        List<String> codes = new ArrayList<>();
        inspector.get("codebooks/missing").body().path("items").forEach(item -> {
            if (item.path("list").asText().equals(list)) {
                codes.add(item.path("code").asText());
            }
        });
        return codes;
    }

    private static List<String> names(int port, String list, String query) {
        return category(port, list, query).findValuesAsText("Ten");
    }

    private static JsonNode category(int port, String list, String query) {
        return GovernedPartner.json(get(port, PARTNER.token(port), "/dmdc/Category/" + list + query));
    }

    private static RawHttp.Answer get(int port, String token, String path, String... headers) {
        List<String> lines = new ArrayList<>(List.of(headers));
        lines.add("Authorization: Bearer " + token);
        return RawHttp.send(port, "GET " + path, lines, new byte[0]);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long acts(String action, String subject) {
        return BUS.jdbc()
                .sql("select count(*) from audit.event where kind = 'ACT' and result = :action"
                        + " and event::text like '%\"' || :subject || '\"%'")
                .param("action", action)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }
}
