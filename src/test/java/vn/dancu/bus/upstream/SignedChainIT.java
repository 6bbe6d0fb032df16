package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SigningPartner;
import vn.dancu.bus.fixtures.SoapClient;

/** A bus that signs its questions to another one, which takes no others, and counts no answer that the other did not sign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedChainIT {

    private static final RunningBus BUS = RunningBus.shared();

    private @Nullable SigningPartner national;
    private @Nullable RunningBus hub;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        SigningPartner there = new SigningPartner(BUS, folder);
        national = there;
        there.holder.pem(folder.resolve("hub.key"), folder.resolve("hub.crt"));
        hub = RunningBus.start(
                "--dancu.register.kind=upstream",
                "--dancu.upstream.national.dialect=official",
                "--dancu.upstream.national.address=http://127.0.0.1:" + there.secondPort(),
                "--dancu.upstream.national.path=" + Signature.PATH,
                "--dancu.upstream.national.name-fields=true",
                "--dancu.upstream.national.account.username=h41-lgsp",
                "--dancu.upstream.national.account.secret-key=sandbox-h41",
                "--dancu.trust.upstreams.national.bundle=questions",
                "--dancu.trust.upstreams.national.signers=" + folder.resolve("bus.crt"),
                "--spring.ssl.bundle.pem.questions.keystore.certificate="
                        + folder.resolve("hub.crt").toUri(),
                "--spring.ssl.bundle.pem.questions.keystore.private-key="
                        + folder.resolve("hub.key").toUri());
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
        SoapClient asker =
                new SoapClient(java.util.Objects.requireNonNull(hub).ports().http(), "h41-lgsp", "sandbox-h41");

        RawHttp.Answer answer = asker.lookUp(BUS.anybody(), "signed-chain");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("GhiChu=\"found\"").doesNotContain("Security");
    }
}
