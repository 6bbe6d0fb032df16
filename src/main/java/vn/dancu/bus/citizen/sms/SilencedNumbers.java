package vn.dancu.bus.citizen.sms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Numbers that get no answer now, for some seconds on this instance: a flood costs neither a look-up nor a transaction for each of its
 * texts. The database knows it for the rest of the hour.
 */
final class SilencedNumbers {

    private static final int MAX_NUMBERS = 100_000;
    private static final Duration FOR = Duration.ofSeconds(10);

    private final Cache<ByteBuffer, Boolean> numbers =
            Caffeine.newBuilder().maximumSize(MAX_NUMBERS).expireAfterWrite(FOR).build();

    boolean contains(byte[] number) {
        return numbers.getIfPresent(ByteBuffer.wrap(number)) != null;
    }

    void add(byte[] number) {
        numbers.put(ByteBuffer.wrap(number), Boolean.TRUE);
    }
}
