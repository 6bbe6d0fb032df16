package vn.dancu.bus.register;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Where the population data is.
 *
 * @param kind {@code database}: the bus stands beside the population database. {@code upstream}: it asks another bus or the national
 *     service, as {@code dancu.upstream} says; what needs the tables of the register is then refused
 * @param timeout how long one look-up may wait for the database, 100 ms to 1 minute
 */
@ConfigurationProperties("dancu.register")
public record RegisterSettings(@DefaultValue("database") Kind kind, @DefaultValue("2s") Duration timeout) {

    /** The roles in which a bus can run. */
    public enum Kind {
        DATABASE,
        UPSTREAM
    }

    /** The setting of the role, for beans of one role. */
    public static final String KIND = "dancu.register.kind";

    private static final Duration MIN_TIMEOUT = Duration.ofMillis(100);
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);

    /**
     * For what the tables of the register are needed.
     *
     * @throws BusException {@code not_in_this_role} where another service is asked: the tables are empty then, and must not be taken for an
     *     answer
     */
    public void requireTables() {
        if (kind == Kind.UPSTREAM) {
            throw BusException.of(ErrorCode.NOT_IN_THIS_ROLE);
        }
    }

    public RegisterSettings {
        if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("dancu.register.timeout must be from 100ms to 1m");
        }
    }
}
