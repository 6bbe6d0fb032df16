package vn.dancu.bus.citizen.account;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers in memory who showed a token first. */
final class RememberedUses implements TokenUses {

    private final Map<ByteBuffer, String> shown = new ConcurrentHashMap<>();

    @Override
    public boolean isFirstToShow(byte[] useKey, ShownToken by, Instant goodUntil) {
        String shower = by.partner().value() + by.nonce();
        return shower.equals(shown.computeIfAbsent(ByteBuffer.wrap(useKey), key -> shower));
    }
}
