package vn.dancu.bus.audit.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The file of a text that was signed by the key of the seals: JSON with the text, the key and the signature. */
public final class SignedSheet {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** @param format the name of the form, which is the first line of the text too */
    public static byte[] file(String format, byte[] text, EvidenceSigner.Signed signed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length + 512);
        try (JsonGenerator to = JSON.createGenerator(bytes)) {
            to.writeStartObject();
            to.writeStringField("format", format);
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

    private SignedSheet() {}
}
