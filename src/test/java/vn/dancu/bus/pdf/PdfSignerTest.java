package vn.dancu.bus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.pdf.PdfPages.Style;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.signing.SigningKeys;
import vn.dancu.bus.signing.TimeStampAuthority;
import vn.dancu.bus.signing.TimeStampServer;

class PdfSignerTest {

    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    private static final SignatureClaim CLAIM = new SignatureClaim("Cơ quan thử nghiệm", "Thông báo", NOW);

    @TempDir
    Path folder;

    @Test
    void signsTheWholeFileAtLevelBByEitherKindOfKey() throws Exception {
        for (SigningKey key : List.of(key(), SigningKeys.of(SigningKeys.rsa(), NOW.minusSeconds(60)))) {
            byte[] signed = new PdfSigner(() -> key, null).sign(page(), CLAIM);

            assertThat(PdfSignatureCheck.faults(signed)).isEmpty();
            assertThat(PdfSignatureCheck.stamp(signed)).isNull();
            assertThat(new String(signed, StandardCharsets.ISO_8859_1)).contains("D:20261129030000Z");
        }
    }

    @Test
    void stampsTheSignatureAtAnAuthorityAndGivesNothingWhileThatIsAway() throws Exception {
        try (TimeStampServer server = new TimeStampServer()) {
            SigningKey key = key();
            PdfSigner signer = new PdfSigner(() -> key, new TimeStampAuthority(server.url()));
            byte[] page = page();

            byte[] signed = signer.sign(page, CLAIM);
            assertThat(PdfSignatureCheck.faults(signed)).isEmpty();
            assertThat(PdfSignatureCheck.stamp(signed).getTimeStampInfo().getMessageImprintDigest())
                    .isEqualTo(vn.dancu.bus.kernel.Sha256.of(PdfSignatureCheck.value(signed)));

            server.setBroken(true);
            assertThatThrownBy(() -> signer.sign(page, CLAIM))
                    .isInstanceOf(BusException.class)
                    .hasMessage("signing_unavailable");
        }
    }

    @Test
    void signsByNoCertificateThatIsNotValidThen() throws Exception {
        SigningKey key = key();
        PdfSigner signer = new PdfSigner(() -> key, null);
        byte[] page = page();

        for (Instant moment : List.of(NOW.minusSeconds(61), NOW.plusSeconds(31 * 86_400L))) {
            SignatureClaim claim = new SignatureClaim("Cơ quan", "Thông báo", moment);
            assertThatThrownBy(() -> signer.sign(page, claim)).hasMessage("signing_unavailable");
        }
    }

    /** All but the signature itself, whose envelope has bytes that say nothing. */
    @Test
    void isBrokenByEachByteThatChanges() throws Exception {
        byte[] signed = signed();
        int[] range;
        try (PDDocument document = Loader.loadPDF(signed)) {
            range = document.getLastSignatureDictionary().getByteRange();
        }
        for (int place : new Random(13).ints(60, 0, signed.length).toArray()) {
            if (place < range[1] || place >= range[2]) {
                byte[] other = signed.clone();
                other[place] ^= 1;
                assertThat(PdfSignatureCheck.faults(other)).as("byte %d", place).isNotEmpty();
            }
        }
    }

    @Test
    void isBrokenByWhatIsAddedOrShown() throws Exception {
        byte[] signed = signed();

        assertThat(PdfSignatureCheck.faults(withMorePages(signed))).isNotEmpty();
        assertThat(PdfSignatureCheck.faults(shadowed(signed))).isNotEmpty();
        assertThat(PdfSignatureCheck.faults(Arrays.copyOf(signed, signed.length + 1)))
                .isNotEmpty();
        assertThat(PdfSignatureCheck.faults(Arrays.copyOf(signed, signed.length - 1)))
                .isNotEmpty();
    }

    @Test
    void isCheckedByPoppler() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")), "pdfsig of poppler-utils");
        byte[] signed = signed();

        assertThat(pdfsig(signed)).contains("Signature is Valid.", "Total document signed");
        byte[] changed = signed.clone();
        changed[changed.length / 3] ^= 1;
        assertThat(pdfsig(changed)).doesNotContain("Signature is Valid.");
        assertThat(pdfsig(withMorePages(signed))).doesNotContain("Total document signed");
        assertThat(pdfsig(shadowed(signed))).doesNotContain("Total document signed");
    }

    @Test
    void isCheckedByTheSampleWithOpenssl() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/openssl")) && Files.isExecutable(Path.of("/usr/bin/basenc")),
                "openssl and coreutils");
        SigningKey key = key();
        byte[] signed = new PdfSigner(() -> key, null).sign(page(), CLAIM);
        byte[] changed = signed.clone();
        changed[changed.length / 3] ^= 1;

        assertThat(sample(signed, key)).startsWith("VALID: the whole file");
        assertThat(sample(signed, key())).contains("WRONG: the signature does not hold");
        for (byte[] other : List.of(changed, withMorePages(signed), shadowed(signed))) {
            assertThat(sample(other, key)).contains("WRONG: ").doesNotContain("VALID");
        }
    }

    private byte[] signed() throws Exception {
        SigningKey key = key();
        return new PdfSigner(() -> key, null).sign(page(), CLAIM);
    }

    private static SigningKey key() throws Exception {
        return SigningKeys.of(SigningKeys.elliptic(), NOW.minusSeconds(60));
    }

    private static byte[] page() {
        try (PdfPages pages = PdfTypeface.liberationSans().begin(PdfForm.archival("Thông báo", "Thử nghiệm", NOW))) {
            pages.centred(Style.TITLE, PdfPages.LEFT, PdfPages.WIDTH, "THÔNG BÁO");
            return pages.done("Chân trang");
        }
    }

    /** An update after the signature: a page more. */
    private static byte[] withMorePages(byte[] signed) throws Exception {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(signed)) {
            document.addPage(new PDPage());
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(more);
        }
        return more.toByteArray();
    }

    /** An update after the signature that shows another content on the page that was signed (a shadow attack). */
    private static byte[] shadowed(byte[] signed) throws Exception {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(signed)) {
            PDPage page = document.getPage(0);
            try (PDPageContentStream over =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true, true)) {
                over.addRect(0, 0, 600, 800);
                over.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(more);
        }
        return more.toByteArray();
    }

    private String pdfsig(byte[] pdf) throws Exception {
        return said(
                "pdfsig",
                "-nocert",
                Files.write(folder.resolve("file.pdf"), pdf).toString());
    }

    private String sample(byte[] pdf, SigningKey trusted) throws Exception {
        Path anchor = folder.resolve("ca.pem");
        Files.writeString(
                anchor,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(trusted.certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        return said(
                "sh",
                "samples/extract/check.sh",
                Files.write(folder.resolve("file.pdf"), pdf).toString(),
                anchor.toString(),
                String.valueOf(NOW.getEpochSecond()));
    }

    private static String said(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
