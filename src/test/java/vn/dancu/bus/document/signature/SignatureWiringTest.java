package vn.dancu.bus.document.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.Content;

class SignatureWiringTest {

    @TempDir
    Path folder;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
            .withBean(Clock.class, () -> Clock.fixed(Authority.NOW, ZoneOffset.UTC))
            .withUserConfiguration(SignatureWiring.class);

    private Authority authority;
    private Path trusted;
    private Path chain;
    private Path key;

    @BeforeEach
    void writeKeys() throws Exception {
        authority = Authority.root("CN=Chung thuc mau, C=VN");
        Authority.Holder holder = authority.holder("CN=Bus mau, C=VN");
        trusted = Files.writeString(
                folder.resolve("trusted.pem"), pem("CERTIFICATE", authority.certificate.getEncoded()));
        chain = Files.writeString(
                folder.resolve("chain.pem"),
                pem("CERTIFICATE", holder.certificate().getEncoded())
                        + pem("CERTIFICATE", authority.certificate.getEncoded()));
        key = Files.writeString(
                folder.resolve("key.pem"),
                pem("PRIVATE KEY", holder.pair().getPrivate().getEncoded()));
    }

    @Test
    void signsByTheBundleAndTrustsTheFilesOfTheSettings() {
        runner.withPropertyValues(
                        "spring.ssl.bundle.pem.document-signature.keystore.certificate=file:" + chain,
                        "spring.ssl.bundle.pem.document-signature.keystore.private-key=file:" + key,
                        "dancu.document.signature.bundle=document-signature",
                        "dancu.document.signature.trust=" + trusted,
                        "dancu.document.signature.partners.p-1.check=required")
                .run(context -> {
                    DocumentSignatures signatures = context.getBean(DocumentSignatures.class);
                    ByteArrayOutputStream signed = new ByteArrayOutputStream();
                    Content document = Content.of(SignatureCorpus.original("").getBytes(StandardCharsets.UTF_8));
                    signatures.sign(document, signed);

                    assertThat(signatures.signs()).isTrue();
                    assertThat(signatures.verify(Content.of(signed.toByteArray()), new PartnerId("p-1")))
                            .isInstanceOf(SignatureReport.Signed.class);
                    assertThat(signatures.verify(document, new PartnerId("p-1")).refusal())
                            .hasValueSatisfying(
                                    refusal -> assertThat(refusal.code().code()).isEqualTo("signature_missing"));
                    assertThat(signatures.verify(document, null)).isInstanceOf(SignatureReport.Unsigned.class);
                });
    }

    @Test
    void leavesAnswersUnsignedWithoutABundle() {
        runner.run(context -> {
            DocumentSignatures signatures = context.getBean(DocumentSignatures.class);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            signatures.sign(Content.of(SignatureCorpus.original("").getBytes(StandardCharsets.UTF_8)), out);

            assertThat(signatures.signs()).isFalse();
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(SignatureCorpus.original(""));
        });
    }

    @Test
    void stopsTheStartAndNamesTheKeyThatIsWrong() {
        assertStops("methods", "dancu.document.signature.methods=md5");
        assertStops("methods", "dancu.document.signature.methods=rsa-sha256,rsa-sha1");
        assertStops("methods", "dancu.document.signature.partners.p-1.methods=hmac-sha256");
        assertStops("trust", "dancu.document.signature.trust=" + folder.resolve("none.pem"));
        assertStops("crls", "dancu.document.signature.revocation=crl");
        assertStops("ocsp-responder", "dancu.document.signature.revocation=ocsp");
        assertStops("certificates", "dancu.document.signature.partners.p-1.certificates=AB:CD");
        assertStops("clock-skew", "dancu.document.signature.clock-skew=2h");
    }

    private void assertStops(String key, String property) {
        runner.withPropertyValues(property).run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("dancu.document.signature")
                .hasStackTraceContaining(key));
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + what + "-----\n";
    }
}
