package vn.dancu.bus.desk.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

/** What people do with code lists, and what whoever asks for one gets. */
final class CodebookDesk {

    private final RunningBus bus;
    private final GovernedPartner partner;
    private final Desk operator;
    private final Desk approver;
    private final Desk inspector;

    CodebookDesk(RunningBus bus, GovernedPartner partner) {
        this.bus = bus;
        this.partner = partner;
        int port = bus.ports().http();
        this.operator = Desk.at(port, Desk.Sandbox.OPERATOR);
        this.approver = Desk.at(port, Desk.Sandbox.APPROVER);
        this.inspector = Desk.at(port, Desk.Sandbox.INSPECTOR);
    }

    /** Asks for a pull and waits for its end. */
    JsonNode pull() {
        long before = lastPull().path("number").asLong();
        assertThat(operator.send("POST", "codebooks/pulls", null).status()).isEqualTo(204);
        return pullAfter(before);
    }

    private JsonNode lastPull() {
        return inspector.get("codebooks/pulls?limit=1").body().at("/items/0");
    }

    private JsonNode pullAfter(long before) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> lastPull().path("number").asLong() > before);
        return lastPull();
    }

    Desk.Answer decide(Desk who, String what, String list, String code, String reason) {
        return who.send("POST", "codebooks/" + list + "/" + what, Map.of("codes", List.of(code), "reason", reason));
    }

    /** And waits for the pull that follows where it was accepted. */
    Desk.Answer accept(String list, String hash) {
        long before = lastPull().path("number").asLong();
        Desk.Answer answer = approver.send(
                "POST", "codebooks/" + list + "/acceptance", Map.of("hash", hash, "reason", "đã rà soát"));
        if (answer.status() == 200) {
            pullAfter(before);
        }
        return answer;
    }

    JsonNode state(String list) {
        return inspector.get("codebooks/" + list).body();
    }

    List<String> missing(String list) {
        List<String> codes = new ArrayList<>();
        inspector.get("codebooks/missing").body().path("items").forEach(item -> {
            if (item.path("list").asText().equals(list)) {
                codes.add(item.path("code").asText());
            }
        });
        return codes;
    }

    List<String> names(int port, String list, String query) {
        return category(port, list, query).findValuesAsText("Ten");
    }

    JsonNode category(int port, String list, String query) {
        return GovernedPartner.json(get(port, partner.token(port), "/dmdc/Category/" + list + query));
    }

    Instant due() {
        return bus.jdbc()
                .sql("select due from codebook.turn")
                .query((rs, row) -> rs.getTimestamp("due").toInstant())
                .single();
    }

    long acts(String action, String subject) {
        return bus.jdbc()
                .sql("select count(*) from audit.event where kind = 'ACT' and result = :action"
                        + " and event::text like '%\"' || :subject || '\"%'")
                .param("action", action)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    static RawHttp.Answer get(int port, String token, String path, String... headers) {
        List<String> lines = new ArrayList<>(List.of(headers));
        lines.add("Authorization: Bearer " + token);
        return RawHttp.send(port, "GET " + path, lines, new byte[0]);
    }

    /** What a list must not be answered with, and the outcome of that. */
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
                Arguments.of("shape_wrong", utf8(good.replace("\"Hai\"", "\"Hai\",\"HieuLucDen\":\"15/08/2026\""))),
                Arguments.of("shape_wrong", utf8(good.replace("\"Hai\"", "[\"Hai\"]"))),
                Arguments.of("encoding_wrong", good.getBytes(Charset.forName("windows-1258"))),
                Arguments.of("too_large", utf8("[" + " ".repeat(70_000) + "]")));
    }

    /** Codes and names of a list of twenty. */
    static String[] twenty(int shifted) {
        String[] cells = new String[40];
        for (int i = 0; i < 20; i++) {
            cells[2 * i] = String.valueOf(i);
            cells[2 * i + 1] = "Tên " + (i + shifted);
        }
        return cells;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
