package vn.dancu.bus.document.signature;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.Content;

/**
 * Verifies and signs edXML documents and statuses. Thread-safe; a document is read twice and never held as a whole.
 *
 * <pre>{@code
 * SignatureReport report = signatures.verify(content, partner);
 * report.refusal().ifPresent(refusal -> refuse(refusal));
 * }</pre>
 */
public interface DocumentSignatures {

    /**
     * What the signature of a document is worth by the rules for its sender
     * ({@code dancu.document.signature.partners}).
     *
     * @param document the bytes as they came
     * @param sender null where the sender is no partner: the rules for everybody
     * @throws vn.dancu.bus.kernel.BusException where the bytes are no XML within the limits
     */
    SignatureReport verify(Content document, @Nullable PartnerId sender);

    /** Whether the bus has a key to sign with. */
    boolean signs();

    /**
     * Writes a document that has no signature with the one of the bus in its header; every other byte stays as it is. Where no
     * key is set ({@code dancu.document.signature.bundle}) the document goes out unsigned.
     *
     * @param out stays open
     */
    void sign(Content document, OutputStream out);
}
