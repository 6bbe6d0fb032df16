package vn.dancu.bus.audit.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.signing.TimeStampAuthority;

/**
 * Gets time-stamps for seals that have none, the newest first: each seal holds the hash of the previous one, so a stamp on
 * the newest covers all. Sealing never waits for the authority.
 */
final class JdbcTimeStampTask {

    private static final String UNSTAMPED =
            "select number, hash from audit.seal where time_stamp is null order by number desc limit 3";
    private static final String STORE =
            "update audit.seal set time_stamp = ?, stamped_at = ? where number = ? and time_stamp is null";

    private final JdbcTemplate jdbc;
    private final TimeStampAuthority authority;
    private final Clock clock;

    JdbcTimeStampTask(JdbcTemplate jdbc, TimeStampAuthority authority, Clock clock) {
        this.jdbc = jdbc;
        this.authority = authority;
        this.clock = clock;
    }

    /** Returns the number of seals stamped. */
    int run() throws IOException {
        Map<Long, String> seals = new LinkedHashMap<>();
        jdbc.query(UNSTAMPED, rs -> {
            seals.put(rs.getLong(1), HexFormat.of().formatHex(rs.getBytes(2)));
        });
        for (Map.Entry<Long, String> seal : seals.entrySet()) {
            byte[] token = authority.ask(seal.getValue());
            jdbc.update(STORE, token, Instant.now(clock).atOffset(ZoneOffset.UTC), seal.getKey());
        }
        return seals.size();
    }
}
