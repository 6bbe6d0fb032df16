package vn.dancu.bus.document.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.LeasedDocument;
import vn.dancu.bus.kernel.LogKeys;

/** Renews leases while the work on their documents lives, however long one step of it takes. */
final class LeaseKeeper {

    private static final Logger LOGGER = LoggerFactory.getLogger(LeaseKeeper.class);

    /** How often a lease is renewed before it would end: a beat or two may fail. */
    private static final int BEATS = 4;

    private final DocumentLedger ledger;
    private final ScheduledExecutorService beats;
    private final Duration lease;
    private final Clock clock;

    LeaseKeeper(DocumentLedger ledger, ScheduledExecutorService beats, Duration lease, Clock clock) {
        this.ledger = ledger;
        this.beats = beats;
        this.lease = lease;
        this.clock = clock;
    }

    /** Renews the lease until what is returned is closed. */
    KeptLease hold(LeasedDocument leased) {
        return new KeptLease(leased);
    }

    /** A lease that is being renewed, and whether it was lost all the same. Thread-safe. */
    final class KeptLease implements AutoCloseable {

        private final LeasedDocument leased;
        private final Future<?> beat;
        private volatile boolean isLost;

        private KeptLease(LeasedDocument leased) {
            this.leased = leased;
            long pause = lease.dividedBy(BEATS).toMillis();
            this.beat = beats.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
        }

        private void renew() {
            try {
                if (!ledger.extend(leased, clock.instant().plus(lease))) {
                    isLost = true;
                }
            } catch (RuntimeException e) {
                // Without the database nobody else takes the document either; the next beat shows who has it.
                LOGGER.atWarn()
                        .addKeyValue(LogKeys.DOCUMENT, leased.id())
                        .log("The lease of a document could not be renewed");
            }
        }

        /** Asks the ledger: what broke off may have broken off since somebody else has the document by now. */
        boolean isLost() {
            if (!isLost) {
                renew();
            }
            return isLost;
        }

        /** The same stream, which cannot be read any more when the lease is lost. */
        InputStream read(InputStream in) {
            return new FilterInputStream(in) {
                @Override
                public int read() throws IOException {
                    require();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int from, int count) throws IOException {
                    require();
                    return super.read(bytes, from, count);
                }
            };
        }

        /** @throws LostLeaseException where the lease is lost: the work stops */
        private void require() {
            if (isLost) {
                throw new LostLeaseException();
            }
        }

        @Override
        public void close() {
            beat.cancel(false);
        }
    }
}
