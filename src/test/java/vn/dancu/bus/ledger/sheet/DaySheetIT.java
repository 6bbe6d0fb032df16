package vn.dancu.bus.ledger.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;
import vn.dancu.bus.fixtures.CallSessions;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Desk.Sandbox;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.ErrorCode;

/** What the doors of a running bus took is in its balance, and the sheet of a day is verified without the bus. */
@SuppressWarnings("NullAway.Init")
class DaySheetIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RunningBus BUS = RunningBus.shared();
    private static final Desk OPERATOR = Desk.at(BUS.ports().http(), Sandbox.OPERATOR);

    @TempDir
    Path folder;

    @Test
    void whatADoorTookIsInTheBalance() {
        awaitEarlierCounts();
        long rest = sum("rest", "answered");
        long refused = sum("rest", "refused");
        long lane = sum("jms", "answered");
        long dead = sum("jms", "dead");
        long called = sum("adapter", "answered");
        long uncalled = sum("adapter", "refused");
        askAtEachDoor();

        await().untilAsserted(() -> {
            assertThat(sum("rest", "answered")).isEqualTo(rest + 1);
            assertThat(sum("rest", "refused")).isEqualTo(refused + 1);
            assertThat(sum("adapter", "answered")).isEqualTo(called + 1);
            assertThat(sum("adapter", "refused")).as("under status 200").isEqualTo(uncalled + 1);
            assertThat(sum("jms", "answered")).isEqualTo(lane + 1);
            assertThat(sum("jms", "dead")).isEqualTo(dead + 1);
        });
        assertThat(OPERATOR.get("ledger/balances?uneven=true").body().path("items"))
                .as("uneven lines")
                .isEmpty();
        assertThat(OPERATOR.get("ledger/balances?door=window").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("ledger/balances?day=today").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("ledger/sheets/1999-01-01").code()).isEqualTo("resource_unknown");
    }

    /** One good and one bad question each. */
    private static void askAtEachDoor() {
        String token = Tokens.fetch(BUS.ports().http(), "h41-lgsp", "sandbox-h41");
        String question = question(UUID.randomUUID().toString());
        GovernedPartner.call(
                BUS.ports().http(),
                token,
                "POST /api/v1/citizens/lookup",
                question.replace("\"dichVu\":\"TraCuuThongTinCongDan\",", ""));
        GovernedPartner.call(BUS.ports().http(), "wrong", "POST /api/v1/citizens/lookup", question);
        String session = CallSessions.open(BUS.ports().http(), "h41-lgsp", "sandbox-h41");
        CallSessions.call(BUS.ports().http(), call(session));
        CallSessions.call(BUS.ports().http(), call("no-session"));
        try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            String id = UUID.randomUUID().toString();
            hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);
            assertThat(hub.answer(id)).isNotNull();
            hub.send("<broken".getBytes(StandardCharsets.UTF_8), true, id);
            assertThat(hub.answer(id)).isNotNull();
            assertThat(hub.take("dancu.hub.h41-lgsp.dlq", id, 5_000)).isNotNull();
        }
    }

    private static void hasTheFormOfTheSchema(JsonNode file) throws IOException {
        JsonNode schema = JSON.readTree(
                Path.of("schemas/evidence/v1/day-sheet.schema.json").toFile());
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(file))
                .isEmpty();
    }

    @Test
    void aSheetIsSignedOnceAndVerifiedOffline() throws IOException {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        uneven(day);

        witnessed(day);
        killed(day);
        BUS.bean(JdbcDaySheets.class).sign();
        BUS.bean(JdbcDaySheets.class).sign();

        assertThat(OPERATOR.get("ledger/sheets").body().path("items"))
                .filteredOn(sheet -> sheet.path("day").asText().equals(day.toString()))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.path("even").asBoolean()).isFalse());
        JsonNode file = OPERATOR.get("ledger/sheets/" + day).body();
        assertThat(file.path("sheet").asText())
                .contains("T09:00:00Z rest h41-lgsp 7 5 1 0 0 0 1 0 0 0\n")
                .contains("T10:00:00Z rest h41-lgsp 1 1 0 0 0 0 0 1 1 0\n")
                .contains("T12:00:00Z rest h41-lgsp 1 1 0 0 0 0 0 3 0 2\n")
                .containsPattern(
                        "\nkilled [0-9a-f-]{36} started [^ ]+ written [^ ]+T12:30:00Z closed [^ ]+T12:30:30Z\n");
        hasTheFormOfTheSchema(file);
        String fingerprint = OPERATOR.get("audit/seal-keys")
                .body()
                .toString()
                .replaceAll("(?s).*\"fingerprint\":\"([0-9a-f]{64})\".*", "$1");
        assertThat(verified(file, TrustAnchors.NONE.trusting(Set.of(fingerprint)))
                        .isIntact())
                .isTrue();
        assertThat(verified(file, TrustAnchors.NONE.trusting(Set.of("0".repeat(64))))
                        .findings())
                .extracting(EvidenceFinding::kind)
                .containsExactly(EvidenceFinding.Kind.KEY_NOT_TRUSTED);
        ObjectNode forged = Objects.requireNonNull(file.deepCopy());
        forged.put("sheet", file.path("sheet").asText().replace("7 5 1 0 0 0 1 0", "6 5 1 0 0 0 0 0"));
        assertThat(verified(forged, TrustAnchors.NONE).findings())
                .extracting(EvidenceFinding::kind)
                .containsExactly(EvidenceFinding.Kind.SIGNATURE_WRONG);
    }

    /** Counts of an hour of that day of which one message is missing. */
    private static void uneven(LocalDate day) {
        UUID instance = UUID.randomUUID();
        BUS.jdbc()
                .sql(
                        "insert into ledger.instance (id, started_at, flushed_at, ended_at) values (?, now(), now(), now())")
                .param(instance)
                .update();
        BUS.jdbc()
                .sql("insert into ledger.count (instance, hour, door, partner, taken, answered, refused, dead, in_work,"
                        + " missing) values (?, ?, 'rest', 'h41-lgsp', 7, 5, 1, 0, 0, 1)")
                .param(instance)
                .param(day.atTime(9, 0).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** At ten one answer was counted and recorded; a refusal stands under the partner that somebody claimed to be. */
    private static void witnessed(LocalDate day) {
        // A test before this one may have had the trail of this day read.
        BUS.jdbc()
                .sql("delete from ledger.recorded_hour where hour >= ?")
                .param(day.atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
        counted(UUID.randomUUID(), day, 10, false);
        record(day, 10, null);
        record(day, 10, ErrorCode.CREDENTIALS_WRONG);
    }

    /** At half past twelve an instance wrote its counts for the last time; two answers more are recorded. */
    private static void killed(LocalDate day) {
        counted(UUID.randomUUID(), day, 12, true);
        for (int i = 0; i < 3; i++) {
            record(day, 12, null);
        }
    }

    private static void counted(UUID instance, LocalDate day, int hour, boolean isKilled) {
        OffsetDateTime half = day.atTime(hour, 30).atOffset(ZoneOffset.UTC);
        BUS.jdbc()
                .sql(
                        "insert into ledger.instance (id, started_at, flushed_at, ended_at, killed) values (?, ?, ?, ?, ?)")
                .params(instance, half.minusHours(1), half, half.plusSeconds(30), isKilled)
                .update();
        BUS.jdbc()
                .sql("insert into ledger.count (instance, hour, door, partner, taken, answered, refused, dead, in_work,"
                        + " missing) values (?, ?, 'rest', 'h41-lgsp', 1, 1, 0, 0, 0, 0)")
                .params(instance, half.truncatedTo(ChronoUnit.HOURS))
                .update();
    }

    private static void record(LocalDate day, int hour, @Nullable ErrorCode refusal) {
        Instant at = day.atTime(hour, 59, 59).toInstant(ZoneOffset.UTC);
        BUS.bean(AuditTrail.class)
                .append(new AuditRecord(
                        UUID.randomUUID(),
                        new AuditRecord.Who("h41-lgsp", "canbo01", null, null),
                        AuditRecord.What.NOTHING,
                        null,
                        new AuditRecord.How("rest", null, 1, 1, at, at.plusSeconds(5)),
                        refusal == null ? "found" : refusal.code(),
                        refusal,
                        null));
    }

    private VerificationReport verified(JsonNode file, TrustAnchors anchors) throws IOException {
        Path saved = folder.resolve("sheet.json");
        Files.write(saved, JSON.writeValueAsBytes(file));
        return EvidenceVerifier.verify(saved, anchors);
    }

    /** Counts are written once a second: those of tests before this one have to be there first. */
    private static void awaitEarlierCounts() {
        AtomicLong before = new AtomicLong(-1);
        await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(30)).until(() -> {
            long now = Stream.of("answered", "refused", "dead")
                    .mapToLong(column -> sum("rest", column) + sum("jms", column) + sum("adapter", column))
                    .sum();
            return before.getAndSet(now) == now;
        });
    }

    private static long sum(String door, String column) {
        long sum = 0;
        for (JsonNode line : OPERATOR.get("ledger/balances?door=" + door).body().path("items")) {
            sum += line.path(column).asLong();
        }
        return sum;
    }

    private static String call(String session) {
        String question = question(UUID.randomUUID().toString()).replace("\"dichVu\":\"TraCuuThongTinCongDan\",", "");
        return "{\"session\":\"" + session + "\",\"madonvi\":\"H41\",\"service\":\"TraCuuThongTinCongDan\",\"data\":["
                + question + "]}";
    }

    private static String question(String id) {
        Person person = BUS.anybody();
        return """
                {"dichVu":"TraCuuThongTinCongDan","maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01",
                "soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.ngaySinh());
    }
}
