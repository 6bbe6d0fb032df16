package vn.dancu.bus.expiry;

import java.time.Clock;
import java.util.List;

/** A list of expiries for tests of other rooms. */
public final class TestExpiries {

    public static Expiries of(Clock clock, ExpiringItem... items) {
        return new Expiries(List.of(() -> List.of(items)), clock);
    }

    private TestExpiries() {}
}
