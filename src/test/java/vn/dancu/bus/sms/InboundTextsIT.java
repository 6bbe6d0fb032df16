package vn.dancu.bus.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.sms.outbound.Submissions;
import vn.dancu.bus.sms.outbound.SubmittedPart;
import vn.dancu.bus.sms.outbound.UnansweredPart;

/** What was taken is answered once, in the order of its sender, or ended by rule. */
class InboundTextsIT {

    private static final Duration PATIENCE = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private final ShiftedClock clock = new ShiftedClock();
    private final Map<PhoneNumber, List<String>> asked = new ConcurrentHashMap<>();
    private volatile boolean failing;
    private SmsRoom room;

    @BeforeEach
    void open() {
        room = new SmsRoom(folder, clock, this::answer);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Optional<String> answer(InboundText text) {
        if (failing) {
            throw new IllegalStateException("Not now");
        }
        asked.computeIfAbsent(text.sender(), sender -> new ArrayList<>()).add(text.text());
        return text.text().equals("silent") ? Optional.empty() : Optional.of("to " + text.text());
    }

    @Test
    void aThousandSendersAreAnsweredOnceEachInTheirOrder() {
        List<ArrivedMessage> all = IntStream.range(0, 3000)
                .mapToObj(i -> SmsRoom.text("8499900%04d".formatted(i % 1000), "text " + i / 1000))
                .toList();
        room.take(all);
        room.take(all.subList(0, 500));

        answerAll();

        assertThat(asked).hasSize(1000);
        assertThat(asked.values()).allMatch(texts -> texts.equals(List.of("text 0", "text 1", "text 2")));
        assertThat(room.ended("ANSWERED")).isEqualTo(3000);
        assertThat(room.jdbc()
                        .queryForObject("select count(*) from delivery.message where channel = 'sms'", Long.class))
                .isEqualTo(3000);
        assertThat(room.jdbc().queryForList("select 1 from sms.inbound where sealed is not null"))
                .isEmpty();
    }

    /** The same text may come to both, and both look for work at once. */
    @Test
    void twoInstancesAnswerEachTextOnce() {
        try (SmsRoom other = new SmsRoom(room.database(), folder, clock, this::answer)) {
            List<ArrivedMessage> all = IntStream.range(0, 400)
                    .mapToObj(i -> SmsRoom.text("8499900%04d".formatted(i % 100), "text " + i / 100))
                    .toList();
            room.take(all.subList(0, 300));
            other.take(all.subList(200, 400));

            List<CompletableFuture<Void>> both = List.of(
                    CompletableFuture.runAsync(() -> answerAll(room)),
                    CompletableFuture.runAsync(() -> answerAll(other)));
            both.forEach(CompletableFuture::join);
            answerAll(other);
        }

        assertThat(asked).hasSize(100);
        assertThat(asked.values()).allMatch(texts -> texts.equals(List.of("text 0", "text 1", "text 2", "text 3")));
        assertThat(room.jdbc()
                        .queryForObject("select count(*) from delivery.message where channel = 'sms'", Long.class))
                .isEqualTo(400);
    }

    @Test
    void anAnswerThatCannotGoInTimeExpires() {
        UUID delivery = put("answer");

        clock.shift(Duration.ofHours(25));
        room.sweep();

        assertThat(room.jdbc()
                        .queryForObject("select state from delivery.message where id = ?", String.class, delivery))
                .isEqualTo("EXPIRED");
        assertThat(room.jdbc().queryForList("select 1 from delivery.content where id = ?", delivery))
                .isEmpty();
    }

    @Test
    void theSameAfterTheWindowIsAnotherText() {
        room.take(SmsRoom.text("0999000001", "DC HD"));
        room.take(SmsRoom.text("+84999000001", "DC HD"));
        clock.shift(Duration.ofMinutes(3));
        room.take(SmsRoom.text("84999000001", "DC HD"));

        answerAll();

        assertThat(asked).containsOnlyKeys(new PhoneNumber("+84999000001"));
        assertThat(room.ended("ANSWERED")).isEqualTo(2);
    }

    @Test
    void aTextIsLeasedToOneAndThoseBehindItWait() {
        room.take(SmsRoom.text("0999000001", "first"), SmsRoom.text("0999000001", "second"));

        List<InboundText> first = claim();
        assertThat(first).extracting(InboundText::text).containsExactly("first");
        assertThat(claim()).isEmpty();

        clock.shift(Duration.ofMinutes(2));
        assertThat(claim())
                .extracting(InboundText::id)
                .containsExactly(first.get(0).id());
    }

    @Test
    void aTextWhoseAnswerFailsIsTriedAgainAndExpires() {
        failing = true;
        room.take(SmsRoom.text("0999000001", "DC HD"));
        InboundText text = claim().get(0);
        assertThatThrownBy(() -> texts().answer(text)).isInstanceOf(IllegalStateException.class);
        texts().failed(text);

        assertThat(claim()).isEmpty();
        clock.shift(Duration.ofSeconds(2));
        assertThat(claim()).hasSize(1);
        clock.shift(Duration.ofHours(2));
        room.sweep();
        assertThat(room.ended("EXPIRED")).isEqualTo(1);
    }

    @Test
    void whoFloodsWaitsWithTwentyTextsAndTheRestHasAnEnd() {
        room.take(IntStream.range(0, 25)
                .mapToObj(i -> SmsRoom.text("0999000001", "text " + i))
                .toList());
        room.take(SmsRoom.text("0999000001", "more"), SmsRoom.text("0999000002", "another"));

        assertThat(room.ended("FLOOD")).isEqualTo(6);
        answerAll();
        assertThat(room.ended("ANSWERED")).isEqualTo(21);
    }

    @Test
    void partsWaitForEachOtherAndExpire() {
        room.take(SmsRoom.part("0999000001", "b", new PartOfText(7, 2, 2)));
        room.take(SmsRoom.part("0999000001", "z", new PartOfText(8, 2, 2)));
        room.take(SmsRoom.part("0999000002", "z", new PartOfText(7, 2, 1)));
        room.take(SmsRoom.part("0999000001", "a", new PartOfText(7, 2, 1)));
        answerAll();
        clock.shift(Duration.ofMinutes(11));
        room.sweep();

        assertThat(asked).isEqualTo(Map.of(new PhoneNumber("+84999000001"), List.of("ab")));
        assertThat(room.ended("INCOMPLETE")).isEqualTo(2);
        assertThat(room.jdbc().queryForList("select 1 from sms.part")).isEmpty();
    }

    @Test
    void noRowHasANumberOrAText() {
        room.take(SmsRoom.text("0999000001", "DC TT"), SmsRoom.part("0999000001", "DC TT", new PartOfText(7, 2, 2)));

        assertThat(room.jdbc().queryForList("select i::text, p::text from sms.inbound i, sms.part p"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.values().toString().replace("\\x", ""))
                        .doesNotContain("999000001", "DC TT", "393939303030303031"));
    }

    @Test
    void aReceiptEndsItsMessageAndOneThatNeverComesIsEndedByRule() {
        UUID delivery = UUID.randomUUID();
        room.take(SmsRoom.receipt(
                "id:A1 sub:001 dlvrd:001 submit date:2611290101 done date:2611290101 stat:DELIVRD err:000"));
        submitted(delivery, "A1", 1);
        submitted(delivery, "A2", 2);
        submitted(delivery, "A3", 3);
        room.take(SmsRoom.receipt("id:A2 stat:ENROUTE"), SmsRoom.receipt("id:A2 stat:REJECTD err:042"));
        room.take(SmsRoom.receipt("id:A2 stat:DELIVRD"), SmsRoom.receipt("nothing"));
        clock.shift(Duration.ofHours(73));
        room.sweep();

        assertThat(room.jdbc().queryForList("select state from sms.submission order by message_id", String.class))
                .containsExactly("DELIVERED", "REJECTED", "MISSING");
        assertThat(room.ended("RECEIPT_UNREADABLE")).isEqualTo(1);
        assertThat(room.get(Submissions.class).partsOf(delivery)).containsExactly(1);
    }

    /** A receipt shows which message the operator has, by our reference or, where it does not repeat that, by the subscriber. */
    @ParameterizedTest
    @CsvSource({"true, after", "true, before", "false, after", "false, before"})
    void aReceiptEndsTheWaitOfASubmissionThatWasNotAnswered(boolean repeated, String when) {
        UUID delivery = put("answer");
        UnansweredPart part = unanswered(delivery);
        ArrivedMessage receipt =
                SmsRoom.receipt("84999000001", "id:N1 stat:DELIVRD", repeated ? part.reference() : null);
        Submissions submissions = room.get(Submissions.class);
        if (when.equals("before")) {
            room.take(receipt);
            assertThat(submissions.unanswered(part)).isZero();
        } else {
            postpone(delivery, submissions.unanswered(part));
            assertThat(submissions.hold(delivery, Instant.EPOCH)).isPositive();
            room.take(receipt);
            assertThat(dueNow(delivery)).isTrue();
        }

        assertThat(submissions.hold(delivery, Instant.EPOCH)).isZero();
        assertThat(submissions.partsOf(delivery)).containsExactly(1);
    }

    @Test
    void otherReceiptsEndNoWaitAndTimeDoes() {
        UUID delivery = put("answer");
        UnansweredPart part = unanswered(delivery);
        Submissions submissions = room.get(Submissions.class);
        submitted(UUID.randomUUID(), "N3", 1);
        room.take(SmsRoom.receipt("84999000002", "id:N4 stat:DELIVRD", null));
        clock.shift(Duration.ofSeconds(10));
        postpone(delivery, submissions.unanswered(unanswered(delivery)));

        room.take(SmsRoom.receipt("84999000001", "id:N2 stat:DELIVRD", part.reference() ^ 1));
        room.take(SmsRoom.receipt("id:N3 stat:DELIVRD"));

        assertThat(submissions.hold(delivery, Instant.EPOCH)).isPositive();
        assertThat(dueNow(delivery)).isFalse();
        clock.shift(Duration.ofMinutes(3));
        assertThat(submissions.hold(delivery, clock.instant()))
                .as("the session has just begun: no receipt could come before")
                .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
        assertThat(submissions.hold(delivery, Instant.EPOCH)).isZero();
        assertThat(submissions.partsOf(delivery)).isEmpty();
    }

    private UUID put(String text) {
        OutboundText out = new OutboundText(
                SmsRoom.OPERATOR, null, new PhoneNumber("+84999000001"), text, "test/" + UUID.randomUUID(), null);
        return Objects.requireNonNull(new TransactionTemplate(room.get(PlatformTransactionManager.class))
                .execute(status -> room.get(OutboundTexts.class).put(out)));
    }

    private UnansweredPart unanswered(UUID delivery) {
        return new UnansweredPart(
                SmsRoom.OPERATOR,
                delivery,
                1,
                new PhoneNumber("+84999000001"),
                UnansweredPart.referenceOf(delivery, 1),
                clock.instant().minusSeconds(2));
    }

    private void postpone(UUID delivery, Duration hold) {
        room.jdbc()
                .update(
                        "update delivery.message set due_at = ? where id = ?",
                        Timestamp.from(clock.instant().plus(hold)),
                        delivery);
    }

    private boolean dueNow(UUID delivery) {
        return Boolean.TRUE.equals(room.jdbc()
                .queryForObject(
                        "select due_at <= ? from delivery.message where id = ?",
                        Boolean.class,
                        Timestamp.from(clock.instant()),
                        delivery));
    }

    private void submitted(UUID delivery, String id, int part) {
        room.get(Submissions.class)
                .submitted(new SubmittedPart(SmsRoom.OPERATOR, id, delivery, part), Duration.ofSeconds(5));
    }

    private void answerAll() {
        answerAll(room);
    }

    private static void answerAll(SmsRoom instance) {
        InboundTexts texts = instance.get(InboundTexts.class);
        for (List<InboundText> some = texts.claim(1000, PATIENCE);
                !some.isEmpty();
                some = texts.claim(1000, PATIENCE)) {
            some.parallelStream().forEach(texts::answer);
        }
    }

    private List<InboundText> claim() {
        return texts().claim(1000, PATIENCE);
    }

    private InboundTexts texts() {
        return room.get(InboundTexts.class);
    }
}
