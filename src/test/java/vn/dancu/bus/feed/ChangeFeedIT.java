package vn.dancu.bus.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.access.AccessEntry;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.citizen.access.AccessQuery;
import vn.dancu.bus.delivery.BodySignature;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.DeliveryState;
import vn.dancu.bus.fixtures.ChangeQueue;
import vn.dancu.bus.fixtures.Follower;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;

/** The feed on the whole bus: who follows hears what changed, never to what, and only of what it may ask for. */
class ChangeFeedIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Of application-sandbox.yaml. */
    private static final String QUEUE_SECRET = "sandbox-changes-h41-of-synthetic-people-only";

    private static final String RECEIPT_KEY = "c2FuZGJveC1yZWNlaXB0cy1oNDEtb2Ytc3ludGhldGljLXBlb3BsZS1vbmx5";

    private final JdbcTemplate jdbc = BUS.bean(JdbcTemplate.class);
    private final Follower province = new Follower(BUS, "h41-lgsp", "sandbox-h41");
    private final Follower portal = new Follower(BUS, "g22-portal", "sandbox-g22");

    @Test
    void reportsToEachFollowerWhatItMayAskForInTheOrderOfTheChanges() throws Exception {
        String number = person(1);
        String subject = province.follow(number);
        portal.follow(number);

        jdbc.update(
                "update register.citizen set permanent_province = '01', permanent_ward = '00004', permanent_country = 'VN'"
                        + " where so_dinh_danh = ?",
                number);
        jdbc.update("update register.citizen set marital_status = '2' where so_dinh_danh = ?", number);
        jdbc.update(
                "update register.citizen set state = 'DECEASED', state_since = '2026-11-29' where so_dinh_danh = ?",
                number);

        await().atMost(LONG).untilAsserted(() -> assertThat(province.kinds(subject))
                .containsExactly("followed", "moved", "changed", "deceased"));
        await().atMost(LONG).untilAsserted(() -> assertThat(portal.kinds(subject))
                .as("the portal may not ask for the marital status")
                .containsExactly("followed", "moved", "deceased"));
        assertThat(province.events(subject).toString())
                .contains("[\"ThuongTru\"]", "[\"TinhTrangHonNhan\"]")
                .doesNotContain(number, "MAU", "00004", "2026-11-29");
        await().atMost(LONG).untilAsserted(() -> assertThat(onKafka(subject))
                .as("a first event is for its follower alone")
                .containsExactly("created", "moved", "changed", "deceased"));
    }

    @Test
    void goesOnAfterTheCursorAndRepeatsFromAnOlderOne() throws Exception {
        String number = person(2);
        String subject = province.follow(number);
        await().atMost(LONG).until(() -> province.kinds(subject).size() == 1);
        String cursor = last(province);
        for (int i = 1; i <= 3; i++) {
            jdbc.update("update register.citizen set religion = ? where so_dinh_danh = ?", "0" + i, number);
        }
        await().atMost(LONG).until(() -> province.kinds(subject).size() == 4);

        JsonNode first = province.page("?limit=2&after=" + cursor);
        JsonNode second =
                province.page("?limit=2&after=" + first.path("tiepTheo").asText());
        assertThat(first.path("conNua").asBoolean()).isTrue();
        assertThat(province.page("?limit=2&after=" + cursor)).isEqualTo(first);
        assertThat(ids(first)).hasSize(2).doesNotContainAnyElementsOf(ids(second));
        assertThat(province.page("?after=" + last(province)).path("suKien")).isEmpty();
    }

    @Test
    void letsNobodyFollowByTheNumberAlone() throws Exception {
        String number = person(3);

        assertThat(province.put(number, "NGUOI KHAC").toString())
                .contains("\"theoDoi\":0", "not_found")
                .doesNotContain("maNguoi");
        assertThat(province.put("999999999999", Follower.NAME).toString()).contains("not_found");
        RawHttp.Answer refused =
                province.call("PUT /api/v1/follows", Follower.order("khong-co", number, Follower.NAME));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("officer_not_allowed");
        assertThat(province.call(
                                "PUT /api/v1/follows",
                                Follower.order("canbo01", number, "MAU").replace("Chi trả", "999080000001"))
                        .body())
                .contains("field_invalid", "lyDo");
    }

    @Test
    void givesNothingOutAnyMoreWhenFollowingEnds() throws Exception {
        String number = person(4);
        String subject = province.follow(number);
        await().atMost(LONG).until(() -> province.kinds(subject).size() == 1);
        assertThat(province.call("GET /api/v1/follows?limit=1000", "").body()).contains(subject, "Chi trả");

        RawHttp.Answer removed =
                province.call("POST /api/v1/follows/removals", "{\"nguoi\":[{\"maNguoi\":\"" + subject + "\"}]}");

        assertThat(removed.body()).isEqualTo("{\"tong\":1,\"thayDoi\":1}");
        assertThat(province.kinds(subject)).isEmpty();
    }

    /** The province's queue is set in the sandbox. */
    @Test
    void putsPagesIntoTheQueueOfAPartnerSignedAndKeepsItsReceipt() throws Exception {
        String number = person(5);
        String subject = province.follow(number);
        try (ChangeQueue queue = new ChangeQueue(BUS, "h41-lgsp", "sandbox-h41")) {
            ChangeQueue.Page page = queue.await(subject);

            assertThat(page.signature())
                    .isEqualTo(BodySignature.of(QUEUE_SECRET, page.id(), page.timestamp(), page.bytes()));
            assertThat(JSON.readTree(page.text()).path("sau").asText()).matches("[a-h][a-p]{15}");
            assertThat(page.text()).doesNotContain(number);
            await().atMost(LONG)
                    .until(() -> BUS.bean(Deliveries.class)
                                    .find(UUID.fromString(page.id()))
                                    .orElseThrow()
                                    .state()
                                    .name()
                            == DeliveryState.Name.DELIVERED);
            String receipt = page.receipt("h41-lgsp", RECEIPT_KEY);
            assertThat(receive(receipt.substring(0, receipt.length() - 8) + "AAAAAAAA")
                            .body())
                    .contains("field_invalid", "bienNhan");
            assertThat(receive(receipt).status()).isEqualTo(204);
            assertThat(receive(receipt).status()).isEqualTo(204);
            assertThat(BUS.bean(Deliveries.class)
                            .find(UUID.fromString(page.id()))
                            .orElseThrow()
                            .receipt())
                    .isEqualTo(receipt);
        }
    }

    private RawHttp.Answer receive(String receipt) {
        return province.call("POST /api/v1/changes/receipts", "{\"bienNhan\":\"" + receipt + "\"}");
    }

    @Test
    void endsAtTheDayThatWasNamed() throws Exception {
        String number = person(6);
        String subject = province.follow(number);
        await().atMost(LONG).until(() -> province.kinds(subject).size() == 1);
        jdbc.update(
                "update feed.follow set since = now() - interval '2 days', until = now() - interval '1 second' where partner = 'h41-lgsp'"
                        + " and citizen_id = ?",
                900_000_006L);

        jdbc.update("update register.citizen set religion = '01' where so_dinh_danh = ?", number);

        await().atMost(LONG).untilAsserted(() -> assertThat(onKafka(subject)).contains("changed"));
        assertThat(province.kinds(subject)).containsExactly("followed");
        assertThat(province.call(
                                "PUT /api/v1/follows",
                                Follower.order("canbo01", number, Follower.NAME)
                                        .replace("\"lyDo\"", "\"hieuLucDen\":\"2020-01-01T00:00:00Z\",\"lyDo\""))
                        .body())
                .contains("field_invalid", "hieuLucDen");
    }

    @Test
    void standsInTheLogOfThePerson() throws Exception {
        String number = person(7);
        province.follow(number);
        VerifiedCitizen citizen = new VerifiedCitizen(
                PersonalId.soDinhDanh(number),
                Follower.NAME,
                BirthDate.parse("1980-01-01"),
                new Proof(Proof.Kind.PORTAL_ACCOUNT, "portal", null));

        List<AccessEntry> entries = BUS.bean(AccessLog.class)
                .page(citizen, new AccessQuery(null, null, false, null, 5))
                .entries();

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).by().side()).isEqualTo(AccessEntry.Side.AUTHORITY);
        assertThat(entries.get(0).service().name()).contains("theo dõi");
    }

    private String person(int place) {
        return Follower.person(BUS, place);
    }

    private static String last(Follower follower) throws IOException {
        return follower.page("?limit=1000").path("tiepTheo").asText();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("suKien").findValuesAsText("id");
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
