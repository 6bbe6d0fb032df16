package vn.dancu.bus.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;

/** Time-stamps of a small authority in the JVM. */
class TimeStampsIT {

    @TempDir
    Path folder;

    private final SealedTrail trail = new SealedTrail();
    private HttpServer server;
    private volatile boolean broken;
    private KeyPair pair;
    private X509Certificate certificate;

    @BeforeEach
    void startAuthority() throws Exception {
        pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        certificate = certificate(pair);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer =
                    broken ? new byte[0] : answer(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(broken ? 503 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopAuthority() {
        server.stop(0);
    }

    @Test
    void keepsTheTimeStampOfASealAndChecksItWithoutTheAuthority() throws Exception {
        trail.append(3);
        trail.seal();
        stamping().run();
        server.stop(0);

        Path file = trail.export(folder);
        VerificationReport report = EvidenceVerifier.verify(file, TrustAnchors.NONE.stampedBy(pem(certificate, "tsa")));
        assertThat(report.findings()).isEmpty();
        assertThat(report.timeStamps()).isEqualTo(1);
        assertThat(EvidenceVerifier.verify(file, TrustAnchors.NONE.stampedBy(pem(certificate(otherPair()), "other")))
                        .findings())
                .extracting(EvidenceFinding::kind)
                .containsExactly(EvidenceFinding.Kind.TIME_STAMP_WRONG);
        assertThat(trail.evidence.seals(0, 10)).allMatch(Evidence.SealSummary::timeStamped);
    }

    @Test
    void sealsWithoutTheAuthorityAndStampsLater() throws Exception {
        broken = true;
        trail.append(3);
        assertThat(trail.seal()).isEqualTo(3);
        assertThatThrownBy(() -> stamping().run()).isInstanceOf(IOException.class);
        trail.append(3);
        assertThat(trail.seal()).isEqualTo(4);

        broken = false;
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

        VerificationReport report =
                EvidenceVerifier.verify(trail.export(folder), TrustAnchors.NONE.stampedBy(pem(certificate, "tsa")));

        assertThat(report.findings())
                .containsExactly(new EvidenceFinding(EvidenceFinding.Kind.TIME_STAMP_WRONG, 2, null, null));
    }

    private JdbcTimeStampTask stamping() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return new JdbcTimeStampTask(trail.jdbc, new TimeStampClient(url), Clock.systemUTC());
    }

    private Path pem(X509Certificate of, String name) throws Exception {
        String text = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(of.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(folder.resolve(name + ".pem"), text);
    }

    private byte[] answer(byte[] question) {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", pair.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier("1.2.3.4"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256))
                    .generate(new TimeStampRequest(question), BigInteger.ONE, Date.from(Instant.now()))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair otherPair() throws Exception {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    }

    private static X509Certificate certificate(KeyPair pair) throws Exception {
        X500Name name = new X500Name("CN=Test TSA");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minus(1, ChronoUnit.DAYS)),
                                Date.from(now.plus(1, ChronoUnit.DAYS)),
                                name,
                                pair.getPublic())
                        .addExtension(
                                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }
}
