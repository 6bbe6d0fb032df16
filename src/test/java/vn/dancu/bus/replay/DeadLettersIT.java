package vn.dancu.bus.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.Tokens;

/** Dead letters of all rooms in one list: what is shown of them, and to whom. */
class DeadLettersIT extends ReplayRooms {

    @Test
    void aBodyIsMaskedAndShownInClearOnlyAgainstAReason() {
        String id = dies("reply_destination_forbidden");
        Person person = BUS.anybody();
        String letter = letterOf(id).path("id").asText();

        String masked = OPERATOR.get("dead-letters/" + letter).body().toString();

        assertThat(masked)
                .contains("soDinhDanh", "•")
                .doesNotContain(person.soDinhDanh(), person.hoVaTen(), id + "\\\"");
        assertThat(OPERATOR.send("POST", "dead-letters/" + letter + "/unmask", Map.of("reason", "khiếu nại"))
                        .code())
                .isEqualTo("role_missing");
        assertThat(INSPECTOR
                        .send("POST", "dead-letters/" + letter + "/unmask", Map.of("reason", " "))
                        .code())
                .isEqualTo("evidence_missing");
        assertThat(INSPECTOR
                        .send("POST", "dead-letters/" + letter + "/unmask", Map.of("reason", "khiếu nại 12"))
                        .body()
                        .path("text")
                        .asText())
                .contains(person.soDinhDanh());
        assertThat(events("result = 'replay.letter_unmasked' and event like ?", "%letter/" + letter + "%"))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .contains("khiếu nại 12", "khanh.thanhtra")
                        .doesNotContain(person.soDinhDanh()));
        assertThat(hub.take(DEAD, id, 5_000)).isNotNull();
    }

    @Test
    void anIntervalSaysOfEachMessageWhyItIsNotAskedAgain() {
        String id = UUID.randomUUID().toString();
        Instant from = Instant.now();
        hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);
        Objects.requireNonNull(hub.answer(id));
        String token = Tokens.fetch(BUS.ports().http(), HUB, "sandbox-h41");
        GovernedPartner.call(
                BUS.ports().http(),
                token,
                "POST /api/v1/citizens/lookup",
                question(UUID.randomUUID().toString()).replace("\"dichVu\":\"TraCuuThongTinCongDan\",", ""));
        Map<String, Object> wanted = answeredSince(from);
        assertThat(OPERATOR.send("POST", "replay-previews", wanted)
                        .body()
                        .path("ready")
                        .asInt())
                .isEqualTo(1);
        BUS.jdbc().sql("delete from audit.question").update();

        JsonNode kept = OPERATOR.send("POST", "replay-previews", wanted).body().path("kept");
        assertThat(kept.path("question_not_kept").asInt()).isEqualTo(1);
        assertThat(kept.path("reply_path_missing").asInt())
                .as("who asked over REST has hung up")
                .isEqualTo(1);
        assertThat(ended(OPERATOR.send("POST", "replays", wanted)
                        .body()
                        .path("id")
                        .asText()))
                .allSatisfy(item -> assertThat(item.path("state").asText()).isEqualTo("KEPT"));
    }

    /** What a hub fails to take five times is moved by the broker, which says from where; the answer itself is not sent again. */
    @Test
    void anAnswerThatItsHubFailedToTakeIsAskedAgainFromItsKeptQuestion() throws JMSException {
        String id = UUID.randomUUID().toString();
        hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);
        Message answer = Objects.requireNonNull(hub.answer(id));
        died(id, answer.getStringProperty("DanCuEventId"));
        died(id + "-2", UUID.randomUUID().toString());

        JsonNode letter = letterOf(id);
        assertThat(letter.path("kind").asText()).isEqualTo("answer");
        assertThat(letter.path("cause").asText()).isEqualTo("not_taken");
        JsonNode item = ended(start(Map.of("messageId", id, "reason", "trục đã sửa lỗi")))
                .get(0);

        assertThat(item.path("state").asText()).isEqualTo("ANSWERED");
        assertThat(HubClient.content(Objects.requireNonNull(hub.answer(id)))).contains("found");
        assertThat(letterOf(id).isMissingNode())
                .as("the letter has become its question")
                .isTrue();
        assertThat(OPERATOR.send("POST", "replay-previews", Map.of("messageId", id + "-2"))
                        .body()
                        .path("kept")
                        .path("question_not_kept")
                        .asInt())
                .as("nothing is kept of that one")
                .isEqualTo(1);
    }

    private static void died(String id, String event) throws JMSException {
        try (JMSContext broker = BUS.bean(ConnectionFactory.class).createContext()) {
            Message letter = broker.createTextMessage("{}");
            letter.setJMSCorrelationID(id);
            letter.setStringProperty("DanCuEventId", event);
            letter.setStringProperty("_AMQ_ORIG_ADDRESS", "dancu.hub.h41-lgsp.out");
            broker.createProducer().send(broker.createQueue(DEAD), letter);
        }
    }

    /** Each channel of notices: to the queue of a partner, to one of its people, to its address. */
    @ParameterizedTest
    @CsvSource({"notices,h41-lgsp", "mail,h41-lgsp.0a1b2c3d", "webhook,h41-lgsp"})
    void aNoticeThatDiedIsFoundByItsPartnerAndSentAgain(String channel, String destination) {
        UUID id = transaction(() -> dead(channel, destination));
        JsonNode letter = letter("dead-letters?kind=notice&partner=h41-lgsp&cause=smtp_550", id);

        assertThat(letter.path("partner").asText()).isEqualTo(HUB);
        assertThat(letter.path("place").asText()).isEqualTo(channel + "/" + destination);
        assertThat(letter("dead-letters?kind=delivery&cause=smtp_550", id).isMissingNode())
                .isTrue();
        String replay = start(Map.of("letters", List.of("delivery." + id), "reason", "đã sửa địa chỉ"));
        await().atMost(Duration.ofSeconds(10)).until(() -> BUS.jdbc()
                .sql("select state from delivery.message where id = ?")
                .param(id)
                .query(String.class)
                .single()
                .matches("WAITING|SENDING|DELIVERED"));
        assertThat(OPERATOR.get("replays/" + replay + "/items")
                        .body()
                        .path("items")
                        .path(0)
                        .path("messageId")
                        .asText())
                .isEqualTo(id.toString());
        BUS.jdbc()
                .sql(
                        "update delivery.message set state = 'RECALLED', ended_at = now() where id = ? and ended_at is null")
                .param(id)
                .update();
    }

    private static UUID dead(String channel, String destination) {
        UUID id = BUS.bean(Outbox.class)
                .put(new OutboundMessage(
                        channel,
                        destination,
                        null,
                        UUID.randomUUID().toString(),
                        null,
                        Map.of("DanCuNoticeId", UUID.randomUUID().toString(), "DanCuNoticeKind", "resumed"),
                        "application/json",
                        MessageContent.of("{}".getBytes(StandardCharsets.UTF_8)),
                        null));
        BUS.jdbc()
                .sql(
                        "update delivery.message set state = 'DEAD', ended_at = now(), dead_at = now(), last_error = 'smtp_550'"
                                + " where id = ?")
                .param(id)
                .update();
        return id;
    }

    private static JsonNode letter(String query, UUID delivery) {
        for (JsonNode letter : OPERATOR.get(query).body().path("items")) {
            if (letter.path("id").asText().equals("delivery." + delivery)) {
                return letter;
            }
        }
        return MissingNode.getInstance();
    }

    /** An item that the axis never gave, or a document that was too large to be kept. */
    @Test
    void aDocumentOfWhichNothingIsKeptSaysSo() {
        UUID id = UUID.randomUUID();
        BUS.jdbc()
                .sql("insert into document.document (id, account, axis_doc_id, sender, document_id, action, content,"
                        + " content_length, content_sha256, received_at, state, changed_at, cause_code, occurrence)"
                        + " values (?, 'main', ?, 'H41', ?, '-', ?, 0, '', now(), 'refused', now(), 'axis_refused', ?)")
                .params(id, "axis-" + id, "unfetched-" + id, id, id)
                .update();
        try {
            assertThat(OPERATOR.send("POST", "replay-previews", Map.of("messageId", "unfetched-" + id))
                            .body()
                            .path("kept")
                            .path("question_not_kept")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            BUS.jdbc()
                    .sql("delete from document.document where id = ?")
                    .param(id)
                    .update();
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        assertThat(OPERATOR.get("dead-letters?kind=lost").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("dead-letters?partner=A").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("dead-letters?from=yesterday").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("dead-letters?after=1").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("dead-letters/hub.h41-lgsp.no'thing").code()).isEqualTo("resource_unknown");
        assertThat(OPERATOR.get("dead-letters/delivery." + UUID.randomUUID()).code())
                .isEqualTo("resource_unknown");
        assertThat(OPERATOR.send("POST", "replays", Map.of("reason", "x")).code())
                .isEqualTo("field_missing");
        assertThat(OPERATOR.send("POST", "replays", Map.of("letters", List.of("hub.a"), "reason", "x"))
                        .code())
                .isEqualTo("resource_unknown");
        assertThat(OPERATOR.send("POST", "replays", Map.of("letters", List.of("a"), "cause", "x", "reason", "x"))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(OPERATOR.send("POST", "replays", Map.of("cause", "never_seen", "reason", "x"))
                        .code())
                .isEqualTo("resource_unknown");
        assertThat(OPERATOR.send("POST", "messages/life", Map.of("messageId", "999080000001"))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(OPERATOR.get("replays/" + UUID.randomUUID()).code()).isEqualTo("resource_unknown");
    }
}
