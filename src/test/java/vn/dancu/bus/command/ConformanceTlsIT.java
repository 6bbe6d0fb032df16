package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.conformance.result.CaseResult;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.fixtures.DanCuCommand;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.xroad.XRoadRegistry;

/** {@code dancu conformance} against a bus whose X-Road doors take the word of registered security servers alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTlsIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String SECRET = "sandbox-g22";

    @TempDir
    private static Path folder;

    private @Nullable SecondInstance instance;

    @BeforeAll
    void start() throws Exception {
        Authority authority =
                Authority.root("CN=Chung thuc mau, C=VN", Clock.systemUTC().instant());
        Authority.Holder own = authority.holder("CN=may chu bao mat, C=VN");
        own.pem(file("own.key"), file("own.pem"));
        authority.holder("CN=may khac, C=VN").pem(file("other.key"), file("other.pem"));
        authority.holder("CN=cua, C=VN").pem(file("door.key"), file("door.pem"));
        Authority.trusting(file("authority.pem"), authority.certificate);
        instance = SecondInstance.beside(
                BUS,
                "--server.ssl.bundle=doors",
                "--server.ssl.client-auth=want",
                "--spring.ssl.bundle.pem.doors.keystore.certificate="
                        + file("door.pem").toUri(),
                "--spring.ssl.bundle.pem.doors.keystore.private-key="
                        + file("door.key").toUri(),
                "--spring.ssl.bundle.pem.doors.truststore.certificate="
                        + file("authority.pem").toUri(),
                "--dancu.gateway.xroad.loopback-without-certificate=false");
        BUS.bean(XRoadRegistry.class)
                .register(
                        "VN:GOV:G01:suite",
                        own.certificate().getEncoded(),
                        new Actor("hoa.vanhanh", Set.of(Role.OPERATOR)));
        Files.writeString(file("plan.yaml"), BusPlan.of(BUS, BusPlan.XROAD_REST));
    }

    @AfterAll
    void stop() {
        if (instance != null) {
            instance.close();
        }
    }

    private static Path file(String name) {
        return folder.resolve(name).toAbsolutePath();
    }

    private DanCuCommand.Result run(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("conformance", "--plan", file("plan.yaml").toString(), "--partner", "g22-portal", "--json"));
        arguments.addAll(List.of(more));
        return new DanCuCall(Map.of(
                        "DANCU_URL",
                        "https://127.0.0.1:" + Objects.requireNonNull(instance).http(),
                        "DANCU_PARTNER_SECRET",
                        SECRET))
                .run(arguments.toArray(String[]::new));
    }

    private DanCuCommand.Result as(String name) throws Exception {
        return run(
                "--certificate", file(name + ".pem").toString(),
                "--certificate-key", file(name + ".key").toString(),
                "--trust", file("authority.pem").toString());
    }

    private static List<CaseResult> failed(DanCuCommand.Result came) {
        return ConformanceResult.read(came.out()).cases().stream()
                .filter(one -> one.outcome() == Outcome.FAILED)
                .toList();
    }

    @Test
    void everyCaseOfXRoadRunsAndPassesBehindARegisteredSecurityServer() throws Exception {
        DanCuCommand.Result came = as("own");

        assertThat(failed(came)).extracting(one -> one.id() + " " + one.seen()).isEmpty();
        assertThat(came.exit()).isZero();
        assertThat(ConformanceResult.read(came.out()).cases())
                .filteredOn(one -> one.id().startsWith("XR-"))
                .hasSize(6)
                .allMatch(one -> one.outcome() == Outcome.PASSED);
    }

    @Test
    void whoIsNoRegisteredSecurityServerPassesNoneOfThem() throws Exception {
        for (DanCuCommand.Result came :
                List.of(as("other"), run("--trust", file("authority.pem").toString()))) {
            assertThat(came.exit()).isEqualTo(1);
            assertThat(failed(came)).extracting(CaseResult::id).contains("XR-01", "XR-02", "XR-03", "XR-04", "XR-05");
        }
    }

    @Test
    void aServiceThatIsNotTrustedIsAskedNothing() throws Exception {
        DanCuCommand.Result came = run();

        assertThat(came.exit()).isEqualTo(1);
        assertThat(ConformanceResult.read(came.out()).cases())
                .filteredOn(one -> one.outcome() == Outcome.PASSED)
                .extracting(CaseResult::id)
                .isEmpty();
    }

    @Test
    void aCertificateWithoutItsKeyEndsWithTwo() throws Exception {
        assertThat(run("--certificate", file("own.pem").toString()).exit()).isEqualTo(2);
        DanCuCommand.Result swapped = run(
                "--certificate",
                file("own.key").toString(),
                "--certificate-key",
                file("own.pem").toString());
        assertThat(swapped.exit()).isEqualTo(2);
        assertThat(swapped.err()).contains("chứng thư số");
    }
}
