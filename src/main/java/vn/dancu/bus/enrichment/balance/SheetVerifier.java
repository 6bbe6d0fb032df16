package vn.dancu.bus.enrichment.balance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;
import vn.dancu.bus.enrichment.balance.SheetReport.Finding;
import vn.dancu.bus.enrichment.balance.SheetReport.Kind;
import vn.dancu.bus.kernel.Sha256;

/**
 * Verifies the certificate of a job without bus and database: its signature, that each chunk and the whole balance, and where they are
 * given, that the delivered file and the result file are those of the sheet, the latter line by line.
 */
public final class SheetVerifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Verifies a certificate.
     *
     * @param delivered the file that was delivered; null leaves its hash unchecked
     * @param result the result file in gzip; null leaves it unchecked
     * @return what was found; a file that cannot be read is a finding too, never an exception
     */
    public static SheetReport verify(
            Path certificate, TrustAnchors anchors, @Nullable Path delivered, @Nullable Path result) {
        VerificationReport signature = EvidenceVerifier.verify(certificate, anchors);
        SheetTable sheet;
        try {
            sheet = SheetTable.read(
                    JSON.readTree(Files.readAllBytes(certificate)).path("sheet").asText());
        } catch (IOException | IllegalArgumentException e) {
            return SheetReport.unreadable();
        }
        List<Finding> findings = new ArrayList<>();
        if (!signature.isIntact()) {
            findings.add(new Finding(Kind.SIGNATURE, null));
        }
        balance(sheet, findings);
        try {
            if (delivered != null && !isSame(delivered, sheet.head().getOrDefault("file", ""))) {
                findings.add(new Finding(Kind.FILE, null));
            }
            if (result != null) {
                result(sheet, result, findings);
            }
        } catch (IOException e) {
            findings.add(new Finding(Kind.UNREADABLE, null));
        }
        return new SheetReport(
                sheet.head(),
                sheet.total().numbers(),
                sheet.chunks().size(),
                signature.fingerprints(),
                signature.trusted(),
                findings);
    }

    private static void balance(SheetTable sheet, List<Finding> findings) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (SheetTable.Row chunk : sheet.chunks()) {
            if (chunk.outcomes() != chunk.of("in")) {
                findings.add(new Finding(Kind.UNEVEN, chunk.name()));
            }
            chunk.numbers().forEach((column, count) -> sums.merge(column, count, Long::sum));
        }
        if (sheet.total().outcomes() != sheet.total().of("in")) {
            findings.add(new Finding(Kind.UNEVEN, sheet.total().name()));
        }
        sheet.total().numbers().forEach((column, count) -> {
            if (!SheetTable.isPlace(column) && !count.equals(sums.getOrDefault(column, 0L))) {
                findings.add(new Finding(Kind.TOTAL, column));
            }
        });
        String[] file = sheet.head().getOrDefault("file", "").split(" ");
        boolean isWhole = !"cancelled".equals(sheet.head().get("end"));
        if (file.length != 3
                || (isWhole && !file[2].equals(String.valueOf(sheet.total().of("in"))))) {
            findings.add(new Finding(Kind.TOTAL, "in"));
        }
    }

    private static void result(SheetTable sheet, Path result, List<Finding> findings) throws IOException {
        if (!isSame(result, sheet.head().getOrDefault("result", ""))) {
            findings.add(new Finding(Kind.RESULT, null));
            return;
        }
        ResultFile.verify(sheet, result).forEach(chunk -> findings.add(new Finding(Kind.RESULT_CHUNK, chunk)));
    }

    /** Whether a file has the hash and the length that a head has. */
    private static boolean isSame(Path file, String head) throws IOException {
        String[] expected = head.split(" ");
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return expected.length >= 2
                && expected[0].equals(HexFormat.of().formatHex(digest.digest()))
                && expected[1].equals(String.valueOf(Files.size(file)));
    }

    private SheetVerifier() {}
}
