package vn.dancu.bus.shelf.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.DeploymentStep;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/** Reads deployments with their steps. */
final class JdbcDeploymentRows {

    List<Deployment> read(JdbcTemplate jdbc, String condition, @Nullable Object... values) {
        List<Deployment> bare = jdbc.query(
                "select id, bundle, version, digest, from_version, from_digest, cause, by_account, reason, state,"
                        + " findings::text as findings, started_at, ended_at from shelf.deployment " + condition,
                (rs, number) -> deployment(rs),
                values);
        Map<UUID, List<DeploymentStep>> steps = steps(jdbc, bare);
        return bare.stream()
                .map(each -> with(each, steps.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Map<UUID, List<DeploymentStep>> steps(JdbcTemplate jdbc, List<Deployment> of) {
        Map<UUID, List<DeploymentStep>> steps = new HashMap<>();
        jdbc.query(
                "select deployment, name, outcome, detail, instance, started_at, ended_at from shelf.step"
                        + " where deployment = any (?) order by deployment, number",
                rs -> {
                    steps.computeIfAbsent(rs.getObject("deployment", UUID.class), id -> new ArrayList<>())
                            .add(step(rs));
                },
                (Object) of.stream().map(Deployment::id).toArray(UUID[]::new));
        return steps;
    }

    private static DeploymentStep step(ResultSet rs) throws SQLException {
        return new DeploymentStep(
                rs.getString("name"),
                rs.getString("outcome"),
                rs.getString("detail"),
                rs.getString("instance"),
                rs.getTimestamp("started_at").toInstant(),
                instant(rs, "ended_at"));
    }

    private static Deployment deployment(ResultSet rs) throws SQLException {
        String from = rs.getString("from_version");
        return new Deployment(
                rs.getObject("id", UUID.class),
                rs.getString("bundle"),
                ReleaseNumber.of(rs.getString("version")),
                from == null ? null : ReleaseNumber.of(from),
                rs.getString("digest"),
                rs.getString("from_digest"),
                Deployment.Cause.valueOf(rs.getString("cause")),
                rs.getString("by_account"),
                rs.getString("reason"),
                Deployment.State.valueOf(rs.getString("state")),
                ShelfColumns.findings(rs.getString("findings")),
                rs.getTimestamp("started_at").toInstant(),
                instant(rs, "ended_at"),
                List.of());
    }

    private static Deployment with(Deployment bare, List<DeploymentStep> steps) {
        return new Deployment(
                bare.id(),
                bare.name(),
                bare.version(),
                bare.from(),
                bare.digest(),
                bare.fromDigest(),
                bare.cause(),
                bare.by(),
                bare.reason(),
                bare.state(),
                bare.findings(),
                bare.startedAt(),
                bare.endedAt(),
                steps);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
