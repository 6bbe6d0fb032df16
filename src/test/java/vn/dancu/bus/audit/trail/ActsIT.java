package vn.dancu.bus.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.fixtures.AuditEvents;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;

/** Acts on the whole bus: with the change that they tell of, and on their way to Kafka. */
class ActsIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Actor ACTOR = new Actor("test.acts", Set.of(Role.OPERATOR, Role.APPROVER));
    private static final byte[] HASH = new byte[32];

    private final Acts acts = BUS.bean(Acts.class);
    private final TransactionTemplate transactions =
            new TransactionTemplate(BUS.bean(PlatformTransactionManager.class));

    @Test
    void standsWithTheChangeOrNotAtAll() {
        List<UUID> ids = new ArrayList<>();

        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    ids.add(acts.record(act("partner.suspended", null)));
                    throw new IllegalStateException("the change fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ids).hasSize(1);
        assertThat(stored(ids.get(0))).isEmpty();
    }

    @Test
    void isNotRecordedWithoutATransaction() {
        assertThatThrownBy(() -> acts.record(act("partner.suspended", null))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsWhatInspectorsSearchByInColumnsOfItsOwn() {
        UUID id = transactions.execute(status -> acts.record(act("audit.looked", HASH)));

        assertThat(stored(id)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("kind", "ACT")
                .containsEntry("partner", "h41-lgsp")
                .containsEntry("officer", "test.acts")
                .containsEntry("result", "audit.looked")
                .containsEntry("person_hash", HASH));
    }

    @Test
    void writesEventsAsTheSchemaSays() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("schemas/event/v1/act.schema.json")));
        Act hostile = new Act(
                ACTOR,
                "policy.published",
                null,
                "\u0000\ud800",
                Map.of("reason", "\"}]\r\n".repeat(1000), "empty", ""));

        UUID plain = transactions.execute(status -> acts.record(act("partner.suspended", null)));
        UUID personal = transactions.execute(status -> acts.record(act("audit.looked", HASH)));
        UUID strange = transactions.execute(status -> acts.record(hostile));

        assertThat(schema.validate(event(plain))).isEmpty();
        assertThat(schema.validate(event(strange))).isEmpty();
        assertThat(schema.validate(event(personal))).isEmpty();
        assertThat(event(personal).path("subject").asText())
                .isEqualTo(HexFormat.of().formatHex(HASH));
    }

    @Test
    void reachesKafkaInTheOrderOfRecording() {
        List<String> ids = new ArrayList<>();
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 5; i++) {
                ids.add(acts.record(act("partner.suspended", null)).toString());
            }
        });
        transactions.executeWithoutResult(
                status -> ids.add(acts.record(act("partner.resumed", null)).toString()));

        try (AuditEvents topic = new AuditEvents(BUS.ports().kafka())) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(topic.ids()).containsSubsequence(ids));
        }
    }

    private static Act act(String action, byte[] personHash) {
        return new Act(
                ACTOR,
                action,
                new PartnerId("h41-lgsp"),
                "event/1",
                Map.of("reason", "Kiểm tra theo kế hoạch"),
                personHash);
    }

    private static List<Map<String, Object>> stored(UUID id) {
        return BUS.jdbc()
                .sql("select kind, partner, officer, result, person_hash, event from audit.event where id = :id")
                .param("id", id)
                .query()
                .listOfRows();
    }

    private static JsonNode event(UUID id) throws IOException {
        return new ObjectMapper().readTree((String) stored(id).get(0).get("event"));
    }
}
