package vn.dancu.bus.ledger.sheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.ledger.Balance;

/** The text of a sheet, one line an hour, door and partner, and the file around it. */
final class SheetText {

    static final String FORMAT = "dancu-day-sheet/v1";

    private static final JsonFactory JSON = JsonFactory.builder().build();

    static byte[] text(LocalDate day, Instant signedAt, Evidence.KeySummary key, List<Balance> lines) {
        StringBuilder text = new StringBuilder(FORMAT + "\nday: " + day + "\nsignedAt: " + signedAt + "\nkey: "
                + key.number() + " " + key.fingerprint()
                + "\nhour door partner taken answered refused dead inWork interrupted missing\n");
        for (Balance line : lines) {
            text.append(line.hour()).append(' ').append(line.door()).append(' ').append(line.partner());
            for (long count : new long[] {
                line.taken(),
                line.answered(),
                line.refused(),
                line.dead(),
                line.inWork(),
                line.interrupted(),
                line.missing()
            }) {
                text.append(' ').append(count);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] file(byte[] text, EvidenceSigner.Signed signed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length + 512);
        try (JsonGenerator to = JSON.createGenerator(bytes)) {
            to.writeStartObject();
            to.writeStringField("format", FORMAT);
            to.writeStringField("sheet", new String(text, StandardCharsets.UTF_8));
            to.writeObjectFieldStart("key");
            to.writeNumberField("number", signed.key().number());
            to.writeStringField("algorithm", "Ed25519");
            to.writeStringField(
                    "publicKey", Base64.getEncoder().encodeToString(signed.key().publicKey()));
            to.writeEndObject();
            to.writeStringField("signature", Base64.getEncoder().encodeToString(signed.signature()));
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private SheetText() {}
}
