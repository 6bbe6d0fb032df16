package vn.dancu.bench.enrichment;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.balance.SheetReport;
import vn.dancu.bus.enrichment.balance.SheetVerifier;

/** The certificate and the result file of a job, verified as {@code dancu enrichment verify} does: without the bus and its database. */
final class JobEvidence {

    private static final int HEAD = 12;
    private static final int CHUNKS = 2;

    private final EnrichmentRooms rooms;
    private final Path folder;

    /** @param folder where certificates stay; result files are deleted when they were read */
    JobEvidence(EnrichmentRooms rooms, Path folder) {
        this.rooms = rooms;
        this.folder = folder;
    }

    /**
     * What the certificate says, and that it is right.
     *
     * @throws IllegalStateException where it is not
     */
    String of(UUID id, int people) throws IOException {
        EnrichmentJob job = rooms.job(id);
        Files.createDirectories(folder);
        Path certificate = folder.resolve("enrichment-" + people + "-job-" + job.number() + ".certificate.json");
        Files.write(certificate, rooms.jobs().certificate(id).orElseThrow());
        Path result = folder.resolve("enrichment-" + people + "-job-" + job.number() + ".result.csv.gz");
        try (InputStream in = rooms.jobs().result(id).orElseThrow()) {
            Files.copy(in, result, StandardCopyOption.REPLACE_EXISTING);
        }
        long start = System.nanoTime();
        SheetReport report = SheetVerifier.verify(
                certificate, TrustAnchors.NONE.trusting(Set.of(rooms.fingerprint())), null, result);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!report.isRight()
                || !Long.valueOf(people).equals(report.totals().get("in"))
                || job.counts().total() != people) {
            throw new IllegalStateException("The sheet is not right: " + report.findings() + " " + job.counts());
        }
        String text = String.format(
                Locale.ROOT,
                "%nCertificate %s:%n%n```%n%s%n```%n%nVerified without the database in %.1f s: signature of the key %s, %d chunks and the total"
                        + " balance, each of %,d lines of the result file (%,d bytes) agrees.",
                certificate,
                sheet(certificate),
                seconds,
                rooms.fingerprint(),
                report.chunks(),
                people,
                Files.size(result));
        Files.delete(result);
        return text;
    }

    /** Head, the first chunks and the total. */
    private static String sheet(Path certificate) throws IOException {
        List<String> lines = new JsonMapper()
                .readTree(certificate.toFile())
                .path("sheet")
                .asText()
                .lines()
                .toList();
        int shown = Math.min(lines.size() - 1, HEAD + CHUNKS);
        return Stream.concat(
                        lines.stream().limit(shown),
                        Stream.of("(" + (lines.size() - 1 - shown) + " chunks more)", lines.get(lines.size() - 1)))
                .collect(Collectors.joining("\n"));
    }
}
