package vn.dancu.bus.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.AxisAgency;

/** A document that was set aside is taken up again, and answered once. */
class DocumentReplayIT extends ReplayRooms {

    private final AxisAgency agency = AxisAgency.province(BUS.ports().axis());

    @Test
    void aRefusedDocumentIsAnsweredOnceUnderItsIdWhenItsSenderMayAskAgain() {
        String id = "000.00.00.H41,2026/11/29," + UUID.randomUUID();
        Map<String, Object> wanted = Map.of("kind", "document", "messageId", id, "reason", "đã kết nối lại");
        String suspension = suspend();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> !ask().contains("found"));
            agency.send(agency.request(
                    id,
                    "hoi.json",
                    "application/json",
                    ("[" + question("q-" + id) + "]").getBytes(StandardCharsets.UTF_8)));
            await().atMost(Duration.ofSeconds(30)).until(() -> !letterOf(id).isMissingNode());

            assertThat(letterOf(id).path("kind").asText()).isEqualTo("document");
            assertThat(letterOf(id).path("cause").asText()).isEqualTo("partner_suspended");
            assertThat(ended(start(wanted)).get(0).path("code").asText()).isEqualTo("partner_suspended");
        } finally {
            OPERATOR.send("POST", "suspensions/" + suspension + "/resume", Map.of("evidence", "văn bản 13/CV"));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> ask().contains("found"));

        String replay = start(wanted);

        JsonNode item = ended(replay).get(0);
        assertThat(item.path("state").asText()).isEqualTo("ANSWERED");
        assertThat(item.path("messageId").asText()).isEqualTo(id);
        AxisAgency.Answer answer = agency.answer(id);
        assertThat(answer.responseTo()).isEqualTo(id);
        assertThat(answer.text("ket-qua.json")).contains("found");
        assertThat(agency.statusesUntil(id, "06")).contains("02", "05").endsWith("06");
        assertThat(agency.answers(id)).as("one answer").hasSize(1);
        assertThat(events("kind = 'ANSWER' and event like ?", "%\"issue\":\"" + id + "\"%"))
                .singleElement()
                .satisfies(event -> assertThat(event).contains("\"replay\":\"" + replay + "\""));
        assertThat(letterOf(id).isMissingNode()).as("it is no letter any more").isTrue();
        assertThat(OPERATOR.send("POST", "replays", wanted).code()).isEqualTo("resource_unknown");
    }
}
