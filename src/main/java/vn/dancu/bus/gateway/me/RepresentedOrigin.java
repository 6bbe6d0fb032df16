package vn.dancu.bus.gateway.me;

import java.util.HexFormat;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

/**
 * Says in the record of a question about another person which citizen asked it: as the represented party, {@code citizen/} and the keyed hash
 * by which the trail knows the citizen.
 */
final class RepresentedOrigin {

    private static final String CLASS = "citizen/";

    private final SecretBox hashes;

    RepresentedOrigin(MasterKey master) {
        this.hashes = SecretBox.forUse(master.bytes(), PersonHash.USE);
    }

    Caller onBehalfOf(VerifiedCitizen citizen, Caller caller) {
        InquiryOrigin origin = caller.origin();
        InquiryOrigin.Traits traits = origin.traits();
        return new Caller(
                caller.partner(),
                caller.objection(),
                new InquiryOrigin(
                        origin.door(),
                        origin.partner(),
                        origin.claimed(),
                        origin.messageId(),
                        origin.receivedAt(),
                        origin.bytesIn(),
                        origin.onceKey(),
                        new InquiryOrigin.Traits(
                                traits.issue(),
                                CLASS + HexFormat.of().formatHex(PersonHash.of(hashes, citizen.number())),
                                traits.method(),
                                traits.path(),
                                traits.clientAddress(),
                                traits.traceparent())));
    }
}
