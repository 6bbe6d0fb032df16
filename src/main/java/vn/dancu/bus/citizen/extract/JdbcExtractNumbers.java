package vn.dancu.bus.citizen.extract;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Numbers of extracts, of all instances together. */
final class JdbcExtractNumbers {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcExtractNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ExtractNumber next() {
        int year = Year.now(clock.withZone(VIETNAM)).getValue();
        try {
            long value = jdbc.sql(
                            """
                            insert into citizen.extract_number as n (year, last) values (:year, 1)
                            on conflict (year) do update set last = n.last + 1
                            returning last""")
                    .param("year", year)
                    .query(Long.class)
                    .single();
            return new ExtractNumber(year, value);
        } catch (DataAccessException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }
}
