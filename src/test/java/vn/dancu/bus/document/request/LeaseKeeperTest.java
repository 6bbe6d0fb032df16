package vn.dancu.bus.document.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.LeasedDocument;

class LeaseKeeperTest {

    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean isAway;
    private volatile boolean isTaken;

    @AfterEach
    void stop() {
        beats.shutdownNow();
    }

    /** Opening a large document is to end where it stands. */
    @Test
    void aDocumentCannotBeReadAnyMoreWhenItsLeaseIsLost() throws IOException {
        try (LeaseKeeper.KeptLease hold = keeper().hold(leased());
                InputStream in = hold.read(new ByteArrayInputStream(new byte[10]))) {
            assertThat(in.readNBytes(4)).hasSize(4);
            isTaken = true;
            int before = asked.get();
            await().until(() -> asked.get() > before + 1);

            assertThatThrownBy(() -> in.readNBytes(4)).isInstanceOf(LostLeaseException.class);
            assertThatThrownBy(in::read).isInstanceOf(LostLeaseException.class);
        }
    }

    @Test
    void aDatabaseThatIsAwayForAMomentLosesNothing() throws IOException {
        try (LeaseKeeper.KeptLease hold = keeper().hold(leased())) {
            isAway = true;
            await().until(() -> asked.get() > 2);
            assertThat(hold.isLost()).isFalse();
            isAway = false;
            int before = asked.get();
            await().until(() -> asked.get() > before);
            assertThat(hold.read(new ByteArrayInputStream(new byte[10])).readAllBytes())
                    .hasSize(10);
        }
    }

    private LeaseKeeper keeper() {
        return new LeaseKeeper(ledger(), beats, Duration.ofMillis(40), Clock.systemUTC());
    }

    private DocumentLedger ledger() {
        return (DocumentLedger) Proxy.newProxyInstance(
                LeaseKeeperTest.class.getClassLoader(),
                new Class<?>[] {DocumentLedger.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("extend");
                    asked.incrementAndGet();
                    if (isAway) {
                        throw new IllegalStateException("The database is away");
                    }
                    return !isTaken;
                });
    }

    private static LeasedDocument leased() {
        return new LeasedDocument(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "main",
                "1",
                "H41",
                "1",
                new ClaimCheck(UUID.randomUUID(), 10, ""),
                Instant.EPOCH,
                1,
                null);
    }
}
