package vn.dancu.bus.trust.message;

import java.time.Clock;
import org.apache.wss4j.dom.engine.WSSConfig;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.signing.SigningKey;

/** Signatures over messages of SOAP 1.1 by WS-Security 1.1. Thread-safe. */
public final class MessageSignatures {

    private final SignatureVerifier verifier;
    private final SignatureWriter writer;

    public MessageSignatures(Clock clock) {
        WSSConfig.init();
        this.verifier = new SignatureVerifier(MessageLimits.DEFAULT, WSSConfig.getNewInstance(), clock);
        // What the bus wrote itself may be larger than what it takes from others, such as a page of a list.
        this.writer = new SignatureWriter(MessageLimits.LARGE, clock);
    }

    /**
     * What is left of a message when everything that was not signed is taken away.
     *
     * @param message the bytes as they came
     * @param signers asked about the certificate before its key is used
     *
     * @throws vn.dancu.bus.kernel.BusException {@code signature_missing}, {@code signature_invalid}; {@code signature_forbidden} for another
     *     algorithm or form; {@code timestamp_missing}, {@code timestamp_malformed}, {@code timestamp_outside_window}; what {@code signers} throws; and
     *     as of any message {@code message_malformed}, {@code message_invalid}, {@code message_dtd_forbidden}, {@code field_missing},
     *     {@code field_duplicated}, {@code soap_version_unsupported}, {@code soap_header_not_understood}, {@code depth_limit_exceeded},
     *     {@code element_limit_exceeded}
     */
    public SignedMessage verify(byte[] message, SignatureTerms terms, SignerCheck signers) {
        return verifier.verify(message, terms, signers);
    }

    /**
     * The message with a Security header: a Timestamp of this moment, good for five minutes, the certificate of the key, and a signature over Body,
     * Timestamp and every header block.
     *
     * @param envelope of SOAP 1.1, UTF-8, without Security
     */
    public byte[] sign(byte[] envelope, SigningKey key) {
        return writer.sign(envelope, key);
    }
}
