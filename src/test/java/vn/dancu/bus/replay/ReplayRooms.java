package vn.dancu.bus.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Desk.Sandbox;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;

/** What tests of dead letters and replays share: questions of a hub that die, and the desk that asks what became of them. */
@SuppressWarnings("NullAway.Init")
abstract class ReplayRooms {

    static final RunningBus BUS = RunningBus.shared();
    static final Desk OPERATOR = Desk.at(BUS.ports().http(), Sandbox.OPERATOR);
    static final Desk APPROVER = Desk.at(BUS.ports().http(), Sandbox.APPROVER);
    static final Desk INSPECTOR = Desk.at(BUS.ports().http(), Sandbox.INSPECTOR);
    static final String HUB = "h41-lgsp";
    static final String DEAD = "dancu.hub.h41-lgsp.dlq";

    static HubClient hub;

    @BeforeAll
    static void signIn() {
        hub = new HubClient(BUS.ports().artemis(), HUB, "sandbox-h41");
        hub.takeAll(DEAD);
    }

    @AfterAll
    static void leave() {
        hub.takeAll(DEAD);
        hub.close();
    }

    /** An item as the instance left it that was killed: claimed, and its lease not yet over. */
    static ReplayItem claimed(UUID replay, int number, String letter, String id) {
        BUS.jdbc()
                .sql("insert into replay.replay (id, scope, reason, state, letters, proposed_by, proposed_at)"
                        + " values (?, '{}', 'kill', 'RUNNING', 2, 'hoa.vanhanh', now()) on conflict do nothing")
                .param(replay)
                .update();
        UUID item = UUID.randomUUID();
        BUS.jdbc()
                .sql("insert into replay.item (id, replay, number, letter, kind, partner, message_id, state, attempts,"
                        + " due_at, changed_at) values (?, ?, ?, ?, 'QUESTION', ?, ?, 'CLAIMED', 1, now() + interval '1 hour',"
                        + " now())")
                .params(item, replay, number, letter, HUB, id)
                .update();
        return BUS.bean(Replays.class).items(replay, number - 1, 1).get(0);
    }

    /** Sends a question that wants its answer where it may not go: it lies whole among the dead letters. */
    static String dies(String cause) {
        String id = UUID.randomUUID().toString();
        hub.sendForAnswerIn("dancu.hub.g22-portal.out", question(id), id);
        assertThat(hub.answer(id)).as("the refusal").isNotNull();
        await().atMost(Duration.ofSeconds(10)).until(() -> !letterOf(id).isMissingNode());
        assertThat(letterOf(id).path("cause").asText()).isEqualTo(cause);
        return id;
    }

    /** The dead letter that has this correlation id. */
    static JsonNode letterOf(String id) {
        JsonNode items = OPERATOR.get("dead-letters?messageId=" + id).body().path("items");
        return items.path(0);
    }

    static String question(String id) {
        Person person = BUS.anybody();
        return """
                {"dichVu":"TraCuuThongTinCongDan","maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01",
                "soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.ngaySinh());
    }

    static String ask() {
        String id = UUID.randomUUID().toString();
        hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);
        Message answer = Objects.requireNonNull(hub.answer(id));
        try {
            return answer.getStringProperty("DanCuResultStatus") + HubClient.content(answer);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Messages of the hub that were answered since then. */
    static Map<String, Object> answeredSince(Instant from) {
        return Map.of(
                "answered",
                true,
                "cause",
                "found",
                "partner",
                HUB,
                "from",
                from.toString(),
                "until",
                Instant.now().plusSeconds(5).toString(),
                "reason",
                "mất dữ liệu tại trục");
    }

    static String start(Map<String, Object> wanted) {
        Desk.Answer answer = OPERATOR.send("POST", "replays", wanted);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.body().path("state").asText()).isEqualTo("RUNNING");
        return answer.body().path("id").asText();
    }

    /** The items of a replay that has ended: each of its letters has one end. */
    static List<JsonNode> ended(String replay) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        INSPECTOR.get("replays/" + replay).body().path("state").asText())
                .isEqualTo("ENDED"));
        JsonNode shown = INSPECTOR.get("replays/" + replay).body();
        int sum = 0;
        for (JsonNode count : shown.path("counts")) {
            sum += count.asInt();
        }
        assertThat(sum).isEqualTo(shown.path("letters").asInt());
        List<JsonNode> items = new ArrayList<>();
        INSPECTOR
                .get("replays/" + replay + "/items?limit=500")
                .body()
                .path("items")
                .forEach(items::add);
        assertThat(items).hasSize(sum);
        return items;
    }

    static List<String> steps(String id) {
        List<String> steps = new ArrayList<>();
        OPERATOR.send("POST", "messages/life", Map.of("messageId", id))
                .body()
                .path("items")
                .forEach(step -> steps.add(step.path("step").asText()));
        return steps;
    }

    static Object rights() {
        long number = count("select max(number) from policy.version");
        JsonNode rights =
                INSPECTOR.get("policy/versions/" + number + "/partners/" + HUB).body();
        assertThat(rights.path("grants")).isNotEmpty();
        return rights;
    }

    static void publish(Object rights) {
        Desk author = Desk.at(BUS.ports().http(), Sandbox.POLICY_MANAGER);
        Desk publisher = Desk.at(BUS.ports().http(), Sandbox.SECOND_POLICY_MANAGER);
        long draft = author.send("POST", "policy/drafts", Map.of("note", "thử phát lại"))
                .body()
                .path("id")
                .asLong();
        Desk.Answer written = author.send("PUT", "policy/drafts/" + draft + "/partners/" + HUB, rights);
        assertThat(written.body().path("findings")).as("%s", written.body()).isEmpty();
        Desk.Answer published = publisher.send("POST", "policy/drafts/" + draft + "/publish", null);
        assertThat(published.status()).as("%s", published.body()).isEqualTo(200);
    }

    static String suspend() {
        Desk.Answer answer = OPERATOR.send(
                "POST",
                "suspensions",
                Map.of(
                        "partner", HUB,
                        "ground", "breach",
                        "reason", "thử phát lại khi đang tạm ngừng",
                        "returnCondition", "mỗi cán bộ một tài khoản"));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    static UUID put(String channel) {
        return BUS.bean(Outbox.class)
                .put(new OutboundMessage(
                        channel,
                        "somebody",
                        null,
                        "once",
                        null,
                        Map.of(),
                        "text/plain",
                        MessageContent.of("a secret body".getBytes(StandardCharsets.UTF_8)),
                        null));
    }

    static <T> T transaction(Supplier<T> work) {
        return Objects.requireNonNull(
                new TransactionTemplate(BUS.bean(PlatformTransactionManager.class)).execute(status -> work.get()));
    }

    static List<String> events(String where, String value) {
        return BUS.jdbc()
                .sql("select event from audit.event where " + where)
                .param(value)
                .query(String.class)
                .list();
    }

    static long count(String sql) {
        return BUS.jdbc().sql(sql).query(Long.class).single();
    }
}
