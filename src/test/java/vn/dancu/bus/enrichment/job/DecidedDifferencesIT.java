package vn.dancu.bus.enrichment.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.dancu.bus.enrichment.job.RoomPeople.HEADER;
import static vn.dancu.bus.enrichment.job.RoomPeople.line;
import static vn.dancu.bus.enrichment.job.RoomPeople.name;
import static vn.dancu.bus.enrichment.job.RoomPeople.number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.difference.ComparedRecord;
import vn.dancu.bus.enrichment.difference.DecisionBatch;
import vn.dancu.bus.enrichment.difference.DecisionOrder;
import vn.dancu.bus.enrichment.difference.Difference;
import vn.dancu.bus.enrichment.difference.DifferenceDecision;
import vn.dancu.bus.enrichment.difference.DifferenceFilter;
import vn.dancu.bus.enrichment.difference.DifferenceKey;
import vn.dancu.bus.enrichment.difference.DifferenceState;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.enrichment.provenance.HeldGroup;
import vn.dancu.bus.fixtures.MortalDatabase;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;

/** What clerks decide of records that are not those of the person they name. */
class DecidedDifferencesIT {

    private static final Actor CLERK = new Actor("lan.canbo", Set.of(Role.OPERATOR));
    private static final Actor OTHER = new Actor("minh.canbo", Set.of(Role.APPROVER));

    @TempDir
    private Path folder;

    private EnrichmentRoom room;
    private Differences differences;

    @BeforeEach
    void open() {
        room = EnrichmentRoom.start(folder, Map.of());
        differences = room.differences();
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** Another name (line 2), another birth date (3), an unknown number (4), somebody who has died (5), and one that is right (6). */
    private UUID job(String document, String verified) {
        return worked(
                document,
                HEADER
                        + line(2, 2, verified).replace(name(2), "MAUVANKHAC")
                        + line(3, 3, verified).replace("03/01/1980", "04/01/1980")
                        + line(4, 4, verified).replace(number(4), number(99))
                        + line(21, 5, verified)
                        + line(1, 6, verified));
    }

    private UUID worked(String document, String text) {
        UUID id = room.submit(document, text);
        room.workAll();
        return id;
    }

    private List<DifferenceKey> keys(UUID job, RecordOutcome... outcomes) {
        return differences.list(of(job), null, 100).stream()
                .filter(each -> outcomes.length == 0 || List.of(outcomes).contains(each.outcome()))
                .map(Difference::key)
                .toList();
    }

    private static DifferenceFilter of(UUID job) {
        return new DifferenceFilter(job, null, null, null, null);
    }

    private DecisionBatch decide(Actor by, DifferenceDecision decision, List<DifferenceKey> keys) {
        return differences.decide(by, new DecisionOrder(decision, "đã đối chiếu hồ sơ", keys, null));
    }

    private static ErrorCode refused(Callable<?> call) {
        return catchThrowableOfType(BusException.class, call::call).refusal().code();
    }

    private String decisions(UUID job) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        differences.writeDecisions(job, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void mergesWhatIsAcceptedUnderItsJobWithItsHistoryAndTellsTheSource() throws IOException {
        worked("1/BHXH", HEADER + line(2, 100, "01/10/2026"));
        UUID job = job("2/BHXH", "01/11/2026");
        List<DifferenceKey> two = keys(job, RecordOutcome.NAME_DIFFERS, RecordOutcome.BIRTH_DIFFERS);
        room.acts.clear();

        DecisionBatch accepted = decide(CLERK, DifferenceDecision.ACCEPT, two);
        DecisionBatch asked = decide(CLERK, DifferenceDecision.ASK, keys(job, RecordOutcome.UNKNOWN));

        assertThat(accepted.state()).isEqualTo(DecisionBatch.State.DONE);
        assertThat(accepted.results())
                .isEqualTo(Map.of(RecordOutcome.MERGED_CHANGED, 1L, RecordOutcome.MERGED_NEW, 1L));
        assertThat(asked.state()).isEqualTo(DecisionBatch.State.DONE);
        assertThat(room.held(2)).startsWith("2/BHXH 2026-11-01 GD4010000000002");
        assertThat(room.held(3)).startsWith("2/BHXH 2026-11-01 GD4010000000003");
        assertProvenance(job);
        assertThat(decisions(job).lines().map(each -> each.replaceFirst(";[0-9-]{10};", ";<day>;")))
                .containsExactly(
                        "line;outcome;record;decision;result;decided;note",
                        "2;name_differs;GD4010000000002;accept;merged_changed;<day>;",
                        "3;birth_differs;GD4010000000003;accept;merged_new;<day>;",
                        "4;unknown;GD4010000000004;ask;;<day>;đã đối chiếu hồ sơ");
        assertThat(room.acts)
                .extracting(Act::action)
                .containsExactly(
                        "enrichment.decision_made",
                        "enrichment.difference_decided",
                        "enrichment.difference_decided",
                        "enrichment.decision_made",
                        "enrichment.difference_decided",
                        "enrichment.record_looked");
        assertThat(room.acts)
                .filteredOn(act -> act.action().equals("enrichment.difference_decided"))
                .allSatisfy(act -> assertThat(act.personHash()).isNotNull());
        room.verified(job, 5, folder);
    }

    private void assertProvenance(UUID job) {
        List<HeldGroup> record = room.records().look(CLERK, PersonalId.soDinhDanh(number(2)), "xem nguồn");
        assertThat(record).singleElement().satisfies(group -> {
            assertThat(group.held().job()).isEqualTo(job);
            assertThat(group.held().authority()).isEqualTo(EnrichmentRoom.AUTHORITY);
            assertThat(group.earlier()).singleElement().satisfies(earlier -> {
                assertThat(earlier.document()).isEqualTo("1/BHXH");
                assertThat(earlier.values().get(0).value()).isEqualTo("GD4010000000100");
            });
        });
    }

    @Test
    void waitsForASecondPersonWhereTheSourceMarksIt() {
        UUID job = job("1", "01/11/2026");
        List<DifferenceKey> dead = keys(job, RecordOutcome.DECEASED);

        DecisionBatch proposed = decide(CLERK, DifferenceDecision.ACCEPT, dead);

        assertThat(proposed.state()).isEqualTo(DecisionBatch.State.PROPOSED);
        assertThat(room.held(21)).isNull();
        assertThat(refused(() -> differences.confirm(CLERK, proposed.id())))
                .isEqualTo(ErrorCode.SECOND_PERSON_REQUIRED);
        assertThat(refused(() -> decide(OTHER, DifferenceDecision.REFUSE, dead)))
                .isEqualTo(ErrorCode.DIFFERENCE_DECIDED);

        differences.reject(OTHER, proposed.id(), "chưa rõ");
        assertThat(differences.list(of(job), null, 100))
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(DifferenceState.OPEN));
        DecisionBatch again = decide(CLERK, DifferenceDecision.ACCEPT, dead);
        DecisionBatch confirmed = differences.confirm(OTHER, again.id());

        assertThat(confirmed.state()).isEqualTo(DecisionBatch.State.DONE);
        assertThat(confirmed.endedBy()).isEqualTo(OTHER.name());
        assertThat(room.held(21)).startsWith("1 2026-11-01 GD4010000000005");
        assertThat(refused(() -> differences.confirm(OTHER, again.id()))).isEqualTo(ErrorCode.MOVE_NOT_ALLOWED);
    }

    @Test
    void decidesByConditionAndLeavesWhatIsNewerAlone() {
        UUID job = job("1", "01/11/2026");
        worked("2", HEADER + line(2, 50, "20/11/2026") + line(3, 51, "20/11/2026"));

        DecisionBatch all = differences.decide(
                CLERK,
                new DecisionOrder(
                        DifferenceDecision.ACCEPT,
                        "theo biên bản",
                        List.of(),
                        new DifferenceFilter(
                                null, new SourceCode(EnrichmentRoom.SOURCE), RecordOutcome.NAME_DIFFERS, null, null)));

        assertThat(all.records()).isEqualTo(1);
        assertThat(all.results()).isEqualTo(Map.of(RecordOutcome.OLDER_THAN_HELD, 1L));
        assertThat(room.held(2)).startsWith("2 2026-11-20");
        assertThat(differences.open(of(job))).isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeDecidedSo() {
        UUID job = job("1", "01/11/2026");
        List<DifferenceKey> unknown = keys(job, RecordOutcome.UNKNOWN);
        List<DifferenceKey> named = keys(job, RecordOutcome.NAME_DIFFERS);

        assertThat(refused(() -> decide(CLERK, DifferenceDecision.ACCEPT, unknown)))
                .isEqualTo(ErrorCode.FIELD_INVALID);
        assertThat(refused(() -> decide(CLERK, DifferenceDecision.REFUSE, List.of(new DifferenceKey(1, 999)))))
                .isEqualTo(ErrorCode.RESOURCE_UNKNOWN);
        assertThat(refused(() -> decide(CLERK, DifferenceDecision.REFUSE, List.of())))
                .isEqualTo(ErrorCode.FIELD_INVALID);
        room.partners.with(EnrichmentRoom.AUTHORITY, "secret", Partner.State.SUSPENDED);
        assertThat(refused(() -> decide(CLERK, DifferenceDecision.ACCEPT, named)))
                .isEqualTo(ErrorCode.PARTNER_SUSPENDED);
        assertThat(differences.open(of(job))).isEqualTo(4);
    }

    @Test
    void showsBothSidesToWhoGivesAReasonAndRecordsThePerson() {
        worked("1", HEADER + line(2, 100, "01/10/2026"));
        UUID job = job("2", "01/11/2026");
        room.acts.clear();

        List<ComparedRecord> shown = differences.look(CLERK, keys(job), "đối chiếu");

        assertThat(shown).hasSize(4);
        ComparedRecord first = shown.get(0);
        assertThat(first.delivered().name()).isEqualTo("MAUVANKHAC");
        assertThat(first.held().name()).isEqualTo(name(2));
        assertThat(first.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.held().document()).isEqualTo("1"));
        assertThat(first.toString()).doesNotContain("MAUVAN");
        assertThat(shown.get(2).held()).isNull();
        assertThat(room.acts).hasSize(4).allSatisfy(act -> {
            assertThat(act.action()).isEqualTo("enrichment.difference_looked");
            assertThat(act.personHash()).isNotNull();
        });
    }

    @Test
    void letsOneOfTwoClerksDecideAndTheSameOrderCountOnce() throws Exception {
        UUID job = job("1", "01/11/2026");
        List<DifferenceKey> keys = keys(job, RecordOutcome.NAME_DIFFERS, RecordOutcome.BIRTH_DIFFERS);
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        try {
            List<Future<ErrorCode>> both = clerks.invokeAll(List.of(
                    () -> outcome(CLERK, DifferenceDecision.ACCEPT, keys),
                    () -> outcome(OTHER, DifferenceDecision.REFUSE, keys)));

            assertThat(List.of(
                            String.valueOf(both.get(0).get()),
                            String.valueOf(both.get(1).get())))
                    .containsExactlyInAnyOrder("null", ErrorCode.DIFFERENCE_DECIDED.toString());
        } finally {
            clerks.shutdown();
        }
        DecisionBatch made = differences.decisions(null, null, 10).get(0);
        Actor by = made.proposedBy().equals(CLERK.name()) ? CLERK : OTHER;
        assertThat(decide(by, made.decision(), keys)).isEqualTo(made);
        assertThat(differences.decisions(null, null, 10)).hasSize(1);
    }

    private @org.jspecify.annotations.Nullable ErrorCode outcome(
            Actor by, DifferenceDecision decision, List<DifferenceKey> keys) {
        try {
            decide(by, decision, keys);
            return null;
        } catch (BusException e) {
            return e.refusal().code();
        }
    }

    /** Dies before and after each statement and commit of a decision in turn, and decides again as a new process. */
    @Test
    void survivesTheDeathOfTheProcessAtEveryStep() {
        UUID job = job("1", "01/11/2026");
        List<DifferenceKey> keys = keys(job, RecordOutcome.NAME_DIFFERS, RecordOutcome.BIRTH_DIFFERS);
        boolean died = true;
        int step = 1;
        for (; died; step++) {
            room.database.dieAt(step);
            try {
                decide(CLERK, DifferenceDecision.ACCEPT, keys);
                died = false;
            } catch (MortalDatabase.Died e) {
                died = true;
            } catch (IllegalStateException e) {
                assertThat(e.getCause()).isInstanceOf(MortalDatabase.Died.class);
            }
            room.database.restart();
        }
        assertThat(step).isGreaterThan(10);
        assertThat(differences.decisions(null, null, 10)).hasSize(1);
        assertThat(room.count("register.enriched")).isEqualTo(3);
        assertThat(room.count("register.enriched_history")).isZero();
        assertThat(room.count("enrichment.difference where state = 'accepted' and result = 'merged_new'"))
                .isEqualTo(2);
    }
}
