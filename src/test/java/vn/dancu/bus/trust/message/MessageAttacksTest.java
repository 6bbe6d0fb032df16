package vn.dancu.bus.trust.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.signing.SigningKey;

class MessageAttacksTest {

    private static final Clock CLOCK = Clock.fixed(SignedCorpus.NOW, ZoneOffset.UTC);
    private static final SignatureTerms TERMS =
            new SignatureTerms(Duration.ofMinutes(5), Duration.ofSeconds(30), false);
    private static final SignatureTerms WITH_SHA1 =
            new SignatureTerms(Duration.ofMinutes(5), Duration.ofSeconds(30), true);
    private static final MessageSignatures SIGNATURES = new MessageSignatures(CLOCK);

    private static Authority.Holder holder;
    private static Authority.Holder weak;
    private static SignedCorpus corpus;

    @BeforeAll
    static void sign() throws Exception {
        Authority authority = Authority.root("CN=Chung thuc mau, C=VN");
        holder = authority.rsaHolder("CN=doi tac, C=VN");
        KeyPair small = Authority.rsa(1024);
        weak = authority.holder("CN=yeu, C=VN", small, KeyUsage.digitalSignature, SignedCorpus.NOW, 30);
        byte[] other = new String(SignedCorpus.original(), StandardCharsets.UTF_8)
                .replace("NGUYENVANMAU", "TRANTHIMAU")
                .getBytes(StandardCharsets.UTF_8);
        corpus = new SignedCorpus(
                holder,
                authority.rsaHolder("CN=khac, C=VN"),
                weak,
                SIGNATURES.sign(SignedCorpus.original(), holder.key()),
                SIGNATURES.sign(other, holder.key()));
    }

    static Stream<Path> moved() throws IOException {
        return SignedCorpus.files("moved");
    }

    static Stream<Path> forms() throws IOException {
        return SignedCorpus.files("forms");
    }

    @ParameterizedTest
    @MethodSource("moved")
    void refusesWhatWasChangedAfterItWasSigned(Path file) throws IOException {
        assertThat(outcome(corpus.moved(file), TERMS))
                .as(file.getFileName().toString())
                .isEqualTo(SignedCorpus.expected(file));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesWhatWasSignedInAnotherForm(Path file) throws Exception {
        assertThat(outcome(corpus.formed(file), TERMS))
                .as(file.getFileName().toString())
                .isEqualTo(SignedCorpus.expected(file));
    }

    @Test
    void takesSha1OfAPartnerThatMaySignByIt() throws Exception {
        for (String form : Set.of("rsa-sha1", "digest-by-sha1")) {
            assertThat(outcome(corpus.formed(SignedCorpus.FOLDER.resolve("forms/" + form + ".xml")), WITH_SHA1))
                    .as(form)
                    .isEqualTo("signed");
        }
        assertThat(outcome(corpus.formed(SignedCorpus.FOLDER.resolve("forms/digest-by-md5.xml")), WITH_SHA1))
                .isEqualTo("signature_forbidden");
    }

    @Test
    void holdsMoreThanSixtyAttacks() throws IOException {
        long attacks = 0;
        for (Path file : Stream.concat(moved(), forms()).toList()) {
            attacks += SignedCorpus.expected(file).equals("signed") ? 0 : 1;
        }
        assertThat(attacks).isGreaterThan(60);
    }

    @Test
    void signsAndVerifiesByAnEllipticKeyAndBeforeItsOwnHeaderBlocks() throws Exception {
        Authority authority = Authority.root("CN=Chung thuc mau, C=VN");
        SigningKey elliptic = authority
                .holder("CN=ec, C=VN", Authority.ec(), KeyUsage.digitalSignature, SignedCorpus.NOW, 30)
                .key();
        byte[] withBlock = new String(SignedCorpus.original(), StandardCharsets.UTF_8)
                .replace(
                        "<soap:Header/>",
                        "<soap:Header><a:To xmlns:a=\"" + Names.WSA + "\">urn:dancu</a:To></soap:Header>")
                .getBytes(StandardCharsets.UTF_8);

        assertThatCode(() -> SIGNATURES.verify(SIGNATURES.sign(withBlock, elliptic), TERMS, signer -> {}))
                .doesNotThrowAnyException();
    }

    @Test
    void signsAnAnswerThatIsLargerThanAQuestionMayBe() throws Exception {
        byte[] page = new String(SignedCorpus.original(), StandardCharsets.UTF_8)
                .replace("NGUYENVANMAU", "N".repeat(2 << 20))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(SIGNATURES.sign(page, holder.key()).length).isGreaterThan(2 << 20);
    }

    @Test
    void makesNoTreeOfAMessageOfTooManyElements() throws Exception {
        byte[] crowded = new String(SignedCorpus.original(), StandardCharsets.UTF_8)
                .replace("NGUYENVANMAU", "<a/>".repeat(5_000))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(outcome(crowded, TERMS)).isEqualTo("element_limit_exceeded");
    }

    @Test
    void givesTheSameMessageTheSameKeyWhoeverSendsIt() throws Exception {
        byte[] signed = SIGNATURES.sign(SignedCorpus.original(), holder.key());
        byte[] again = SIGNATURES.sign(SignedCorpus.original(), holder.key());

        assertThat(verified(signed).onceKey())
                .isEqualTo(verified(signed).onceKey())
                .isNotEqualTo(verified(again).onceKey());
        assertThat(verified(corpus.moved(SignedCorpus.FOLDER.resolve("moved/comment-in-a-value.xml")))
                        .onceKey())
                .as("a copy that was dressed up otherwise")
                .isEqualTo(verified(corpus.moved(SignedCorpus.FOLDER.resolve("moved/unchanged.xml")))
                        .onceKey());
    }

    /** The code, or signed; then what is read is the question of the original and of no other. */
    private static String outcome(byte[] message, SignatureTerms terms) {
        try {
            SignedMessage signed = SIGNATURES.verify(message, terms, MessageAttacksTest::requireHolder);
            assertThat(new String(signed.envelope(), StandardCharsets.UTF_8))
                    .contains("NGUYENVANMAU<", "999000000001")
                    .doesNotContain("KEXAMNHAP", "<!--", "Header");
            return "signed";
        } catch (BusException e) {
            return e.refusal().code().code();
        }
    }

    private static SignedMessage verified(byte[] message) {
        return SIGNATURES.verify(message, TERMS, signer -> {});
    }

    private static void requireHolder(X509Certificate signer) {
        if (!signer.equals(holder.certificate())) {
            throw BusException.of(ErrorCode.SIGNER_UNTRUSTED, "Header/Security", "the holder of the test");
        }
    }
}
