package vn.dancu.bus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

/** The sandbox's portal: a document goes over the mock axis to the bus, and its answer comes back. */
class PortalIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void sendsADocumentAndShowsItsStatusesAndItsAnswer() {
        Person person = BUS.anybody();

        JsonNode sent = json(send(person.soDinhDanh(), person.hoVaTen(), person.ngaySinh(), ""));
        String path = "/sandbox/portal/documents/" + sent.path("id").asText();

        assertThat(sent.path("state").asText()).isEqualTo("unsent");
        JsonNode answered = ended(path);
        assertThat(answered.path("state").asText()).isEqualTo("answered");
        assertThat(answered.path("statuses").findValuesAsText("code")).containsExactly("01", "03", "05", "06");
        assertThat(answered.path("statuses").findValuesAsText("meaning"))
                .containsExactly("Đã đến", "Đã tiếp nhận", "Đang xử lý", "Hoàn thành");
        assertThat(answered.path("flaws")).isEmpty();
        assertThat(json(get(path + "/files/ket-qua.json"))
                        .at("/0/traLoi/congDan/0/soDinhDanh")
                        .asText())
                .isEqualTo(person.soDinhDanh());
        assertThat(get(path + "/files/tom-tat.pdf").body()).startsWith("%PDF-");
        assertThat(get(path + "/files/tra-loi.edxml").body())
                .contains(sent.path("id").asText());
        assertThat(get(path + "/files/yeu-cau.edxml").body()).contains("yeu-cau.json");
    }

    @Test
    void showsWhyAQuestionWasRefused() {
        Person person = BUS.anybody();

        JsonNode sent = json(send(person.soDinhDanh(), person.hoVaTen(), person.ngaySinh(), ",\"dichVu\":\"KhongCo\""));
        String path = "/sandbox/portal/documents/" + sent.path("id").asText();

        assertThat(ended(path).path("flaws")).isEmpty();
        assertThat(get(path + "/files/ket-qua.json").body()).contains("operation_unknown");
        assertThat(get(path + "/files/document.json").status()).isEqualTo(404);
    }

    @Test
    void sendsManyAndCountsWhatCameOfThem() {
        int before = json(get("/sandbox/portal/balance")).path("made").asInt();

        RawHttp.Answer run = post("/sandbox/portal/runs?documents=20", "");

        assertThat(run.status()).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() ->
                        json(get("/sandbox/portal/balance")).path("waiting").asInt() == 0);
        JsonNode balance = json(get("/sandbox/portal/balance"));
        assertThat(balance.path("made").asInt()).isGreaterThanOrEqualTo(before + 20);
        assertThat(balance.path("answered").asInt() + balance.path("refused").asInt())
                .isEqualTo(balance.path("made").asInt());
        assertThat(balance.path("flawed").asInt()).isZero();
        assertThat(balance.path("strays").asInt()).isZero();
    }

    @Test
    void refusesARunOfNothingAndADocumentThatIsNotThere() {
        assertThat(post("/sandbox/portal/runs?documents=0", "").body()).contains("field_invalid");
        assertThat(get("/sandbox/portal/documents/nothing").body()).contains("resource_unknown");
        assertThat(post("/sandbox/portal/documents", "{}").body()).contains("field_missing");
    }

    private static JsonNode ended(String path) {
        await().atMost(PATIENCE).until(() -> List.of("answered", "refused")
                .contains(json(get(path)).path("state").asText()));
        return json(get(path));
    }

    private static RawHttp.Answer send(String number, String name, String birth, String more) {
        return post(
                "/sandbox/portal/documents",
                "{\"soDinhDanh\":\"" + number + "\",\"hoVaTen\":\"" + name + "\",\"ngaySinh\":\"" + birth + "\"" + more
                        + "}");
    }

    private static RawHttp.Answer post(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return RawHttp.send(
                BUS.ports().http(),
                "POST " + path,
                List.of("Content-Type: application/json", "Content-Length: " + bytes.length),
                bytes);
    }

    private static RawHttp.Answer get(String path) {
        return RawHttp.send(BUS.ports().http(), "GET " + path, List.of(), new byte[0]);
    }

    private static JsonNode json(RawHttp.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer, e);
        }
    }
}
