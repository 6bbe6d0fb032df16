package vn.dancu.bus.ledger.traffic;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import vn.dancu.bus.kernel.LogKeys;

/** Writes down what this instance counted, and forgets old minutes. */
final class TrafficKeeper {

    private static final Logger LOGGER = LoggerFactory.getLogger(TrafficKeeper.class);

    private final UUID instance = UUID.randomUUID();
    private final TrafficBook book;
    private final JdbcTraffic traffic;
    private final Clock clock;

    TrafficKeeper(TrafficBook book, JdbcTraffic traffic, Clock clock) {
        this.book = book;
        this.traffic = traffic;
        this.clock = clock;
    }

    void flush() {
        List<TrafficBook.Entry> changed = book.changed();
        try {
            traffic.write(instance, changed);
            book.written(changed);
        } catch (DataAccessException e) {
            book.written(List.of());
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("The counts of questions could not be written; they are written at the next time");
        }
    }

    void purge() {
        try {
            traffic.purge(clock.instant().minus(Traffic.KEPT));
        } catch (DataAccessException e) {
            LOGGER.atDebug()
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("Old counts of questions could not be deleted; they are deleted at the next time");
        }
    }
}
