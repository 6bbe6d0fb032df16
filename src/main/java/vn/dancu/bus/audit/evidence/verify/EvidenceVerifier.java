package vn.dancu.bus.audit.evidence.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.audit.evidence.file.EvidenceFileOpener;
import vn.dancu.bus.audit.evidence.file.EvidenceJson;
import vn.dancu.bus.audit.evidence.file.EvidenceReader;
import vn.dancu.bus.audit.evidence.seal.Ed25519;
import vn.dancu.bus.audit.evidence.seal.MerkleTree;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding.Kind;

/**
 * Verifies evidence files without bus and database: a proof of one record, a file of many, an archive, or a signed sheet
 * ({@code docs/protocols/AL-EVIDENCE.md}). A file of any size is read with little memory; every finding names its seal and
 * record.
 */
public final class EvidenceVerifier {

    /** Sheets that other rooms sign by the key of the seals. */
    private static final Set<String> SHEETS = Set.of("dancu-day-sheet/v1", "dancu-enrichment-sheet/v1");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Verifies a file: JSON as it stands, in gzip or in Zstandard, each also encrypted in OpenPGP.
     *
     * @param file the file
     * @param anchors what is known from elsewhere
     * @return what was found; a file that cannot be read is a finding too, never an exception
     */
    public static VerificationReport verify(Path file, TrustAnchors anchors) {
        FindingCollector findings = new FindingCollector(anchors);
        try (InputStream content = EvidenceFileOpener.open(file, anchors.decryptionKey())) {
            verify(content, anchors, findings);
        } catch (JsonProcessingException e) {
            // The message of the exception repeats content of the file.
            findings.add(Kind.UNREADABLE, 0, null, "JSON, line " + line(e));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            findings.add(Kind.UNREADABLE, 0, null, e.getMessage());
        }
        return findings.report();
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static void verify(InputStream content, TrustAnchors anchors, FindingCollector findings)
            throws IOException {
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(content)) {
            if (!lines.hasNextValue()) {
                throw new IllegalArgumentException("The file is empty");
            }
            JsonNode first = lines.nextValue();
            if (first.path("format").asText().equals(EvidenceJson.PROOF)) {
                proof(first, anchors, findings);
                return;
            }
            if (SHEETS.contains(first.path("format").asText())) {
                sheet(first, anchors, findings);
                return;
            }
            LineVerifier verifier = new LineVerifier(anchors, findings);
            verifier.line(first);
            while (lines.hasNextValue()) {
                verifier.line(lines.nextValue());
            }
            verifier.close();
        }
    }

    /** The sheet of a day of the ledger or of a job of enrichment: a text that begins with the name of its form, and names the key. */
    private static void sheet(JsonNode file, TrustAnchors anchors, FindingCollector findings) {
        String format = file.path("format").asText();
        findings.format(format);
        SealKey key = EvidenceReader.key(EvidenceReader.member(file, "key"));
        byte[] text = EvidenceReader.member(file, "sheet").asText().getBytes(StandardCharsets.UTF_8);
        byte[] signature = Base64.getDecoder()
                .decode(EvidenceReader.member(file, "signature").asText());
        findings.signedBy(key);
        boolean isOfForm = EvidenceReader.member(file, "sheet").asText().startsWith(format + "\n");
        if (!isOfForm || !Ed25519.isSigned(key.publicKey(), text, signature)) {
            findings.add(Kind.SIGNATURE_WRONG, 0, null, "sheet");
        } else {
            findings.intact(1);
        }
        if (!anchors.fingerprints().isEmpty() && !anchors.fingerprints().contains(key.fingerprint())) {
            findings.add(Kind.KEY_NOT_TRUSTED, 0, null, "sheet");
        }
    }

    private static void proof(JsonNode proof, TrustAnchors anchors, FindingCollector findings) {
        findings.format(EvidenceJson.PROOF);
        SealChainVerifier seals = new SealChainVerifier(anchors, findings);
        seals.key(EvidenceReader.key(EvidenceReader.member(proof, "key")));
        SealedBatch batch = EvidenceReader.seal(EvidenceReader.member(proof, "seal"), false);
        SealedRecord record = EvidenceReader.record(EvidenceReader.member(proof, "record"));
        boolean unused = seals.next(batch, true);
        List<byte[]> path = new ArrayList<>();
        EvidenceReader.member(proof, "path")
                .forEach(node -> path.add(HexFormat.of().parseHex(EvidenceReader.hash(node.asText()))));
        int index = Math.toIntExact(EvidenceReader.whole(proof, "index"));
        Seal seal = batch.seal();
        String root = HexFormat.of().formatHex(MerkleTree.root(record.leaf(), index, seal.records(), path));
        if (root.equals(seal.root())) {
            findings.intact(1);
        } else {
            findings.add(
                    Kind.PROOF_WRONG,
                    seal.number(),
                    record.id().toString(),
                    record.position().toString());
        }
    }

    private EvidenceVerifier() {}
}
