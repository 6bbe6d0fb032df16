package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.audit.evidence.SignedSheet;
import vn.dancu.bus.fixtures.DanCuCommand;
import vn.dancu.bus.kernel.Sha256;

/** {@code dancu enrichment verify} needs the certificate and nothing else; the sheets that the bus makes are in EnrichmentJobIT. */
class CertificateCommandTest {

    private static final String FORM = "dancu-enrichment-sheet/v1";
    private static final String HASH = "0".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void endsWithNoughtForASheetThatIsSignedAndEven() throws Exception {
        Path certificate = certificate("5 4 1", "5 4 1");

        DanCuCommand.Result vietnamese = run("enrichment", "verify", certificate.toString());
        DanCuCommand.Result json = run("--json", "enrichment", "verify", certificate.toString());

        assertThat(vietnamese.exit()).isZero();
        assertThat(vietnamese.out()).startsWith("ĐÚNG").contains("source: the-bhyt");
        assertThat(json.out()).contains("\"right\"").contains("\"merged_new\"");
    }

    @Test
    void saysWhichLineDoesNotBalance() throws Exception {
        DanCuCommand.Result result = run(
                "--lang",
                "en",
                "enrichment",
                "verify",
                certificate("5 4 2", "5 4 2").toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).startsWith("WRONG").contains("Line 0 does not balance");
    }

    @Test
    void refusesAnotherKeyAndWhatIsNoCertificate() throws Exception {
        Path certificate = certificate("5 4 1", "5 4 1");
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        assertThat(run("enrichment", "verify", certificate.toString(), "--key", HASH)
                        .exit())
                .isEqualTo(1);
        assertThat(run("enrichment", "verify", other.toString()).exit()).isEqualTo(2);
        assertThat(run("enrichment", "verify", folder.resolve("missing").toString())
                        .exit())
                .isEqualTo(2);
    }

    private static DanCuCommand.Result run(String... arguments) {
        return new DanCuCall(Map.of()).run(arguments);
    }

    private Path certificate(String chunk, String total) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] key = pair.getPublic().getEncoded();
        byte[] text = (FORM + "\nsource: the-bhyt bhxh-viet-nam\nend: certified\nfile: " + HASH + " 1 5\nresult: "
                        + HASH
                        + " 1\nchunk first last in merged_new unchanged by_replaced sha256\n0 2 6 " + chunk + " 0 "
                        + HASH
                        + "\ntotal 2 6 " + total + " 0 " + HASH + "\n")
                .getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text);
        byte[] file = SignedSheet.file(
                FORM,
                text,
                new EvidenceSigner.Signed(
                        new Evidence.KeySummary(1, key, Sha256.hex(key), Instant.EPOCH, "dancu-bus"),
                        signature.sign()));
        return Files.write(folder.resolve("certificate.json"), file);
    }
}
