package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.conformance.result.CaseResult;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.fixtures.DanCuCommand;
import vn.dancu.bus.fixtures.RunningBus;

/** {@code dancu conformance} against the bus itself. */
class ConformanceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningBus bus;

    @TempDir
    private Path folder;

    private static final String REPLACED = "999999999990";

    private static @Nullable Long missing;

    /** So few people that nobody is missing and no number was replaced: one becomes so for this class. */
    @BeforeAll
    static void start() {
        bus = RunningBus.shared();
        List<Long> last = bus.jdbc()
                .sql("select citizen_id from register.citizen where state = 'ALIVE' and so_dinh_danh is not null"
                        + " and birth_date is not null order by citizen_id desc limit 2")
                .query(Long.class)
                .list();
        missing = last.get(0);
        state("MISSING");
        bus.jdbc()
                .sql("insert into register.citizen_number (number, citizen_id, kind, state, replaced_by)"
                        + " select ?, citizen_id, 'SO_DINH_DANH', 'REPLACED', so_dinh_danh from register.citizen"
                        + " where citizen_id = ?")
                .params(REPLACED, last.get(1))
                .update();
    }

    @AfterAll
    static void mend() {
        state("ALIVE");
        bus.jdbc()
                .sql("delete from register.citizen_number where number = ?")
                .param(REPLACED)
                .update();
    }

    private static void state(String state) {
        bus.jdbc()
                .sql("update register.citizen set state = ?, state_since = ? where citizen_id = ?")
                .params(state, state.equals("ALIVE") ? null : LocalDate.of(2026, 1, 1), missing)
                .update();
    }

    private static String plan() {
        return BusPlan.of(bus, "")
                + Stream.of("replaced", "deceased", "missing", "cancelled")
                        .map(kind -> BusPlan.kind(bus, kind))
                        .collect(Collectors.joining());
    }

    private DanCuCommand.Result run(String secret, String... more) throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), plan());
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"conformance", "--plan", plan.toString(), "--partner", "g22-portal"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return new DanCuCall(
                        Map.of("DANCU_URL", "http://127.0.0.1:" + bus.ports().http(), "DANCU_PARTNER_SECRET", secret))
                .run(arguments);
    }

    @Test
    void ourOwnBusPassesWhole() throws Exception {
        Path result = folder.resolve("result.json");
        Path report = folder.resolve("report.html");

        DanCuCommand.Result came = run("sandbox-g22", "--out", result.toString(), "--report", report.toString());

        ConformanceResult read = ConformanceResult.read(Files.readString(result));
        assertThat(read.cases())
                .filteredOn(one -> one.outcome() == Outcome.FAILED)
                .extracting(one -> one.id() + " " + one.seen())
                .isEmpty();
        assertThat(came.exit()).isZero();
        assertThat(came.out()).contains("SI-04  Đạt").contains("Mọi ca bắt buộc đã chạy đều đạt");
        assertThat(read.cases())
                .filteredOn(one -> one.outcome() == Outcome.SKIPPED)
                .extracting(CaseResult::id)
                .as("its REST door of X-Road is asked under mutual TLS")
                .containsExactly("XR-05", "XR-06");
        assertThat(read.skippedMandatory()).extracting(CaseResult::id).isEmpty();
        assertThat(Files.readString(report))
                .contains("Bỏ qua")
                .doesNotContain(bus.anybody().soDinhDanh());
        assertThat(Files.readString(result)).doesNotContain(bus.anybody().soDinhDanh());
    }

    @Test
    void aWrongSecretIsSeenAndEndsWithOne() throws Exception {
        DanCuCommand.Result came = run("another", "--json");

        assertThat(came.exit()).isEqualTo(1);
        assertThat(ConformanceResult.read(came.out()).failedMandatory())
                .extracting(CaseResult::id)
                .contains("SI-01", "SI-04", "ST-01")
                .doesNotContain("SI-05", "SI-06");
    }

    @Test
    void theResultIsSignedByTheKeyOfAFile() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Path result = folder.resolve("signed.json");

        run("sandbox-g22", "--out", result.toString(), "--key", key.toString(), "--key-name", "h41-kiem-thu");

        String[] jws = JSON.readTree(result.toFile()).path("jws").asText().split("\\.");
        assertThat(ConformanceResult.read(decoded(jws[1])).partner()).isEqualTo("g22-portal");
        assertThat(decoded(jws[0])).contains("ES256").contains("h41-kiem-thu");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Test
    void aPlanThatIsNoneEndsWithTwo() throws Exception {
        Path plan = Files.writeString(folder.resolve("bad.yaml"), "people: {}\n");

        DanCuCommand.Result came = new DanCuCall(Map.of("DANCU_PARTNER_SECRET", "x"))
                .run("conformance", "--plan", plan.toString(), "--partner", "g22-portal");

        assertThat(came.exit()).isEqualTo(2);
        assertThat(came.err()).contains("bad.yaml:1");
    }
}
