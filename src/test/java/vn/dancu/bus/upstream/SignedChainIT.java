package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SigningPartner;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.UpstreamRoutes;

/** A bus that signs its questions to another one, which takes no others, and counts no answer that the other did not sign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedChainIT {

    private static final RunningBus BUS = RunningBus.shared();

    /** Questions signed, answers by the certificate that signs there. */
    private static final String SIGNED = "TraCuuThongTinCongDan";

    /** Of an upstream with which nothing is agreed. */
    private static final String UNSIGNED = "CungCapThongTinNhomMau";

    /** Questions signed, answers by a certificate by which nobody signs. */
    private static final String OF_ANOTHER = "XacThucThongTinCongDan";

    private @Nullable SigningPartner national;
    private @Nullable RunningBus hub;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        SigningPartner there = new SigningPartner(BUS, folder);
        national = there;
        there.holder.pem(folder.resolve("hub.key"), folder.resolve("hub.crt"));
        List<String> settings = new ArrayList<>(List.of(
                "--dancu.register.kind=upstream",
                "--dancu.hub.identities=same",
                "--dancu.routes.dir=" + UpstreamRoutes.in(folder, "unsigned", "another"),
                "--spring.ssl.bundle.pem.questions.keystore.certificate="
                        + folder.resolve("hub.crt").toUri(),
                "--spring.ssl.bundle.pem.questions.keystore.private-key="
                        + folder.resolve("hub.key").toUri()));
        for (String name : List.of("national", "unsigned", "another")) {
            settings.addAll(upstream(name, there.secondPort()));
        }
        settings.add("--dancu.upstream.unsigned.services=" + UNSIGNED);
        settings.add("--dancu.upstream.another.services=" + OF_ANOTHER);
        settings.addAll(agreed("national", folder.resolve("bus.crt")));
        settings.addAll(agreed("another", folder.resolve("hub.crt")));
        hub = RunningBus.start(settings.toArray(String[]::new));
    }

    private static List<String> upstream(String name, int port) {
        return Stream.of(
                        "dialect=official",
                        "address=http://127.0.0.1:" + port,
                        "path=" + Signature.PATH,
                        "name-fields=true",
                        "account.username=h41-lgsp",
                        "account.secret-key=sandbox-h41")
                .map(setting -> "--dancu.upstream." + name + "." + setting)
                .toList();
    }

    private static List<String> agreed(String name, Path signers) {
        return List.of(
                "--dancu.trust.upstreams." + name + ".bundle=questions",
                "--dancu.trust.upstreams." + name + ".signers=" + signers);
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
        if (national != null) {
            national.close();
        }
    }

    @Test
    void answersWithWhatTheOtherBusSigned() {
        String id = id();

        RawHttp.Answer answer = ask(SIGNED, id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("GhiChu=\"found\"").doesNotContain("Security");
        isRecorded(hub(), id, "CALL asked", "CALL found", "ANSWER found");
        isRecorded(BUS, id, "ANSWER found");
    }

    @Test
    void isRefusedWhereItDoesNotSignWhatItAsks() {
        String id = id();

        RawHttp.Answer answer = ask(UNSIGNED, id);

        assertThat(answer.body()).contains("upstream_credentials_refused").doesNotContain("GhiChu");
        isRecorded(
                hub(), id, "CALL asked", "CALL upstream_credentials_refused", "REFUSAL upstream_credentials_refused");
        assertThat(recorded(BUS, id)).as("nothing was answered there").noneMatch(one -> one.startsWith("ANSWER"));
    }

    @Test
    void countsNoAnswerThatSomebodyElseSignedAndAsksNotAgain() {
        String id = id();

        RawHttp.Answer answer = ask(OF_ANOTHER, id);

        assertThat(answer.body()).contains("upstream_signature_invalid").doesNotContain("GhiChu");
        isRecorded(hub(), id, "CALL asked", "CALL upstream_signature_invalid", "REFUSAL upstream_signature_invalid");
        assertThat(recorded(BUS, id)).as("answered there once").hasSize(1).allMatch(one -> one.startsWith("ANSWER"));
    }

    private RawHttp.Answer ask(String service, String id) {
        Person person = BUS.anybody();
        return new SoapClient(hub().ports().http(), "h41-lgsp", "sandbox-h41")
                .ask(service, SoapClient.contentOf(service, person, id));
    }

    private static void isRecorded(RunningBus bus, String id, String... kinds) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(recorded(bus, id)).containsExactlyInAnyOrder(kinds));
    }

    private static List<String> recorded(RunningBus bus, String id) {
        return bus.jdbc()
                .sql("select kind || ' ' || result from audit.event where message_id = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    private static String id() {
        return "signed-" + UUID.randomUUID();
    }

    private RunningBus hub() {
        return Objects.requireNonNull(hub);
    }
}
