package vn.dancu.bus.document.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.document.SignatureSettings;
import vn.dancu.bus.document.SignatureSettings.Check;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;

class RevocationTest {

    @TempDir
    Path folder;

    private Authority authority;
    private X509Certificate signer;

    @BeforeEach
    void makeKeys() throws Exception {
        authority = Authority.root("CN=Chung thuc mau, C=VN");
        signer = authority.holder("CN=Co quan mau, C=VN").certificate();
    }

    @Test
    void refusesACertificateOnTheListAndReadsTheListAnewWhenItChanges() throws Exception {
        Path crl = authority.crl(folder.resolve("crl"), Authority.NOW.minusSeconds(3600));
        TrustedSigners trusted = trusted(byList(crl));

        assertThat(outcome(trusted)).isEqualTo("trusted");
        authority.crl(crl, Authority.NOW.minusSeconds(1800), signer);
        assertThat(outcome(trusted)).isEqualTo("signer_revoked");
    }

    @Test
    void trustsNobodyWhereTheListIsOldMissingBrokenOrOfAnotherAuthority() throws Exception {
        Path old = authority.crl(folder.resolve("old"), Authority.NOW.minus(Duration.ofDays(2)));
        Path broken = Files.writeString(folder.resolve("broken"), "no list");
        Path other = Authority.root("CN=Chung thuc khac, C=VN").crl(folder.resolve("other"), Authority.NOW);

        for (Path crl : List.of(old, broken, other, folder.resolve("missing"))) {
            assertThat(outcome(trusted(byList(crl))))
                    .as(crl.getFileName().toString())
                    .isEqualTo("revocation_unknown");
        }
    }

    @Test
    void asksTheResponderOfTheSettings() throws Exception {
        CertificateStatus[] status = {CertificateStatus.GOOD};
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            // A short question comes by GET, in the path (RFC 6960 appendix A.1).
            byte[] question = exchange.getRequestMethod().equals("GET")
                    ? Base64.getDecoder()
                            .decode(exchange.getRequestURI().getPath().substring(1))
                    : exchange.getRequestBody().readAllBytes();
            byte[] answer = answer(question, status[0]);
            exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        TrustedSigners trusted = trusted(settings(
                Source.OCSP,
                List.of(),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")));
        try {
            assertThat(outcome(trusted)).isEqualTo("trusted");
            status[0] = new RevokedStatus(Date.from(Authority.NOW.minusSeconds(60)), 1);
            assertThat(outcome(trusted)).isEqualTo("signer_revoked");
        } finally {
            server.stop(0);
        }
        assertThat(outcome(trusted)).isEqualTo("revocation_unknown");
    }

    @SuppressWarnings("checkstyle:IllegalType") // What Bouncy Castle takes.
    private byte[] answer(byte[] question, CertificateStatus status) {
        try {
            OCSPReq request = new OCSPReq(question);
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(
                    SubjectPublicKeyInfo.getInstance(authority.pair.getPublic().getEncoded()),
                    new JcaDigestCalculatorProviderBuilder().build().get(org.bouncycastle.cert.ocsp.RespID.HASH_SHA1));
            Date at = Date.from(Authority.NOW);
            builder.addResponse(request.getRequestList()[0].getCertID(), status, at, null, null);
            Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (nonce != null) {
                builder.setResponseExtensions(new Extensions(nonce));
            }
            return new OCSPRespBuilder()
                    .build(OCSPResp.SUCCESSFUL, builder.build(authority.signer(), null, at))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException("The responder of the test answers", e);
        }
    }

    private String outcome(TrustedSigners trusted) {
        try {
            trusted.check(signer, List.of());
            return "trusted";
        } catch (BusException e) {
            return e.refusal().code().code();
        }
    }

    private TrustedSigners trusted(SignatureSettings settings) {
        return new TrustedSigners(List.of(authority.certificate), settings, Clock.fixed(Authority.NOW, ZoneOffset.UTC));
    }

    private static SignatureSettings byList(Path crl) {
        return settings(Source.CRL, List.of(crl), null);
    }

    private static SignatureSettings settings(Source revocation, List<Path> crls, URI responder) {
        return new SignatureSettings(
                Check.CHECKED,
                Set.of("rsa-sha256"),
                List.of(),
                revocation,
                crls,
                responder,
                Duration.ofMinutes(5),
                null,
                Map.of());
    }
}
