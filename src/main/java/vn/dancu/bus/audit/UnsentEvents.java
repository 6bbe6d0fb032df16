package vn.dancu.bus.audit;

import java.time.Duration;

/** The audit events that are recorded and not in Kafka yet, of all instances. */
public interface UnsentEvents {

    /**
     * How long the oldest of them has waited; zero when there is none. Known to a second, on every instance.
     *
     * @throws org.springframework.dao.DataAccessException when the database does not say
     */
    Duration age();
}
