package vn.dancu.bus.audit.evidence.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.audit.content.ContentSeal;
import vn.dancu.bus.audit.evidence.SealedTrail;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** How long questions lie beside their records, and what they open for. */
class KeptQuestionsIT {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final PartnerId HUB = new PartnerId("h41-lgsp");
    private static final Duration WEEK = Duration.ofDays(7);

    private final SealedTrail trail = new SealedTrail();
    private final Set<Integer> destroyed = new HashSet<>();
    private final JdbcKeptQuestions questions =
            new JdbcKeptQuestions(trail.jdbc, trail.transactions, new OpenSeal(), Clock.fixed(NOW, ZoneOffset.UTC));

    /** Content as it is; a key can be destroyed all the same. */
    private final class OpenSeal implements ContentSeal {

        @Override
        public Sealed seal(Instant occurredAt, byte[] clear) {
            return new Sealed(202611, clear);
        }

        @Override
        public byte[] opened(@Nullable Integer keyPeriod, byte[] sealed) {
            if (destroyed.contains(keyPeriod)) {
                throw new BusException(ErrorCode.CONTENT_DELETED, null);
            }
            return sealed;
        }
    }

    @Test
    void dropsWholeDaysThatAreTooOldAndNoneThatIsFrozen() {
        days(LocalDate.of(2026, 11, 18), 14);
        UUID frozen = kept(LocalDate.of(2026, 11, 19));
        UUID old = kept(LocalDate.of(2026, 11, 21));
        UUID young = kept(LocalDate.of(2026, 11, 22));
        UUID beyond = kept(LocalDate.of(2026, 10, 1));
        trail.jdbc.update(
                "insert into audit.hold (id, reason, decision, since, until, placed_by, placed_at)"
                        + " values (gen_random_uuid(), 'kiểm tra', '12/QĐ', '2026-11-19 00:00Z', '2026-11-20 00:00Z', 'lan', now())");

        questions.dropOlderThan(WEEK);

        assertThat(kept()).contains(frozen, young).doesNotContain(old, beyond);
        trail.jdbc.update("update audit.hold set released_by = 'minh', released_at = now()");
        questions.dropOlderThan(WEEK);
        assertThat(kept()).containsExactly(young);
        questions.dropOlderThan(Duration.ZERO);
        assertThat(kept()).isEmpty();
    }

    @Test
    void makesRoomForTheNextDays() {
        questions.dropOlderThan(WEEK);
        UUID tomorrow = kept(LocalDate.of(2026, 11, 30));

        assertThat(trail.jdbc.queryForObject(
                        "select tableoid::regclass::text from audit.question where event = ?", String.class, tomorrow))
                .isEqualTo("audit.question_20261130");
    }

    @Test
    void opensAQuestionOfItsEventUntilTheKeyOfItsMonthIsDestroyed() {
        UUID event = kept(LocalDate.of(2026, 11, 29));
        UUID other = UUID.randomUUID();
        trail.jdbc.update(
                "insert into audit.question select ?, occurred_at, partner, door, message_id, key_period, sealed"
                        + " from audit.question where event = ?",
                other,
                event);

        assertThat(questions.find(List.of(event))).containsOnlyKeys(event);
        assertThat(questions.open(HUB, event))
                .hasValueSatisfying(content -> assertThat(content).asString().isEqualTo("hỏi"));
        assertThat(questions.open(new PartnerId("g22-portal"), event))
                .as("of another partner")
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> questions.open(HUB, other));
        trail.jdbc.update("update audit.key_period set sealed = null, destroyed_at = now(), destroyed_by = 'minh'");
        destroyed.add(202611);
        assertThat(questions.find(List.of(event))).isEmpty();
        assertThat(questions.open(HUB, event)).isEmpty();
    }

    private void days(LocalDate first, int number) {
        trail.jdbc.queryForList("select audit.make_question_days(?, ?)", first, number);
    }

    private UUID kept(LocalDate day) {
        UUID event = UUID.randomUUID();
        trail.jdbc.update(
                "insert into audit.key_period (number, since, until, sealed, made_at) values (202611, '2026-11-01 00:00Z',"
                        + " '2026-12-01 00:00Z', '\\x00', now()) on conflict do nothing");
        trail.jdbc.update(
                "insert into audit.question (event, occurred_at, partner, door, message_id, key_period, sealed)"
                        + " values (?, ?, 'h41-lgsp', 'jms', 'ID:1', 202611, ?)",
                event,
                day.atTime(12, 0).atOffset(ZoneOffset.UTC),
                ContentSeal.ofEvent(event, "hỏi".getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    private List<UUID> kept() {
        return trail.jdbc.queryForList("select event from audit.question", UUID.class);
    }
}
