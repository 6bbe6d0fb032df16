package vn.dancu.bus.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Person;

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
        String from = Instant.now().minusSeconds(5).toString();
        hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);
        Objects.requireNonNull(hub.answer(id));
        Map<String, Object> wanted = Map.of(
                "answered",
                true,
                "cause",
                "found",
                "partner",
                HUB,
                "from",
                from,
                "until",
                Instant.now().plusSeconds(5).toString(),
                "reason",
                "mất dữ liệu tại trục");

        assertThat(OPERATOR.send("POST", "replay-previews", wanted)
                        .body()
                        .path("kept")
                        .path("question_not_kept")
                        .asInt())
                .isPositive();
        assertThat(ended(OPERATOR.send("POST", "replays", wanted)
                        .body()
                        .path("id")
                        .asText()))
                .allSatisfy(item -> assertThat(item.path("state").asText()).isEqualTo("KEPT"));
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
