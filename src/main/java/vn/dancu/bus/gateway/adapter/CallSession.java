package vn.dancu.bus.gateway.adapter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.SecretBox;

/**
 * What a session says, sealed: nothing is kept for it, so that every instance knows it.
 *
 * @param partner who signed in
 * @param credential by which secret
 * @param until when it ends
 */
record CallSession(PartnerId partner, UUID credential, Instant until) {

    private static final int FIXED_BYTES = 3 * Long.BYTES;

    /** As the caller gets it: at most 160 characters of {@code [A-Za-z0-9_-]}. */
    String sealed(SecretBox box) {
        byte[] name = partner.value().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer content = ByteBuffer.allocate(FIXED_BYTES + name.length)
                .putLong(until.getEpochSecond())
                .putLong(credential.getMostSignificantBits())
                .putLong(credential.getLeastSignificantBits())
                .put(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(box.seal(content.array()));
    }

    /** What a text says that came from a caller; empty when it was not sealed here. */
    static Optional<CallSession> opened(SecretBox box, String text) {
        try {
            ByteBuffer content = ByteBuffer.wrap(box.open(Base64.getUrlDecoder().decode(text)));
            Instant until = Instant.ofEpochSecond(content.getLong());
            UUID credential = new UUID(content.getLong(), content.getLong());
            byte[] name = new byte[content.remaining()];
            content.get(name);
            return Optional.of(
                    new CallSession(new PartnerId(new String(name, StandardCharsets.US_ASCII)), credential, until));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
