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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.delivery.ReceivedMessages;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Desk.Sandbox;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.replay.letter.LetterSources;

/** Dead letters of all rooms in one list, and what becomes of them when they are replayed. */
@SuppressWarnings("NullAway.Init")
class ReplayIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Desk OPERATOR = Desk.at(BUS.ports().http(), Sandbox.OPERATOR);
    private static final Desk APPROVER = Desk.at(BUS.ports().http(), Sandbox.APPROVER);
    private static final Desk INSPECTOR = Desk.at(BUS.ports().http(), Sandbox.INSPECTOR);
    private static final String HUB = "h41-lgsp";
    private static final String IN = "dancu.hub.h41-lgsp.in";
    private static final String DEAD = "dancu.hub.h41-lgsp.dlq";

    private static HubClient hub;

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

    @Test
    void aQuestionIsAskedAgainUnderItsIdAndRecordedOnce() throws JMSException {
        String id = dies("reply_destination_forbidden");
        String letter = letterOf(id).path("id").asText();

        String replay = start(Map.of("letters", List.of(letter), "reason", "hàng đợi trả lời đã được sửa"));

        Message answer = Objects.requireNonNull(hub.answer(id), "the answer of the replay");
        assertThat(answer.getStringProperty("DanCuResultStatus")).isEqualTo("found");
        assertThat(answer.getStringProperty("DanCuReplay")).isEqualTo(replay);
        assertThat(HubClient.content(answer)).contains(id);
        JsonNode item = ended(replay).get(0);
        assertThat(item.path("state").asText()).isEqualTo("ANSWERED");
        assertThat(item.path("messageId").asText()).isEqualTo(id);
        assertThat(events("message_id = ? and kind = 'ANSWER'", id))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .contains(
                                "\"replay\":\"" + replay + "\"",
                                item.path("event").asText()));
        assertThat(hub.take(DEAD, id, 200)).as("no letter is left").isNull();
        assertThat(steps(id)).contains("RECEIVED", "ANSWERED", "REPLAYED");
    }

    @Test
    void theRightsOfTodayDecideWhatTheAnswerHolds() {
        String id = dies("reply_destination_forbidden");
        Object wide = rights();
        publish(GovernedPartner.rights(Map.of(), "HoVaTen"));
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> !ask().contains("gioiTinh"));

            String replay = start(Map.of("messageId", id, "reason", "quyền đã thu hẹp"));

            String answer = HubClient.content(Objects.requireNonNull(hub.answer(id)));
            assertThat(answer).contains("hoVaTen").doesNotContain("gioiTinh", "queQuan");
            assertThat(ended(replay).get(0).path("state").asText()).isEqualTo("ANSWERED");
        } finally {
            publish(wide);
            await().atMost(Duration.ofSeconds(10)).until(() -> ask().contains("gioiTinh"));
        }
    }

    @Test
    void aLetterOfASuspendedPartnerStaysWhereItIs() {
        String id = dies("reply_destination_forbidden");
        String suspension = suspend();
        try {
            Map<String, Object> wanted = Map.of("messageId", id);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(OPERATOR.send("POST", "replay-previews", wanted)
                                    .body()
                                    .path("kept")
                                    .path("partner_suspended")
                                    .asInt())
                            .isEqualTo(1));

            JsonNode item = ended(start(Map.of("messageId", id, "reason", "thử khi đang tạm ngừng")))
                    .get(0);

            assertThat(item.path("state").asText()).isEqualTo("KEPT");
            assertThat(item.path("code").asText()).isEqualTo("partner_suspended");
            assertThat(letterOf(id).path("cause").asText()).isEqualTo("reply_destination_forbidden");
        } finally {
            OPERATOR.send("POST", "suspensions/" + suspension + "/resume", Map.of("evidence", "văn bản 12/CV"));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> ask().contains("found"));
        assertThat(hub.take(DEAD, id, 5_000)).isNotNull();
    }

    /** An instance was killed twice: before it moved the one letter, and after it had moved the other one. */
    @Test
    void goesOnAfterAKillAndDoublesNothing() {
        String before = dies("reply_destination_forbidden");
        String after = dies("reply_destination_forbidden");
        UUID replay = UUID.randomUUID();
        ReplayItem unmoved = claimed(replay, 1, letterOf(before).path("id").asText(), before);
        ReplayItem moved = claimed(replay, 2, letterOf(after).path("id").asText(), after);
        ReplaySource hubs = BUS.bean(LetterSources.class).of(moved.letter()).orElseThrow();

        hubs.release(replay, List.of(moved));
        Objects.requireNonNull(hub.answer(after), "the answer of what was moved");
        BUS.jdbc()
                .sql("update replay.item set due_at = now() where replay = ?")
                .param(replay)
                .update();

        List<JsonNode> items = ended(replay.toString());
        assertThat(items)
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.path("state").asText()).isEqualTo("ANSWERED"));
        assertThat(hub.answer(before)).isNotNull();
        assertThat(hub.take("dancu.hub.h41-lgsp.out", after, 500))
                .as("a second answer")
                .isNull();
        assertThat(hub.take("dancu.hub.h41-lgsp.out", before, 500))
                .as("a second answer")
                .isNull();
        assertThat(events("message_id = ? and kind = 'ANSWER'", after)).hasSize(1);
        assertThat(events("message_id = ? and kind = 'ANSWER'", before)).hasSize(1);
        assertThat(unmoved.state()).isEqualTo(ReplayItem.State.CLAIMED);
    }

    /** An item as the instance left it that was killed: claimed, and its lease not yet over. */
    private static ReplayItem claimed(UUID replay, int number, String letter, String id) {
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

    @Test
    void aDryRunChangesNothing() {
        String id = dies("reply_destination_forbidden");
        long acts = count("select count(*) from audit.event where kind = 'ACT'");
        long events = count("select count(*) from audit.event where message_id = '" + id + "'");

        JsonNode plan = OPERATOR.send("POST", "replay-previews", Map.of("messageId", id))
                .body();

        assertThat(plan.path("letters").asInt()).isEqualTo(1);
        assertThat(plan.path("ready").asInt()).isEqualTo(1);
        assertThat(plan.path("needsSecondPerson").asBoolean()).isFalse();
        assertThat(count("select count(*) from replay.item where message_id = '" + id + "'"))
                .isZero();
        assertThat(count("select count(*) from audit.event where message_id = '" + id + "'"))
                .isEqualTo(events);
        assertThat(count("select count(*) from audit.event where kind = 'ACT'")).isEqualTo(acts);
        assertThat(hub.take(DEAD, id, 5_000)).as("the letter lies where it was").isNotNull();
    }

    @Test
    void manyLettersNeedASecondPersonWhoIsAnother() {
        String cause = "message_malformed";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            String id = UUID.randomUUID().toString();
            ids.add(id);
            hub.send("<broken".getBytes(StandardCharsets.UTF_8), true, id);
        }
        ids.forEach(id -> Objects.requireNonNull(hub.answer(id)));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> OPERATOR.get("dead-letters?partner=h41-lgsp&cause=" + cause + "&limit=500")
                                .body()
                                .path("items")
                                .size()
                        >= 101);
        Map<String, Object> wanted = Map.of("partner", HUB, "cause", cause, "reason", "kiểm tra hai người");

        Desk.Answer proposed = OPERATOR.send("POST", "replays", wanted);
        String replay = proposed.body().path("id").asText();

        assertThat(proposed.body().path("state").asText())
                .as("%s", proposed.body())
                .isEqualTo("PROPOSED");
        assertThat(OPERATOR.send("POST", "replays/" + replay + "/confirm", null).code())
                .isEqualTo("second_person_required");
        assertThat(INSPECTOR
                        .send("POST", "replays/" + replay + "/confirm", null)
                        .code())
                .isEqualTo("role_missing");
        assertThat(OPERATOR.send("POST", "replay-previews", wanted)
                        .body()
                        .path("kept")
                        .path("replay_pending")
                        .asInt())
                .as("letters of an open replay belong to it")
                .isGreaterThanOrEqualTo(101);
        assertThat(APPROVER.send("POST", "replays/" + replay + "/confirm", null).status())
                .isEqualTo(200);
        assertThat(APPROVER.send("POST", "replays/" + replay + "/confirm", null).code())
                .isEqualTo("move_not_allowed");
        List<JsonNode> items = ended(replay);
        assertThat(items).hasSizeGreaterThanOrEqualTo(101).allSatisfy(item -> assertThat(
                        item.path("state").asText())
                .as("what cannot be read is dead again")
                .isEqualTo("DEAD"));
        ids.forEach(id -> {
            assertThat(hub.answer(id)).as("the refusal of the second time").isNotNull();
            assertThat(hub.take(DEAD, id, 5_000)).isNotNull();
        });
    }

    @Test
    void aMessageOfTheOutboxKeepsItsIdSoThatItsReceiverDropsTheDouble() {
        String channel = "replay-" + UUID.randomUUID().toString().substring(0, 8);
        AtomicBoolean away = new AtomicBoolean(true);
        List<ReceivedMessages.Acceptance> received = new ArrayList<>();
        try (ChannelSenders.Connection connection = BUS.bean(ChannelSenders.class)
                .connect(channel, attempt -> {
                    received.add(transaction(() -> BUS.bean(ReceivedMessages.class)
                            .accept(channel, "bus", attempt.id().toString(), attempt.sha256())));
                    if (away.get()) {
                        throw new SendFailure("404", true, null);
                    }
                    return null;
                })) {
            String id = transaction(() -> put(channel)).toString();
            await().until(() -> OPERATOR.get("dead-letters/delivery." + id).status() == 200);
            away.set(false);

            String replay = start(Map.of("letters", List.of("delivery." + id), "reason", "nơi nhận đã có"));

            assertThat(ended(replay).get(0).path("state").asText()).isEqualTo("DELIVERED");
            assertThat(received).hasSize(2);
            assertThat(received.get(0)).isInstanceOf(ReceivedMessages.Acceptance.First.class);
            assertThat(received.get(1)).isInstanceOf(ReceivedMessages.Acceptance.Repeated.class);
            assertThat(steps(id)).contains("DELIVERY", "REPLAYED");
        }
    }

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

    /** Sends a question that wants its answer where it may not go: it lies whole among the dead letters. */
    private static String dies(String cause) {
        String id = UUID.randomUUID().toString();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(
                        "tcp://127.0.0.1:" + BUS.ports().artemis());
                var context = factory.createContext(HUB, "sandbox-h41")) {
            Message question = context.createTextMessage(question(id));
            question.setJMSCorrelationID(id);
            question.setJMSReplyTo(ActiveMQDestination.createQueue("dancu.hub.g22-portal.out"));
            context.createProducer().send(context.createQueue(IN), question);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
        assertThat(hub.answer(id)).as("the refusal").isNotNull();
        await().atMost(Duration.ofSeconds(10)).until(() -> !letterOf(id).isMissingNode());
        assertThat(letterOf(id).path("cause").asText()).isEqualTo(cause);
        return id;
    }

    /** The dead letter that has this correlation id. */
    private static JsonNode letterOf(String id) {
        JsonNode items = OPERATOR.get("dead-letters?messageId=" + id).body().path("items");
        return items.path(0);
    }

    private static String question(String id) {
        Person person = BUS.anybody();
        return """
                {"dichVu":"TraCuuThongTinCongDan","maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01",
                "soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.ngaySinh());
    }

    private static String ask() {
        String id = UUID.randomUUID().toString();
        hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);
        Message answer = Objects.requireNonNull(hub.answer(id));
        try {
            return answer.getStringProperty("DanCuResultStatus") + HubClient.content(answer);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String start(Map<String, Object> wanted) {
        Desk.Answer answer = OPERATOR.send("POST", "replays", wanted);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.body().path("state").asText()).isEqualTo("RUNNING");
        return answer.body().path("id").asText();
    }

    /** The items of a replay that has ended: each of its letters has one end. */
    private static List<JsonNode> ended(String replay) {
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

    private static List<String> steps(String id) {
        List<String> steps = new ArrayList<>();
        OPERATOR.send("POST", "messages/life", Map.of("messageId", id))
                .body()
                .path("items")
                .forEach(step -> steps.add(step.path("step").asText()));
        return steps;
    }

    private static Object rights() {
        long number = count("select max(number) from policy.version");
        JsonNode rights =
                INSPECTOR.get("policy/versions/" + number + "/partners/" + HUB).body();
        assertThat(rights.path("grants")).isNotEmpty();
        return rights;
    }

    private static void publish(Object rights) {
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

    private static String suspend() {
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

    private static UUID put(String channel) {
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

    private static <T> T transaction(Supplier<T> work) {
        return Objects.requireNonNull(
                new TransactionTemplate(BUS.bean(PlatformTransactionManager.class)).execute(status -> work.get()));
    }

    private static List<String> events(String where, String value) {
        return BUS.jdbc()
                .sql("select event from audit.event where " + where)
                .param(value)
                .query(String.class)
                .list();
    }

    private static long count(String sql) {
        return BUS.jdbc().sql(sql).query(Long.class).single();
    }
}
