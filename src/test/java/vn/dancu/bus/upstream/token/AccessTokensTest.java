package vn.dancu.bus.upstream.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.upstream.call.CallFailure;

class AccessTokensTest {

    private final ShiftedClock clock = new ShiftedClock();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<Supplier<TokenAnswer>> source = new AtomicReference<>(this::next);
    private final AccessTokens tokens = new AccessTokens(() -> source.get().get(), Duration.ofMinutes(1), clock);

    private TokenAnswer next() {
        return new TokenAnswer("t" + calls.incrementAndGet(), Duration.ofMinutes(10));
    }

    private TokenAnswer away() {
        throw CallFailure.unasked(ErrorCode.UPSTREAM_TOKEN_UNAVAILABLE, null);
    }

    @Test
    void triesTheAccountThoughATokenIsHeldAndKeepsThatWhenItIsRefused() {
        assertThat(tokens.current()).isEqualTo("t1");
        tokens.renew();
        assertThat(tokens.current()).isEqualTo("t2");
        source.set(this::away);

        assertThatThrownBy(tokens::renew).isInstanceOf(CallFailure.class);

        assertThat(tokens.current()).isEqualTo("t2");
    }

    @Test
    void goesOnWithTheOldOneWhileItCannotBeRenewedAndUntilItEnds() {
        assertThat(tokens.current()).isEqualTo("t1");
        source.set(this::away);
        clock.shift(Duration.ofSeconds(545));

        assertThat(tokens.current()).isEqualTo("t1");
        clock.shift(Duration.ofSeconds(601));
        assertThatThrownBy(tokens::current).isInstanceOf(CallFailure.class);
    }

    @Test
    void givesNoTokenAgainThatWasRefusedWhileItWasBeingRenewedInVain() {
        assertThat(tokens.current()).isEqualTo("t1");
        clock.shift(Duration.ofSeconds(545));
        source.set(() -> {
            // As another thread would, which waits for the end of the renewal.
            tokens.refused("t1");
            return away();
        });
        assertThatThrownBy(tokens::current).isInstanceOf(CallFailure.class);

        source.set(this::next);
        assertThat(tokens.current()).isEqualTo("t2");
    }

    @Test
    void forgetsATokenThatWasRefusedWhileItsRenewalFails() {
        assertThat(tokens.current()).isEqualTo("t1");
        clock.shift(Duration.ofSeconds(545));
        Thread other = new Thread(() -> tokens.refused("t1"));
        source.set(() -> {
            other.start();
            await().until(() -> other.getState() == Thread.State.WAITING);
            return away();
        });
        assertThat(tokens.current()).isEqualTo("t1");
        await().until(() -> !other.isAlive());
        source.set(this::next);

        assertThat(tokens.current()).isEqualTo("t2");
    }
}
