package vn.dancu.bus.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;
import vn.dancu.bus.signing.TimeStampAuthority;
import vn.dancu.bus.signing.TimeStampServer;

/** Time-stamps of a small authority in the JVM. */
class TimeStampsIT {

    @TempDir
    Path folder;

    private final SealedTrail trail = new SealedTrail();
    private TimeStampServer authority;

    @BeforeEach
    void startAuthority() throws Exception {
        authority = new TimeStampServer();
    }

    @AfterEach
    void stopAuthority() {
        authority.close();
    }

    @Test
    void keepsTheTimeStampOfASealAndChecksItWithoutTheAuthority() throws Exception {
        trail.append(3);
        trail.seal();
        stamping().run();
        authority.close();

        Path file = trail.export(folder);
        VerificationReport report =
                EvidenceVerifier.verify(file, TrustAnchors.NONE.stampedBy(pem(authority.certificate(), "tsa")));
        assertThat(report.findings()).isEmpty();
        assertThat(report.timeStamps()).isEqualTo(1);
        assertThat(EvidenceVerifier.verify(
                                file,
                                TrustAnchors.NONE.stampedBy(pem(TimeStampServer.certificate(otherPair()), "other")))
                        .findings())
                .extracting(EvidenceFinding::kind)
                .containsExactly(EvidenceFinding.Kind.TIME_STAMP_WRONG);
        assertThat(trail.evidence.seals(0, 10)).allMatch(Evidence.SealSummary::timeStamped);
    }

    @Test
    void sealsWithoutTheAuthorityAndStampsLater() throws Exception {
        authority.setBroken(true);
        trail.append(3);
        assertThat(trail.seal()).isEqualTo(3);
        assertThatThrownBy(() -> stamping().run()).isInstanceOf(IOException.class);
        trail.append(3);
        assertThat(trail.seal()).isEqualTo(4);

        authority.setBroken(false);
        stamping().run();

        assertThat(trail.evidence.seals(0, 10)).hasSize(2).allMatch(Evidence.SealSummary::timeStamped);
    }

    @Test
    void saysThatATimeStampOfAnotherSealIsWrong() throws Exception {
        trail.append(3);
        trail.seal();
        stamping().run();
        trail.append(3);
        trail.seal();
        trail.jdbc.update("update audit.seal set time_stamp = (select time_stamp from audit.seal where number = 1)");

        VerificationReport report = EvidenceVerifier.verify(
                trail.export(folder), TrustAnchors.NONE.stampedBy(pem(authority.certificate(), "tsa")));

        assertThat(report.findings())
                .containsExactly(new EvidenceFinding(EvidenceFinding.Kind.TIME_STAMP_WRONG, 2, null, null));
    }

    private JdbcTimeStampTask stamping() {
        return new JdbcTimeStampTask(trail.jdbc, new TimeStampAuthority(authority.url()), Clock.systemUTC());
    }

    private Path pem(X509Certificate of, String name) throws Exception {
        String text = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(of.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(folder.resolve(name + ".pem"), text);
    }

    private static KeyPair otherPair() throws Exception {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    }
}
