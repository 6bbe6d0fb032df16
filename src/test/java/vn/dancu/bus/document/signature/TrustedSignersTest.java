package vn.dancu.bus.document.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.document.signature.DocumentSignaturesTest.outcome;
import static vn.dancu.bus.document.signature.DocumentSignaturesTest.settings;
import static vn.dancu.bus.document.signature.DocumentSignaturesTest.sign;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.document.SignatureSettings;
import vn.dancu.bus.document.SignatureSettings.Check;
import vn.dancu.bus.document.SignatureSettings.PartnerRule;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;

class TrustedSignersTest {

    private static Authority authority;
    private static Authority.Holder holder;

    @BeforeAll
    static void makeKeys() throws Exception {
        DocumentSignaturesTest.makeKeys();
        authority = DocumentSignaturesTest.authority;
        holder = DocumentSignaturesTest.holder;
    }

    @Test
    void acceptsTheCertificatesOfAPartnerOnlyWhereTheyAreNamed() throws Exception {
        Authority.Holder other = authority.holder("CN=Co quan khac, C=VN");
        String own = new SignerCertificates(holder.certificate(), List.of()).thumbprint();
        SignatureSettings settings =
                settings(Check.CHECKED, Map.of("p-1", new PartnerRule(Check.REQUIRED, Set.of(), Set.of(own))));

        assertThat(outcome(sign(SignatureCorpus.original(""), holder.key()), settings, new PartnerId("p-1")))
                .isEqualTo("signed");
        assertThat(outcome(sign(SignatureCorpus.original(""), other.key()), settings, new PartnerId("p-1")))
                .isEqualTo("signer_untrusted");
    }

    @Test
    void trustsAChainToATrustedCertificateAndNoOther() throws Exception {
        Authority between = authority.below("CN=Chung thuc cap hai, C=VN");
        Authority.Holder below = between.holder("CN=Duoi cap hai, C=VN");
        Authority stranger = Authority.root("CN=Chung thuc mau, C=VN");

        assertThat(outcome(sign(SignatureCorpus.original(""), below.key(between.certificate))))
                .isEqualTo("signed");
        assertThat(outcome(sign(SignatureCorpus.original(""), below.key()))).isEqualTo("signer_untrusted");
        assertThat(outcome(sign(
                        SignatureCorpus.original(""),
                        stranger.holder("CN=Gia mao, C=VN").key())))
                .as("an authority of the same name with another key")
                .isEqualTo("signer_untrusted");
        assertThat(outcome(sign(SignatureCorpus.original(""), holder.key()), untrusting(), null))
                .isEqualTo("signer_untrusted");
    }

    @Test
    void trustsASignersOwnCertificateWhereItIsNamed() throws Exception {
        Authority.Holder own = Authority.selfSigned("CN=Tu ky, C=VN");
        byte[] document = sign(SignatureCorpus.original(""), own.key());
        TrustedSigners naming =
                new TrustedSigners(List.of(own.certificate()), settings(), Clock.fixed(Authority.NOW, ZoneOffset.UTC));

        assertThat(outcome(document)).isEqualTo("signer_untrusted");
        assertThat(new XmlSignatures(settings(), naming, () -> null).verify(Content.of(document), null))
                .isInstanceOf(SignatureReport.Signed.class);
    }

    @Test
    void refusesACertificateThatIsNotForSignaturesIsWeakOrIsNotValidNow() throws Exception {
        KeyPair pair = Authority.rsa(2048);

        assertThat(outcomeOf(pair, KeyUsage.keyEncipherment, 0, 30)).isEqualTo("signer_untrusted");
        assertThat(outcomeOf(Authority.rsa(1024), KeyUsage.digitalSignature, 0, 30))
                .isEqualTo("signer_untrusted");
        assertThat(outcomeOf(pair, KeyUsage.nonRepudiation, 0, 30)).isEqualTo("signed");
        assertThat(outcomeOf(pair, KeyUsage.digitalSignature, -30 * 24 * 60, 29))
                .isEqualTo("signer_untrusted");
        assertThat(outcomeOf(pair, KeyUsage.digitalSignature, 64, 30))
                .as("4 minutes ahead")
                .isEqualTo("signed");
        assertThat(outcomeOf(pair, KeyUsage.digitalSignature, 66, 30))
                .as("6 minutes ahead")
                .isEqualTo("signer_untrusted");
    }

    private static String outcomeOf(KeyPair pair, int usage, int minutesLater, int days) throws Exception {
        Authority.Holder other = authority.holder(
                "CN=Thu, C=VN", pair, usage, Authority.NOW.plus(Duration.ofMinutes(minutesLater)), days);
        return outcome(sign(SignatureCorpus.original(""), other.key()));
    }

    private static SignatureSettings untrusting() {
        return new SignatureSettings(
                Check.CHECKED,
                Set.of(),
                List.of(Path.of("none")),
                Source.NONE,
                List.of(),
                null,
                Duration.ofMinutes(5),
                null,
                Map.of());
    }
}
