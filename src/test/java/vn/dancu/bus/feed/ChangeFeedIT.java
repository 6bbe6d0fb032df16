package vn.dancu.bus.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;

/** The feed on the whole bus: who follows hears what changed, never to what, and only of what it may ask for. */
class ChangeFeedIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONG = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc = BUS.bean(JdbcTemplate.class);
    private final String province = Tokens.fetch(BUS.ports().http(), "h41-lgsp", "sandbox-h41");
    private final String portal = Tokens.fetch(BUS.ports().http(), "g22-portal", "sandbox-g22");

    @Test
    void reportsToEachFollowerWhatItMayAskForInTheOrderOfTheChanges() throws Exception {
        String number = person(1);
        String subject = followed(province, number, "MAU VAN MOT");
        followed(portal, number, "MAU VAN MOT");

        jdbc.update(
                "update register.citizen set permanent_province = '01', permanent_ward = '00004', permanent_country = 'VN'"
                        + " where so_dinh_danh = ?",
                number);
        jdbc.update("update register.citizen set marital_status = '2' where so_dinh_danh = ?", number);
        jdbc.update(
                "update register.citizen set state = 'DECEASED', state_since = '2026-11-29' where so_dinh_danh = ?",
                number);

        await().atMost(LONG).untilAsserted(() -> assertThat(kinds(province, subject))
                .containsExactly("followed", "moved", "changed", "deceased"));
        await().atMost(LONG).untilAsserted(() -> assertThat(kinds(portal, subject))
                .as("the portal may not ask for the marital status")
                .containsExactly("followed", "moved", "deceased"));
        assertThat(events(province, subject).toString())
                .contains("[\"ThuongTru\"]", "[\"TinhTrangHonNhan\"]")
                .doesNotContain(number, "MAU", "00004", "2026-11-29");
        await().atMost(LONG).untilAsserted(() -> assertThat(onKafka(subject))
                .as("a first event is for its follower alone")
                .containsExactly("created", "moved", "changed", "deceased"));
    }

    @Test
    void goesOnAfterTheCursorAndRepeatsFromAnOlderOne() throws Exception {
        String number = person(2);
        String subject = followed(province, number, "MAU VAN MOT");
        await().atMost(LONG).until(() -> kinds(province, subject).size() == 1);
        String cursor = last(province);
        for (int i = 1; i <= 3; i++) {
            jdbc.update("update register.citizen set religion = ? where so_dinh_danh = ?", "0" + i, number);
        }
        await().atMost(LONG).until(() -> kinds(province, subject).size() == 4);

        JsonNode first = page(province, "?limit=2&after=" + cursor);
        JsonNode second =
                page(province, "?limit=2&after=" + first.path("tiepTheo").asText());
        assertThat(first.path("conNua").asBoolean()).isTrue();
        assertThat(page(province, "?limit=2&after=" + cursor)).isEqualTo(first);
        assertThat(ids(first)).hasSize(2).doesNotContainAnyElementsOf(ids(second));
        assertThat(page(province, "?after=" + last(province)).path("suKien")).isEmpty();
    }

    @Test
    void letsNobodyFollowByTheNumberAlone() throws Exception {
        String number = person(3);

        assertThat(put(province, number, "NGUOI KHAC").toString())
                .contains("\"theoDoi\":0", "not_found")
                .doesNotContain("maNguoi");
        assertThat(put(province, "999999999999", "MAU VAN MOT").toString()).contains("not_found");
        RawHttp.Answer refused = call(province, "PUT /api/v1/follows", order("khong-co", number, "MAU VAN MOT"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("officer_not_allowed");
        assertThat(call(
                                province,
                                "PUT /api/v1/follows",
                                order("canbo01", number, "MAU").replace("Chi trả", "999080000001"))
                        .body())
                .contains("field_invalid", "lyDo");
    }

    @Test
    void givesNothingOutAnyMoreWhenFollowingEnds() throws Exception {
        String number = person(4);
        String subject = followed(province, number, "MAU VAN MOT");
        await().atMost(LONG).until(() -> kinds(province, subject).size() == 1);
        assertThat(call(province, "GET /api/v1/follows?limit=1000", "").body()).contains(subject, "Chi trả");

        RawHttp.Answer removed =
                call(province, "POST /api/v1/follows/removals", "{\"nguoi\":[{\"maNguoi\":\"" + subject + "\"}]}");

        assertThat(removed.body()).isEqualTo("{\"tong\":1,\"thayDoi\":1}");
        assertThat(kinds(province, subject)).isEmpty();
    }

    /** Somebody of these tests alone. */
    private String person(int place) {
        String number = "99988800000" + place;
        jdbc.update(
                "insert into register.citizen (citizen_id, so_dinh_danh, ten, name_folded, birth_year) values (?, ?, ?, ?, 1980)",
                900_000_000L + place,
                number,
                "MAU VAN MOT",
                "MAUVANMOT");
        jdbc.update(
                "insert into register.citizen_number (number, citizen_id, kind, state) values (?, ?, 'SO_DINH_DANH', 'CURRENT')",
                number,
                900_000_000L + place);
        return number;
    }

    private String followed(String token, String number, String name) throws Exception {
        JsonNode answer = put(token, number, name);
        assertThat(answer.path("theoDoi").asInt()).as(answer.toString()).isOne();
        return answer.path("nguoi").get(0).path("maNguoi").asText();
    }

    private JsonNode put(String token, String number, String name) throws Exception {
        RawHttp.Answer answer = call(token, "PUT /api/v1/follows", order("canbo01", number, name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String order(String officer, String number, String name) {
        return "{\"maCanBo\":\"" + officer
                + "\",\"lyDo\":\"Chi trả trợ cấp\",\"suKienDau\":true,\"nguoi\":[{\"soDinhDanh\":\"" + number
                + "\",\"hoVaTen\":\"" + name + "\",\"ngaySinh\":\"1980\"}]}";
    }

    private List<String> kinds(String token, String subject) throws Exception {
        return events(token, subject).stream()
                .map(event -> event.path("data").path("kind").asText())
                .toList();
    }

    private List<JsonNode> events(String token, String subject) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        JsonNode page = page(token, "?limit=1000");
        page.path("suKien").forEach(events::add);
        return events.stream()
                .filter(event -> event.path("subject").asText().equals(subject))
                .toList();
    }

    private String last(String token) throws Exception {
        return page(token, "?limit=1000").path("tiepTheo").asText();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("suKien").findValuesAsText("id");
    }

    private JsonNode page(String token, String query) throws Exception {
        RawHttp.Answer answer = call(token, "GET /api/v1/changes" + query, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static RawHttp.Answer call(String token, String startLine, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> headers = new ArrayList<>(List.of("Authorization: Bearer " + token));
        if (bytes.length > 0) {
            headers.add("Content-Type: application/json");
            headers.add("Content-Length: " + bytes.length);
        }
        return RawHttp.send(BUS.ports().http(), startLine, headers, bytes);
    }

    private static List<String> onKafka(String subject) throws Exception {
        try (KafkaConsumer<byte[], byte[]> topic = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + BUS.ports().kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition("dancu.citizen-changed.v1", 0);
            topic.assign(List.of(partition));
            topic.seekToBeginning(List.of(partition));
            long end = topic.endOffsets(List.of(partition)).get(partition);
            List<String> kinds = new ArrayList<>();
            while (topic.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> each : topic.poll(Duration.ofMillis(200))) {
                    if (new String(each.key(), StandardCharsets.US_ASCII).equals(subject)) {
                        kinds.add(JSON.readTree(each.value())
                                .path("data")
                                .path("kind")
                                .asText());
                    }
                }
            }
            return kinds;
        }
    }
}
