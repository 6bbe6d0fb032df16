package vn.dancu.bus.shelf.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.shelf.RunningBundle.OnInstance;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/** Reports of the instances in schema {@code shelf}. */
final class JdbcInstanceReports implements InstanceReports {

    private static final Duration ALIVE = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final String self;

    JdbcInstanceReports(JdbcTemplate jdbc, Clock clock, String self) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.self = self;
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public void report(Map<String, OwnReport> running) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Object[]> rows = running.entrySet().stream()
                .map(each -> {
                    OwnReport own = each.getValue();
                    return new Object[] {
                        self, each.getKey(), text(own.version()), text(own.canary()), own.trouble(), now
                    };
                })
                .toList();
        jdbc.batchUpdate(
                "insert into shelf.instance (instance, bundle, version, canary, trouble, reported_at)"
                        + " values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (instance, bundle) do update set version = excluded.version,"
                        + " canary = excluded.canary, trouble = excluded.trouble, reported_at = excluded.reported_at",
                rows);
        jdbc.update(
                "delete from shelf.instance where reported_at < ? or (instance = ? and bundle <> all (?))",
                Timestamp.from(clock.instant().minus(FORGOTTEN)),
                self,
                running.keySet().toArray(String[]::new));
    }

    private static @Nullable String text(@Nullable ReleaseNumber version) {
        return version == null ? null : version.toString();
    }

    @Override
    public void beat() {
        jdbc.update(
                "update shelf.instance set reported_at = ? where instance = ?", Timestamp.from(clock.instant()), self);
    }

    @Override
    public void leave() {
        jdbc.update("delete from shelf.instance where instance = ?", self);
    }

    @Override
    public List<OnInstance> of(String bundle) {
        return jdbc.query(
                "select instance, version, canary, trouble, reported_at from shelf.instance"
                        + " where bundle = ? and reported_at > ? order by instance",
                (rs, number) -> new OnInstance(
                        rs.getString("instance"),
                        rs.getString("version"),
                        rs.getString("canary"),
                        rs.getString("trouble"),
                        rs.getTimestamp("reported_at").toInstant()),
                bundle,
                Timestamp.from(clock.instant().minus(ALIVE)));
    }
}
