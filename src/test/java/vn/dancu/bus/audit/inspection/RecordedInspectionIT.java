package vn.dancu.bus.audit.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.inspection.report.OperationalField;
import vn.dancu.bus.audit.inspection.report.OperationalPeriod;
import vn.dancu.bus.audit.inspection.report.ReportPeriod;
import vn.dancu.bus.audit.inspection.report.ReportSink;
import vn.dancu.bus.audit.inspection.report.ReportTable;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.ServiceCode;

/** The inspection of a trail that holds the events of a partner nobody else has. */
class RecordedInspectionIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Actor INSPECTOR = new Actor("test.inspector", Set.of(Role.INSPECTOR));
    private static final PartnerId PARTNER = new PartnerId("t50-inspected");
    private static final PersonalId PERSON = PersonalId.soDinhDanh("999777000001");
    private static final Instant START = Instant.parse("2026-11-20T16:59:59Z");
    private static final List<UUID> EVENTS = new ArrayList<>();

    private final Inspection inspection = BUS.bean(Inspection.class);

    /** Ten answers, a minute apart from the last second of a day in Vietnam on, then a refusal beyond the quota. */
    @BeforeAll
    static void appendEvents() {
        if (EVENTS.isEmpty()) {
            for (int i = 0; i < 10; i++) {
                append(i, "found", null);
            }
            append(10, "quota_exceeded", ErrorCode.QUOTA_EXCEEDED);
        }
    }

    @Test
    void findsWhatAPartnerAskedTheNewestFirst() {
        List<TrailEvent> found = inspection.search(INSPECTOR, ofPartner(null, 100));

        assertThat(found).extracting(TrailEvent::id).containsExactlyElementsOf(newestFirst(EVENTS));
        assertThat(found).extracting(TrailEvent::kind).startsWith(RecordKind.REFUSAL, RecordKind.ANSWER);
    }

    @Test
    void goesThroughPagesWithoutLossAndWithoutRepeat() {
        List<UUID> seen = new ArrayList<>();
        List<TrailEvent> page = inspection.search(INSPECTOR, ofPartner(null, 4));
        while (!page.isEmpty()) {
            page.forEach(entry -> seen.add(entry.id()));
            EventCursor after = EventCursor.parse(
                            page.get(page.size() - 1).cursor().toString())
                    .orElseThrow();
            page = inspection.search(INSPECTOR, ofPartner(after, 4));
        }

        assertThat(seen).containsExactlyElementsOf(newestFirst(EVENTS));
    }

    @Test
    void findsAPersonByTheNumberAndShowsTheHashAlone() {
        List<TrailEvent> found = inspection.search(INSPECTOR, ofPerson());

        assertThat(found).extracting(TrailEvent::id).containsAll(EVENTS);
        assertThat(found).allSatisfy(entry -> assertThat(entry.person()).hasSize(64));
        assertThat(found.toString()).doesNotContain(PERSON.digits());
    }

    @Test
    void narrowsByOfficerServiceResultKindAndTime() {
        EventSearch narrow = new EventSearch(
                null,
                PARTNER,
                "canbo-3",
                null,
                null,
                START,
                START.plusSeconds(3600),
                "TraCuuThongTinCongDan",
                "found",
                EnumSet.of(RecordKind.ANSWER),
                null,
                100);

        assertThat(inspection.search(INSPECTOR, narrow))
                .extracting(TrailEvent::id)
                .containsExactly(EVENTS.get(3));
    }

    @Test
    void showsTheNumberToWhoLooksAndTellsWhoLooked() {
        EventDetail looked = inspection.look(INSPECTOR, EVENTS.get(0), "Đơn khiếu nại số 17");

        assertThat(looked.person()).isEqualTo(PERSON);
        assertThat(looked.event()).contains(EVENTS.get(0).toString());
        assertThat(acts("audit.looked")).anySatisfy(act -> assertThat((String) act.get("event"))
                .contains("event/" + EVENTS.get(0))
                .contains("Đơn khiếu nại số 17")
                .doesNotContain(PERSON.digits()));
        assertThat(inspection.search(INSPECTOR, ofPerson()))
                .as("who looked at somebody is found like who asked")
                .anySatisfy(entry -> assertThat(entry.result()).isEqualTo("audit.looked"));
    }

    @Test
    void recordsEachSearchBeforeItsAnswer() {
        int before = acts("audit.searched").size();

        inspection.search(INSPECTOR, ofPartner(null, 1));

        assertThat(acts("audit.searched")).hasSize(before + 1);
    }

    @Test
    void looksAtNothingWithoutAReason() {
        int before = acts("audit.looked").size();

        assertThatCode(() -> inspection.look(INSPECTOR, EVENTS.get(1), "  ")).isEqualTo(ErrorCode.EVIDENCE_MISSING);
        assertThatCode(() -> inspection.look(INSPECTOR, EVENTS.get(1), "về công dân 999777000001"))
                .isEqualTo(ErrorCode.FIELD_INVALID);
        assertThatCode(() -> inspection.look(INSPECTOR, new UUID(1, 1), "Đơn số 17"))
                .isEqualTo(ErrorCode.RESOURCE_UNKNOWN);
        assertThat(acts("audit.looked")).hasSize(before);
    }

    @Test
    void tellsWhenTheContentWasDeletedAndKeepsTheAct() {
        UUID id = EVENTS.get(2);
        BUS.jdbc()
                .sql("update audit.event set key_period = 190001 where id = :id")
                .param("id", id)
                .update();

        assertThatCode(() -> inspection.look(INSPECTOR, id, "Đơn số 18")).isEqualTo(ErrorCode.CONTENT_DELETED);
        assertThat(acts("audit.looked"))
                .anySatisfy(act -> assertThat((String) act.get("event")).contains("event/" + id));
    }

    @ParameterizedTest
    @ValueSource(longs = {86_401, 864_000})
    void refusesAWideWindowWithoutAKey(long seconds) {
        assertThatCode(() -> window(START, START.plusSeconds(seconds))).isEqualTo(ErrorCode.SEARCH_TOO_WIDE);
    }

    @Test
    void takesADayWithoutAKeyAndRefusesWhatMakesNoSense() {
        assertThat(inspection.search(INSPECTOR, window(START, START.plusSeconds(86_400))))
                .extracting(TrailEvent::id)
                .containsAll(EVENTS);
        assertThatCode(() -> window(null, START)).isEqualTo(ErrorCode.SEARCH_TOO_WIDE);
        assertThatCode(() -> window(START, START)).isEqualTo(ErrorCode.FIELD_INVALID);
    }

    @Test
    void countsByDayInVietnamAndNamesFieldsAndOfficers() {
        Map<ReportTable, List<List<Object>>> report = new java.util.EnumMap<>(ReportTable.class);
        LocalDate day = LocalDate.of(2026, 11, 20);

        inspection.report(INSPECTOR, new ReportPeriod(PARTNER, day, day.plusDays(1)), new ReportSink() {
            private List<List<Object>> rows = new ArrayList<>();

            @Override
            public void begin(ReportTable table) {
                rows = new ArrayList<>();
                report.put(table, rows);
            }

            @Override
            public void row(List<@Nullable Object> values) {
                rows.add(new ArrayList<>(values));
            }
        });

        String service = "TraCuuThongTinCongDan";
        assertThat(report.get(ReportTable.RESULTS))
                .containsExactly(
                        List.of(day, service, "found", 1L),
                        List.of(day.plusDays(1), service, "found", 9L),
                        List.of(day.plusDays(1), service, "quota_exceeded", 1L));
        assertThat(report.get(ReportTable.FIELDS)).containsExactly(List.of(service, "HoVaTen", 10L));
        assertThat(report.get(ReportTable.OFFICERS))
                .hasSize(11)
                .contains(List.of("canbo-10", 0L, 1L, day.plusDays(1), day.plusDays(1)));
        assertThat(report.get(ReportTable.QUOTA)).containsExactly(List.of(day.plusDays(1), service, 1L));
        assertThat(acts("audit.reported")).isNotEmpty();
    }

    @Test
    void givesTheFieldsOfXRoadsMonitoring() {
        List<Map<OperationalField, Object>> records = new ArrayList<>();

        inspection.operational(INSPECTOR, new OperationalPeriod(PARTNER, START, START.plusSeconds(3600)), records::add);

        assertThat(records).hasSize(11);
        assertThat(records.get(0))
                .containsEntry(OperationalField.REQUEST_IN_TS, START.toEpochMilli() - 20)
                .containsEntry(OperationalField.REQUEST_OUT_TS, START.toEpochMilli() - 15)
                .containsEntry(OperationalField.RESPONSE_IN_TS, START.toEpochMilli() - 5)
                .containsEntry(OperationalField.RESPONSE_OUT_TS, START.toEpochMilli())
                .containsEntry(OperationalField.MONITORING_DATA_TS, START.getEpochSecond())
                .containsEntry(OperationalField.CLIENT_SUBSYSTEM_CODE, PARTNER.value())
                .containsEntry(OperationalField.SERVICE_CODE, "TraCuuThongTinCongDan")
                .containsEntry(OperationalField.REST_PATH, "/api/v1/citizens/lookup")
                .containsEntry(OperationalField.REPRESENTED_PARTY_CLASS, "GOV")
                .containsEntry(OperationalField.REPRESENTED_PARTY_CODE, "000.00.01.H41")
                .containsEntry(OperationalField.MESSAGE_ISSUE, "HS-1")
                .containsEntry(OperationalField.STATUS_CODE, 200L)
                .containsEntry(OperationalField.SUCCEEDED, true)
                .containsEntry(OperationalField.RELEASED_FIELDS, "HoVaTen");
        assertThat(records.get(10))
                .containsEntry(OperationalField.SUCCEEDED, false)
                .containsEntry(OperationalField.FAULT_CODE, "quota_exceeded")
                .containsEntry(OperationalField.FAULT_STRING, "Truong: rule")
                .containsEntry(OperationalField.STATUS_CODE, 429L);
    }

    private static void append(int i, String result, @Nullable ErrorCode error) {
        UUID id = UUID.randomUUID();
        EVENTS.add(id);
        Instant at = START.plusSeconds(60L * i);
        AuditRecord.Trace trace = new AuditRecord.Trace(
                "HS-1",
                "GOV/000.00.01.H41",
                "POST",
                "/api/v1/citizens/lookup",
                "10.0.0.7",
                at.minusMillis(15),
                at.minusMillis(5),
                error == null ? null : "Truong: rule");
        Set<FieldPath> released = error == null ? Set.of(FieldPath.of("HoVaTen")) : Set.of();
        BUS.bean(AuditTrail.class)
                .append(new AuditRecord(
                        id,
                        new AuditRecord.Who(PARTNER.value(), "canbo-" + i, "1.001193", null),
                        new AuditRecord.What(
                                new ServiceCode("TraCuuThongTinCongDan"), released, Set.of(), 7, "ab".repeat(32)),
                        PERSON,
                        new AuditRecord.How("rest", "YC-" + i, 100, 200, at.minusMillis(20), at, trace),
                        result,
                        error,
                        null));
    }

    private static EventSearch ofPartner(@Nullable EventCursor after, int limit) {
        return new EventSearch(
                null, PARTNER, null, null, null, START, START.plusSeconds(3600), null, null, Set.of(), after, limit);
    }

    private static EventSearch ofPerson() {
        return new EventSearch(null, null, null, PERSON, null, null, null, null, null, Set.of(), null, 1000);
    }

    private static EventSearch window(@Nullable Instant from, Instant until) {
        return new EventSearch(null, null, null, null, null, from, until, null, null, Set.of(), null, 1000);
    }

    private static List<UUID> newestFirst(List<UUID> events) {
        List<UUID> reversed = new ArrayList<>(events);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static List<Map<String, Object>> acts(String action) {
        return BUS.jdbc()
                .sql("select event from audit.event where kind = 'ACT' and officer = :officer and result = :action")
                .param("officer", INSPECTOR.name())
                .param("action", action)
                .query()
                .listOfRows();
    }

    private static org.assertj.core.api.ObjectAssert<ErrorCode> assertThatCode(ThrowingCallable call) {
        BusException stopped = org.assertj.core.api.Assertions.catchThrowableOfType(BusException.class, call);
        assertThat(stopped).isNotNull();
        return org.assertj.core.api.Assertions.assertThatObject(
                stopped.refusal().code());
    }
}
