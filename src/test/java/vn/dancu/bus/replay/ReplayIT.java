package vn.dancu.bus.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.ReceivedMessages;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.replay.letter.LetterSources;

/** What becomes of dead letters when they are replayed. */
class ReplayIT extends ReplayRooms {

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
        publishNarrow(() -> {
            String replay = start(Map.of("messageId", id, "reason", "quyền đã thu hẹp"));

            assertThat(content(id)).contains("hoVaTen").doesNotContain("gioiTinh", "queQuan");
            assertThat(ended(replay).get(0).path("state").asText()).isEqualTo("ANSWERED");
        });
    }

    /** A hub has lost its answers: their questions are kept, and asked once more under the rights of today. */
    @Test
    void whatWasAnsweredIsAskedAgainFromItsKeptQuestion() {
        Instant from = Instant.now();
        String text = UUID.randomUUID().toString();
        String bytes = UUID.randomUUID().toString();
        hub.send(question(text).getBytes(StandardCharsets.UTF_8), false, text);
        hub.send(question(bytes).getBytes(StandardCharsets.UTF_8), true, bytes);
        List<String> first = List.of(content(text), content(bytes));
        assertThat(BUS.jdbc()
                        .sql("select encode(sealed, 'escape') from audit.question where occurred_at >= ?")
                        .param(Timestamp.from(from))
                        .query(String.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(kept -> kept.contains(BUS.anybody().soDinhDanh()) || kept.contains(text));

        String replay = start(answeredSince(from));

        assertThat(List.of(content(text), content(bytes)))
                .usingElementComparator(Comparator.comparing(ReplayIT::withoutMoments))
                .isEqualTo(first);
        assertThat(ended(replay))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.path("state").asText()).isEqualTo("ANSWERED"));
        assertThat(events("message_id = ? and kind = 'ANSWER'", text))
                .as("one record of each time")
                .hasSize(2)
                .filteredOn(event -> event.contains("\"replay\":\"" + replay + "\""))
                .hasSize(1);
        assertThat(ended(start(answeredSince(from))))
                .as("a message is taken up once, however often it was answered")
                .hasSize(2);
        Objects.requireNonNull(hub.answer(text));
        Objects.requireNonNull(hub.answer(bytes));
        publishNarrow(() -> {
            start(answeredSince(from));
            assertThat(content(text)).contains("hoVaTen").doesNotContain("gioiTinh");
            assertThat(content(bytes)).contains("hoVaTen").doesNotContain("gioiTinh");
        });
    }

    /** Under rights of which only the name is left. */
    private static void publishNarrow(Runnable work) {
        Object wide = rights();
        publish(GovernedPartner.rights(Map.of(), "HoVaTen"));
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> !ask().contains("gioiTinh"));
            work.run();
        } finally {
            publish(wide);
            await().atMost(Duration.ofSeconds(10)).until(() -> ask().contains("gioiTinh"));
        }
    }

    private static String content(String id) {
        return HubClient.content(Objects.requireNonNull(hub.answer(id), "an answer to " + id));
    }

    private static String withoutMoments(String answer) {
        return answer.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+Z]+", "");
    }

    /** An instance was killed after it had put a kept question to its lane, and before it noted that. */
    @Test
    void aKeptQuestionIsPutToItsLaneOnceHoweverOftenItIsReleased() {
        Instant from = Instant.now();
        String id = UUID.randomUUID().toString();
        hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);
        content(id);
        UUID event = BUS.jdbc()
                .sql("select event from audit.question where occurred_at >= ? order by occurred_at desc limit 1")
                .param(Timestamp.from(from))
                .query(UUID.class)
                .single();
        UUID replay = UUID.randomUUID();
        ReplayItem item = claimed(replay, 1, "event." + event, id);
        ReplaySource events = BUS.bean(LetterSources.class).of(item.letter()).orElseThrow();

        events.release(replay, List.of(item));
        content(id);
        BUS.jdbc()
                .sql("update replay.item set state = 'CLAIMED', due_at = now() where replay = ?")
                .param(replay)
                .update();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> count("select count(*) from replay.item where replay = '" + replay
                                + "' and attempts = 2 and state = 'SENT'")
                        == 1);
        assertThat(hub.take("dancu.hub.h41-lgsp.out", id, 1_000))
                .as("a second answer")
                .isNull();
        assertThat(events("message_id = ? and kind = 'ANSWER'", id)).hasSize(2);
        BUS.jdbc()
                .sql("update replay.item set state = 'GONE', due_at = null where replay = ?")
                .param(replay)
                .update();
    }

    @Test
    void aLetterOfASuspendedPartnerStaysWhereItIs() {
        Instant from = Instant.now();
        ask();
        Map<String, Object> answered = answeredSince(from);
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

            assertThat(ended(start(answered)))
                    .allSatisfy(one -> assertThat(one.path("code").asText())
                            .as("a kept question too")
                            .isEqualTo("partner_suspended"));
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
        List<String> ids = broken(cause);
        Map<String, Object> wanted =
                Map.of("kind", "question", "partner", HUB, "cause", cause, "reason", "kiểm tra hai người");

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

    /** More letters than one person may replay. */
    private static List<String> broken(String cause) {
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
        return ids;
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
}
