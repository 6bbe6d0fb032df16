package vn.dancu.bus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

/** The phone of a synthetic subscriber: its page, its JSON addresses, and the faults that can be ordered. */
class PhoneIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PORT = RunningBus.shared().ports().http();

    @AfterAll
    static void forgetTheFaults() {
        send("DELETE /sandbox/sms/faults", "application/json", "");
    }

    @Test
    void everySubscriberOfTheListHasANumberThatNobodyRealHas() throws IOException {
        JsonNode people = JSON.readTree(
                send("GET /sandbox/citizens?kind=subscriber&limit=200", "", "").body());

        assertThat(people).hasSize(200).allSatisfy(person -> assertThat(
                        person.path("soThueBao").asText())
                .matches("0100[0-9]{6}"));
    }

    @Test
    void aMessageIsWrittenAndReadOnThePage() {
        RawHttp.Answer page = send("GET /sandbox/phone", "", "");
        assertThat(page.body())
                .contains("Điện thoại thử", "lang=\"vi\"", "8088")
                .doesNotContain("<script");

        RawHttp.Answer sent = send(
                "POST /sandbox/phone",
                "application/x-www-form-urlencoded",
                "from=%2B84100999001&to=8099&text=" + URLEncoder.encode("Tiếng <b> Việt", StandardCharsets.UTF_8));
        String there = sent.headers().getOrDefault("Location", "");

        assertThat(sent.status()).isEqualTo(303);
        assertThat(there).doesNotContain("84100999001");
        assertThat(send("GET " + there, "", "").body()).contains("Tiếng &lt;b&gt; Việt", "Gửi 8099");
    }

    @Test
    void aMessageIsSentAndReadAsJson() throws IOException {
        JsonNode sent = json(send(
                "POST /sandbox/phone/messages",
                "application/json",
                "{\"from\":\"+84 100 999 002\",\"to\":\"8099\",\"text\":\"" + "ắ".repeat(100) + "\"}"));

        assertThat(sent.path("operator").asText()).isEqualTo("mang-c");
        assertThat(sent.path("parts").asInt()).isEqualTo(2);
        JsonNode message = json(send(
                        "GET /sandbox/phone/messages?phone="
                                + sent.path("phone").asText(),
                        "",
                        ""))
                .path("messages")
                .get(0);
        assertThat(message.path("parts").get(1).path("content").asText()).matches("050003..0202(1eaf){33}");
        assertThat(json(send("POST /sandbox/phone/conversations", "application/json", "{\"from\":\"84100999002\"}"))
                        .path("messages"))
                .isNotEmpty();
    }

    @Test
    void refusesWhatNoPhoneSends() {
        assertThat(send(
                                "POST /sandbox/phone/messages",
                                "application/json",
                                "{\"from\":\"1\",\"to\":\"x\",\"text\":\"\"}")
                        .body())
                .contains("field_invalid");
        assertThat(send(
                                "POST /sandbox/phone/messages",
                                "application/json",
                                "{\"from\":\"84100999003\",\"to\":\"1234\",\"text\":\"a\"}")
                        .body())
                .contains("field_invalid", "\"to\"");
        assertThat(send("POST /sandbox/phone", "application/x-www-form-urlencoded", "from=a&to=1&text=b")
                        .status())
                .isEqualTo(400);
        assertThat(send("POST /sandbox/phone", "application/x-www-form-urlencoded", "from=a&to=1")
                        .body())
                .contains("field_missing", "\"text\"");
        assertThat(send("GET /sandbox/phone/messages?after=1", "", "").body()).contains("field_missing", "\"phone\"");
    }

    @Test
    void showsWhichFaultsWerePlayed() throws IOException {
        RawHttp.Answer ordered = send(
                "PUT /sandbox/sms/faults?operator=mang-c",
                "application/json",
                "[{\"verb\":\"submit_sm\",\"fault\":\"silent\",\"every\":2}]");

        assertThat(json(ordered).get(0).get(0).path("played").asInt()).isZero();
        assertThat(json(send("GET /sandbox/sms/faults", "", ""))).hasSize(3);
        assertThat(send("PUT /sandbox/sms/faults", "application/json", "[{\"fault\":\"error-page\"}]")
                        .status())
                .isEqualTo(400);
        assertThat(send("GET /sandbox/sms/faults?operator=nobody", "", "").status())
                .isEqualTo(400);
    }

    private static JsonNode json(RawHttp.Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return JSON.readTree(answer.body());
    }

    private static RawHttp.Answer send(String line, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> headers =
                type.isEmpty() ? List.of() : List.of("Content-Type: " + type, "Content-Length: " + bytes.length);
        return RawHttp.send(PORT, line, headers, bytes);
    }
}
