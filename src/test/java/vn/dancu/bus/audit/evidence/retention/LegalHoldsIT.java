package vn.dancu.bus.audit.evidence.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.evidence.SealedTrail;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.SecretBox;

/** Legal holds and the destruction of keys: two persons, once, and not while it is held. */
class LegalHoldsIT {

    private static final Actor HOA = new Actor("hoa", Set.of(Role.APPROVER));

    private final SealedTrail trail = new SealedTrail();
    private final JdbcLegalHolds holds = holds(trail);
    private final JdbcContentKeys keys = new JdbcContentKeys(
            trail.jdbc,
            trail.transactions,
            trail.acts,
            Clock.fixed(Instant.parse("2026-11-24T05:00:00Z"), ZoneOffset.UTC));

    static JdbcLegalHolds holds(SealedTrail trail) {
        SecretBox box = SecretBox.forUse(new byte[32], "audit/person");
        return new JdbcLegalHolds(trail.jdbc, trail.transactions, box, trail.acts, Clock.systemUTC());
    }

    static LegalHolds.Placement placement(RecordKind kind, String day) {
        Instant since = Instant.parse(day);
        return new LegalHolds.Placement(
                "Điều tra theo yêu cầu",
                "12/QĐ-TEST",
                kind,
                since,
                since.plusSeconds(60),
                null,
                PersonalId.soDinhDanh("999000000001"),
                null);
    }

    static LegalHolds.Placement freeze(String day, LegalHolds.Scope... scope) {
        Instant since = Instant.parse(day);
        return new LegalHolds.Placement(
                "Giữ nguyên hiện trạng theo lệnh",
                "33/QĐ-TEST",
                null,
                since,
                since.plusSeconds(60),
                "h40-lgsp",
                null,
                new LegalHolds.FreezeOrder("Công an tỉnh Thử", Set.of(scope)));
    }

    @Test
    void freezesWhatTheOrderCoversAndNothingElse() {
        period(202609);
        period(202610);
        holds.place(SealedTrail.LAN, freeze("2026-09-05T00:00:00Z", LegalHolds.Scope.LOGS));
        UUID data = holds.place(SealedTrail.LAN, freeze("2026-10-05T00:00:00Z", LegalHolds.Scope.DATA));

        keys.askDestruction(SealedTrail.LAN, 202609, "hết hạn");
        assertThatThrownBy(() -> keys.askDestruction(SealedTrail.LAN, 202610, "hết hạn"))
                .hasMessage("under_legal_hold");
        assertThat(holds.configurationFreeze("h40-lgsp")).isEmpty();
        assertThat(holds.holds().get(0).orderingAuthority()).isEqualTo("Công an tỉnh Thử");
        assertThat(holds.holds().get(0).scope()).containsExactly(LegalHolds.Scope.DATA);
        assertThat(trail.recorded)
                .filteredOn(act -> act.subject().endsWith(data.toString()))
                .singleElement()
                .satisfies(act -> assertThat(act.detail())
                        .containsEntry("authority", "Công an tỉnh Thử")
                        .containsEntry("scope", "DATA")
                        .containsEntry("decision", "33/QĐ-TEST"));
    }

    @Test
    void letsNothingOfAHeldTimeBeDeleted() {
        JdbcDataDeletion deletion = new JdbcDataDeletion(trail.jdbc, trail.transactions, trail.acts);
        List<Instant> deleted = new ArrayList<>();
        Instant before = Instant.parse("2026-10-01T00:00:00Z");
        holds.place(SealedTrail.LAN, freeze("2026-09-05T00:00:00Z", LegalHolds.Scope.LOGS));
        holds.place(SealedTrail.LAN, freeze("2026-10-05T00:00:00Z", LegalHolds.Scope.DATA));
        deletion.run("consent.deleted", before, moment -> deleted.add(moment) ? 3 : 0);
        deletion.run("consent.deleted", before, moment -> 0);
        assertThat(deleted).containsExactly(before);
        assertThat(trail.recorded)
                .filteredOn(act -> act.action().equals("consent.deleted"))
                .singleElement()
                .satisfies(act -> assertThat(act.detail()).containsEntry("records", "3"));

        holds.place(SealedTrail.LAN, placement(null, "2026-09-05T00:00:00Z"));
        deletion.run("consent.deleted", before, moment -> deleted.add(moment) ? 3 : 0);

        assertThat(deleted).hasSize(1);
    }

    @Test
    void freezesTheConfigurationOfOnePartnerUntilTwoPersonsReleaseIt() {
        UUID id = holds.place(SealedTrail.LAN, freeze("2026-10-05T00:00:00Z", LegalHolds.Scope.CONFIGURATION));

        assertThat(holds.configurationFreeze("h40-lgsp")).contains("33/QĐ-TEST");
        assertThat(holds.configurationFreeze(null)).as("what concerns all").contains("33/QĐ-TEST");
        assertThat(holds.configurationFreeze("h41-lgsp")).isEmpty();

        holds.askRelease(SealedTrail.LAN, id, "hết hiệu lực");
        assertThat(holds.configurationFreeze("h40-lgsp")).isPresent();
        holds.release(SealedTrail.MINH, id);
        assertThat(holds.configurationFreeze("h40-lgsp")).isEmpty();
    }

    @Test
    void endsByTwoPersonsOnly() {
        UUID id = holds.place(SealedTrail.LAN, placement(null, "2026-10-05T00:00:00Z"));

        assertThatThrownBy(() -> holds.release(SealedTrail.MINH, id)).hasMessage("move_not_allowed");
        holds.askRelease(SealedTrail.LAN, id, "xong");
        assertThatThrownBy(() -> holds.release(SealedTrail.LAN, id)).hasMessage("second_person_required");
        holds.release(SealedTrail.MINH, id);
        assertThatThrownBy(() -> holds.release(HOA, id)).hasMessage("move_not_allowed");
        assertThatThrownBy(() -> holds.release(HOA, UUID.randomUUID())).hasMessage("resource_unknown");

        assertThat(holds.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.aboutPerson()).isTrue();
            assertThat(hold.releasedBy()).isEqualTo("minh");
        });
        assertThat(trail.recorded)
                .extracting(Act::action)
                .containsExactly("audit.hold_placed", "audit.hold_release_asked", "audit.hold_released");
        assertThat(trail.recorded.toString()).doesNotContain("999000000001");
    }

    @Test
    void isReleasedOnceWhenTwoDoSoAtTheSameTime() throws Exception {
        UUID id = holds.place(SealedTrail.LAN, placement(null, "2026-10-05T00:00:00Z"));
        holds.askRelease(SealedTrail.LAN, id, "xong");

        assertThat(outcomes(() -> holds.release(SealedTrail.MINH, id), () -> holds.release(HOA, id)))
                .containsExactlyInAnyOrder("done", "move_not_allowed");
    }

    @Test
    void keepsKeysOfMonthsThatAreHeldOrNotOver() {
        period(202610);
        period(202611);
        UUID id = holds.place(SealedTrail.LAN, placement(RecordKind.ANSWER, "2026-10-05T00:00:00Z"));

        assertThatThrownBy(() -> keys.askDestruction(SealedTrail.LAN, 202610, "hết hạn"))
                .hasMessage("under_legal_hold");
        assertThatThrownBy(() -> keys.askDestruction(SealedTrail.LAN, 202611, "hết hạn"))
                .hasMessage("move_not_allowed");
        assertThatThrownBy(() -> keys.askDestruction(SealedTrail.LAN, 202001, "hết hạn"))
                .hasMessage("resource_unknown");

        holds.askRelease(SealedTrail.LAN, id, "xong");
        holds.release(SealedTrail.MINH, id);
        keys.askDestruction(SealedTrail.LAN, 202610, "hết hạn");
        holds.place(SealedTrail.LAN, placement(RecordKind.REFUSAL, "2026-10-31T23:59:30Z"));
        assertThatThrownBy(() -> keys.destroy(SealedTrail.MINH, 202610))
                .as("held after it was asked")
                .hasMessage("under_legal_hold");
    }

    @Test
    void destroysAKeyByTwoPersonsAndOnce() throws Exception {
        period(202610);

        assertThatThrownBy(() -> keys.destroy(SealedTrail.MINH, 202610)).hasMessage("move_not_allowed");
        keys.askDestruction(SealedTrail.LAN, 202610, "hết hạn");
        assertThatThrownBy(() -> keys.destroy(SealedTrail.LAN, 202610)).hasMessage("second_person_required");
        assertThat(outcomes(() -> keys.destroy(SealedTrail.MINH, 202610), () -> keys.destroy(HOA, 202610)))
                .containsExactlyInAnyOrder("done", "move_not_allowed");

        assertThat(trail.jdbc.queryForObject("select sealed is null from audit.key_period", Boolean.class))
                .isTrue();
        assertThat(keys.periods().get(0).destroyedAt()).isNotNull();
        assertThat(trail.recorded)
                .extracting(Act::action)
                .containsExactly("audit.key_destruction_asked", "audit.key_destroyed");
    }

    private void period(int number) {
        trail.jdbc.update(
                "insert into audit.key_period (number, since, until, sealed, made_at)"
                        + " values (?, ?::timestamptz, ?::timestamptz + interval '1 month', '\\x00', now())",
                number,
                number / 100 + "-" + number % 100 + "-01T00:00:00Z",
                number / 100 + "-" + number % 100 + "-01T00:00:00Z");
    }

    private static List<String> outcomes(Runnable one, Runnable other) throws Exception {
        ExecutorService persons = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (Runnable act : List.of(one, other)) {
                running.add(persons.submit(() -> {
                    try {
                        act.run();
                        return "done";
                    } catch (BusException e) {
                        return e.getMessage();
                    }
                }));
            }
            return List.of(running.get(0).get(), running.get(1).get());
        } finally {
            persons.shutdownNow();
        }
    }
}
