package vn.dancu.bus.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.trust.TrustSettings;
import vn.dancu.bus.trust.TrustSettings.Revocation;
import vn.dancu.bus.trust.message.MessageSignatures;
import vn.dancu.bus.trust.message.SignatureTerms;
import vn.dancu.bus.trust.revocation.RevocationCheck.Standing;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;
import vn.dancu.bus.trust.revocation.RevocationRules.Unknown;

public class UpstreamSignaturesTest {

    private static final byte[] ENVELOPE =
            ("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><a>x</a></s:Body></s:Envelope>")
                    .getBytes(StandardCharsets.UTF_8);
    private static final SignatureTerms TERMS =
            new SignatureTerms(Duration.ofMinutes(5), Duration.ofSeconds(30), false);

    @TempDir
    Path folder;

    private final MessageSignatures messages = new MessageSignatures(Clock.systemUTC());
    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
    private Authority.Holder own;
    private Authority.Holder theirs;
    private Authority.Holder other;
    private Standing standing = Standing.GOOD;

    @BeforeEach
    void makeKeys() throws Exception {
        Authority authority =
                Authority.root("CN=Chung thuc mau, C=VN", Clock.systemUTC().instant());
        own = authority.holder("CN=truc, C=VN");
        theirs = authority.holder("CN=quoc gia, C=VN");
        other = authority.holder("CN=khac, C=VN");
        own.pem(folder.resolve("own.key"), folder.resolve("own.crt"));
        bundles.registerBundle(
                "questions",
                SslBundle.of(new PemSslStoreBundle(
                        PemSslStore.load(PemSslStoreDetails.forCertificate(
                                        folder.resolve("own.crt").toUri().toString())
                                .withPrivateKey(
                                        folder.resolve("own.key").toUri().toString())),
                        null)));
        Authority.trusting(folder.resolve("theirs.crt"), theirs.certificate());
    }

    @Test
    void signsQuestionsByTheKeyOfItsBundle() {
        byte[] signed = signatures().signed("national", ENVELOPE);

        assertThat(new String(
                        messages.verify(signed, TERMS, signer -> assertThat(signer)
                                        .isEqualTo(own.certificate()))
                                .envelope(),
                        StandardCharsets.UTF_8))
                .contains("<a>x</a>");
        assertThat(signatures().signed("elsewhere", ENVELOPE)).isEqualTo(ENVELOPE);
        assertThatThrownBy(() -> signatures().signed("national", "{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("upstream_question_unsupported");
    }

    @Test
    void readsOfAnAnswerWhatItsSignerSignedAndNothingElse() {
        byte[] answer = messages.sign(ENVELOPE, theirs.key());

        assertThat(new String(signatures().verified("national", answer), StandardCharsets.UTF_8))
                .contains("<a>x</a>")
                .doesNotContain("Header");
        assertThat(signatures().verified("elsewhere", ENVELOPE)).isEqualTo(ENVELOPE);
        for (byte[] bad : List.of(
                ENVELOPE,
                messages.sign(ENVELOPE, other.key()),
                new String(answer, StandardCharsets.UTF_8)
                        .replace("<a>x", "<a>y")
                        .getBytes(StandardCharsets.UTF_8),
                "<html/>".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> signatures().verified("national", bad))
                    .hasMessageContaining("upstream_signature_invalid");
        }
        standing = Standing.REVOKED;
        assertThatThrownBy(() -> signatures().verified("national", answer))
                .hasMessageContaining("upstream_signature_invalid");
    }

    @Test
    void stopsTheStartWhereNoSuchServiceIsAsked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signatures(Set.of("another")))
                .withMessageContaining("dancu.trust.upstreams.national");
    }

    /** Those where nothing is agreed with anybody. */
    public static UpstreamSignatures none() {
        return UpstreamSignatures.of(
                settings(Map.of()),
                Set.of(),
                new DefaultSslBundleRegistry(),
                new MessageSignatures(Clock.systemUTC()),
                (shown, others) -> Standing.GOOD);
    }

    private static TrustSettings settings(Map<String, TrustSettings.Upstream> upstreams) {
        return new TrustSettings(
                new Revocation(
                        Source.NONE, List.of(), List.of(), null, Unknown.REFUSED, Duration.ofSeconds(5), Set.of()),
                new TrustSettings.Message(null, Set.of()),
                upstreams);
    }

    private UpstreamSignatures signatures() {
        return signatures(Set.of("national", "elsewhere"));
    }

    private UpstreamSignatures signatures(Set<String> upstreams) {
        TrustSettings settings = settings(
                Map.of("national", new TrustSettings.Upstream("questions", List.of(folder.resolve("theirs.crt")))));
        return UpstreamSignatures.of(settings, upstreams, bundles, messages, (shown, others) -> standing);
    }
}
