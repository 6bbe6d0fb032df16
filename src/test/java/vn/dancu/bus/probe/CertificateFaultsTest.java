package vn.dancu.bus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What the exceptions of clients mean that encrypt by themselves: those of PostgreSQL, mail and Kafka wrap the JDK's. */
class CertificateFaultsTest {

    private static CertificateException of(BasicReason reason) {
        return new CertificateException(
                "PKIX path validation failed", new CertPathValidatorException("no", null, null, -1, reason));
    }

    @Test
    void namesWhyAChainIsRefused() {
        assertThat(CertificateFaults.of(of(BasicReason.REVOKED))).isEqualTo(ProbeFault.CERTIFICATE_REVOKED);
        assertThat(CertificateFaults.of(of(BasicReason.EXPIRED))).isEqualTo(ProbeFault.CERTIFICATE_EXPIRED);
        assertThat(CertificateFaults.of(of(BasicReason.ALGORITHM_CONSTRAINED)))
                .isEqualTo(ProbeFault.CERTIFICATE_INVALID);
        assertThat(CertificateFaults.of(of(BasicReason.UNSPECIFIED))).isEqualTo(ProbeFault.CERTIFICATE_UNTRUSTED);
        assertThat(CertificateFaults.of(new CertificateException("No name matching partner.example found")))
                .isEqualTo(ProbeFault.CERTIFICATE_WRONG_NAME);
    }

    @Test
    void findsTheCauseBelowTheExceptionsOfAClient() {
        SSLHandshakeException handshake = new SSLHandshakeException("no");
        handshake.initCause(new CertificateException("no", new CertificateExpiredException()));

        assertThat(fault(new IOException("SSL error", handshake))).isEqualTo(ProbeFault.CERTIFICATE_EXPIRED);
        assertThat(fault(new SSLHandshakeException("Received fatal alert: bad_certificate")))
                .isEqualTo(ProbeFault.CLIENT_CERTIFICATE_REFUSED);
        assertThat(fault(new SSLHandshakeException("Received fatal alert: protocol_version")))
                .isEqualTo(ProbeFault.TLS_REFUSED);
        assertThat(fault(new IOException("no", new UnknownHostException("x")))).isEqualTo(ProbeFault.HOST_UNKNOWN);
        assertThat(fault(new IOException("no", new ConnectException("x")))).isEqualTo(ProbeFault.PORT_REFUSED);
        assertThat(fault(new SocketTimeoutException("x"))).isEqualTo(ProbeFault.ANSWER_SILENT);
        assertThat(fault(new IllegalStateException("x"))).isEqualTo(ProbeFault.ANSWER_UNREADABLE);
    }

    private static ProbeFault fault(Exception e) {
        return ProbeFailure.of(e, ProbeFault.ANSWER_UNREADABLE).fault();
    }
}
