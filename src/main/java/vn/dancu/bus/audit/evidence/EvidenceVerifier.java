package vn.dancu.bus.audit.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.audit.evidence.Finding.Kind;

/**
 * Verifies evidence files without bus and database: a proof of one record, a file of many, or an archive
 * ({@code docs/protocols/AL-EVIDENCE.md}). Files of any size are read with little memory; what is wrong is named.
 */
public final class EvidenceVerifier {

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
    public static Report verify(Path file, Anchors anchors) {
        Findings findings = new Findings(anchors);
        try (InputStream content = Wrapping.open(file, anchors)) {
            verify(content, anchors, findings);
        } catch (JsonProcessingException e) {
            // Its message repeats what stands there.
            findings.add(Kind.UNREADABLE, 0, null, "JSON, line " + line(e));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            findings.add(Kind.UNREADABLE, 0, null, e.getMessage());
        }
        return findings.report();
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static void verify(InputStream content, Anchors anchors, Findings findings) throws IOException {
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(content)) {
            if (!lines.hasNextValue()) {
                throw new IllegalArgumentException("The file is empty");
            }
            JsonNode first = lines.nextValue();
            if (first.path("format").asText().equals(EvidenceJson.PROOF)) {
                proof(first, anchors, findings);
                return;
            }
            Checking checking = new Checking(anchors, findings);
            checking.line(first);
            while (lines.hasNextValue()) {
                checking.line(lines.nextValue());
            }
            checking.close();
        }
    }

    private static void proof(JsonNode proof, Anchors anchors, Findings findings) {
        findings.form(EvidenceJson.PROOF);
        SealChecking seals = new SealChecking(anchors, findings);
        seals.key(EvidenceReading.key(EvidenceReading.member(proof, "key")));
        SealedBatch batch = EvidenceReading.seal(EvidenceReading.member(proof, "seal"), false);
        SealedRecord record = EvidenceReading.record(EvidenceReading.member(proof, "record"));
        boolean unused = seals.next(batch, true);
        List<byte[]> path = new ArrayList<>();
        EvidenceReading.member(proof, "path")
                .forEach(node -> path.add(Hashes.bytes(EvidenceReading.hash(node.asText()))));
        int index = Math.toIntExact(EvidenceReading.whole(proof, "index"));
        Seal seal = batch.seal();
        String root = Hashes.hex(MerkleTree.root(record.leaf(), index, seal.records(), path));
        if (root.equals(seal.root())) {
            findings.right(1);
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
