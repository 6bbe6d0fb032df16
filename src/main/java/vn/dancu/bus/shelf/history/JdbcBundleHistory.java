package vn.dancu.bus.shelf.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.shelf.BundleVersion;
import vn.dancu.bus.shelf.Deployment.Cause;
import vn.dancu.bus.shelf.Deployment.State;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/** Versions of bundles in schema {@code shelf}. */
final class JdbcBundleHistory implements BundleHistory {

    private static final String VERSIONS =
            "select bundle, version, digest, signer, added_at, added_by from shelf.version where bundle = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Acts acts;
    private final Clock clock;

    JdbcBundleHistory(JdbcTemplate jdbc, TransactionTemplate transaction, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public Map<String, WantedBundle> wanted() {
        Map<String, WantedBundle> wanted = new LinkedHashMap<>();
        jdbc.query(
                "select bundle, version, digest, deployment, since from shelf.wanted"
                        + " join shelf.version using (bundle, version) order by bundle",
                rs -> {
                    wanted.put(
                            rs.getString("bundle"),
                            new WantedBundle(
                                    rs.getString("bundle"),
                                    ReleaseNumber.of(rs.getString("version")),
                                    rs.getString("digest"),
                                    rs.getObject("deployment", UUID.class),
                                    rs.getTimestamp("since").toInstant()));
                });
        return wanted;
    }

    @Override
    public Optional<CanaryBundle> canary() {
        return jdbc
                .query(
                        "select bundle, version, digest, routes from shelf.canary join shelf.version using (bundle, version)",
                        (rs, number) -> new CanaryBundle(
                                rs.getString("bundle"),
                                ReleaseNumber.of(rs.getString("version")),
                                rs.getString("digest"),
                                Set.of((String[]) rs.getArray("routes").getArray())))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<BundleContent> content(String name, ReleaseNumber version) {
        return jdbc
                .query(
                        "select files::text as files, signature from shelf.version where bundle = ? and version = ?",
                        (rs, number) ->
                                new BundleContent(ShelfColumns.files(rs.getString("files")), rs.getString("signature")),
                        name,
                        version.toString())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<BundleVersion> version(String name, ReleaseNumber version) {
        return jdbc.query(VERSIONS + " and version = ?", (rs, number) -> version(rs), name, version.toString()).stream()
                .findFirst();
    }

    @Override
    public List<BundleVersion> versions(String name, int limit) {
        return jdbc.query(
                VERSIONS + " order by added_at desc, version desc limit ?", (rs, number) -> version(rs), name, limit);
    }

    @Override
    public void add(BundleVersion version, BundleContent content) {
        jdbc.update(
                "insert into shelf.version (bundle, version, digest, files, signature, signer, added_at, added_by)"
                        + " values (?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict do nothing",
                version.name(),
                version.version().toString(),
                version.digest(),
                ShelfColumns.of(content),
                content.signature(),
                version.signer(),
                Timestamp.from(version.addedAt()),
                version.addedBy());
    }

    @Override
    public void addFirst(BundleVersion version, BundleContent content) {
        transaction.executeWithoutResult(status -> {
            // Instances that start at once take turns here.
            jdbc.execute("lock table shelf.wanted in share row exclusive mode");
            if (wanted().containsKey(version.name())) {
                return;
            }
            add(version, content);
            UUID deployment = UUID.randomUUID();
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.update(
                    "insert into shelf.deployment (id, bundle, version, digest, cause, by_account, reason, state,"
                            + " started_at, ended_at) values (?, ?, ?, ?, ?, ?, '', ?, ?, ?)",
                    deployment,
                    version.name(),
                    version.version().toString(),
                    version.digest(),
                    Cause.FIRST_START.name(),
                    version.addedBy(),
                    State.KEPT.name(),
                    now,
                    now);
            jdbc.update(
                    "insert into shelf.wanted (bundle, version, deployment, since) values (?, ?, ?, ?)",
                    version.name(),
                    version.version().toString(),
                    deployment,
                    now);
            acts.record(new Act(
                    Actor.BUS,
                    "shelf.bundle_added",
                    null,
                    "bundle/" + version.name(),
                    Map.of("version", version.version().toString(), "digest", version.digest())));
        });
    }

    private static BundleVersion version(ResultSet rs) throws SQLException {
        return new BundleVersion(
                rs.getString("bundle"),
                ReleaseNumber.of(rs.getString("version")),
                rs.getString("digest"),
                rs.getString("signer"),
                rs.getTimestamp("added_at").toInstant(),
                rs.getString("added_by"));
    }
}
