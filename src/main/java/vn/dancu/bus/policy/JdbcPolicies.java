package vn.dancu.bus.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;

/** The published versions of the policy, and the mark of the seed file that was loaded last. */
final class JdbcPolicies {

    /** Any number that no other room takes: one instance at a time loads the seed file. */
    private static final long SEED_LOCK = 0x64616E6375_01L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcPolicies(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Number of the newest version, 0 when there is none. */
    long newestNumber() {
        Long number = jdbc.queryForObject("select coalesce(max(number), 0) from policy.version", Long.class);
        return number == null ? 0 : number;
    }

    PublishedPolicy read(long number) {
        Map<PartnerId, Parts> parts = new HashMap<>();
        jdbc.query(
                "select partner, officer from policy.officer where version = ?",
                rs -> {
                    parts(parts, rs).officers.add(rs.getString("officer"));
                },
                number);
        jdbc.query(
                "select partner, service, purpose, procedures, fields from policy.permission where version = ?"
                        + " order by partner, service, position",
                rs -> {
                    parts(parts, rs)
                            .permissions
                            .computeIfAbsent(new ServiceCode(rs.getString("service")), it -> new ArrayList<>())
                            .add(permission(rs));
                },
                number);
        jdbc.query(
                "select partner, service, per_minute, per_day from policy.quota where version = ?",
                rs -> {
                    parts(parts, rs)
                            .quotas
                            .put(
                                    new ServiceCode(rs.getString("service")),
                                    new PolicyContent.Quota(rs.getLong("per_minute"), rs.getLong("per_day")));
                },
                number);
        String hash = jdbc.queryForObject("select hash from policy.version where number = ?", String.class, number);
        return new PublishedPolicy(number, String.valueOf(hash), content(parts));
    }

    /**
     * Does the work in one transaction and alone among all instances, if the file with this hash is not the one that was
     * loaded last.
     */
    boolean onceForFile(byte[] fileHash, Runnable work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, SEED_LOCK);
            if (!jdbc.queryForList("select 1 from policy.seed where file_hash = ?", Integer.class, fileHash)
                    .isEmpty()) {
                return false;
            }
            work.run();
            jdbc.update(
                    "insert into policy.seed (file_hash, loaded_at) values (?, ?)"
                            + " on conflict (one) do update set file_hash = excluded.file_hash,"
                            + " loaded_at = excluded.loaded_at",
                    fileHash,
                    Timestamp.from(Instant.now(clock)));
            return true;
        }));
    }

    /** Publishes the content as the next version, unless the newest says the same; the number that holds now. */
    long publish(PolicyContent content, String source) {
        long newest = newestNumber();
        String hash = content.hash();
        if (newest > 0
                && !jdbc.queryForList(
                                "select 1 from policy.version where number = ? and hash = ?",
                                Integer.class,
                                newest,
                                hash)
                        .isEmpty()) {
            return newest;
        }
        long next = newest + 1;
        jdbc.update(
                "insert into policy.version (number, hash, source, published_at) values (?, ?, ?, ?)",
                next,
                hash,
                source,
                Timestamp.from(Instant.now(clock)));
        content.entitlements().forEach((partner, entitlement) -> write(next, partner, entitlement));
        return next;
    }

    private void write(long version, PartnerId partner, PolicyContent.Entitlement entitlement) {
        jdbc.batchUpdate(
                "insert into policy.officer (version, partner, officer) values (?, ?, ?)",
                entitlement.officers().stream()
                        .map(it -> new Object[] {version, partner.value(), it})
                        .toList());
        jdbc.batchUpdate(
                "insert into policy.quota (version, partner, service, per_minute, per_day) values (?, ?, ?, ?, ?)",
                entitlement.quotas().entrySet().stream()
                        .map(it -> new Object[] {
                            version,
                            partner.value(),
                            it.getKey().value(),
                            it.getValue().perMinute(),
                            it.getValue().perDay()
                        })
                        .toList());
        entitlement.permissions().forEach((service, them) -> write(version, partner, service, them));
    }

    private void write(
            long version, PartnerId partner, ServiceCode service, List<PolicyContent.Permission> permissions) {
        for (int position = 0; position < permissions.size(); position++) {
            PolicyContent.Permission it = permissions.get(position);
            jdbc.update(
                    "insert into policy.permission"
                            + " (version, partner, service, position, purpose, procedures, fields)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    version,
                    partner.value(),
                    service.value(),
                    position,
                    it.purpose().value(),
                    it.procedures().toArray(String[]::new),
                    it.fields().stream().map(FieldPath::value).toArray(String[]::new));
        }
    }

    private static PolicyContent.Permission permission(ResultSet rs) throws SQLException {
        return new PolicyContent.Permission(
                new Purpose(rs.getString("purpose")),
                texts(rs, "procedures").collect(Collectors.toSet()),
                texts(rs, "fields").map(FieldPath::of).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Stream<String> texts(ResultSet rs, String column) throws SQLException {
        return Stream.of((String[]) rs.getArray(column).getArray());
    }

    private static Parts parts(Map<PartnerId, Parts> parts, ResultSet rs) throws SQLException {
        return parts.computeIfAbsent(new PartnerId(rs.getString("partner")), it -> new Parts());
    }

    private static PolicyContent content(Map<PartnerId, Parts> parts) {
        return new PolicyContent(parts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().entitlement())));
    }

    /** An entitlement in the making. */
    private static final class Parts {
        private final Set<String> officers = new HashSet<>();
        private final Map<ServiceCode, List<PolicyContent.Permission>> permissions = new HashMap<>();
        private final Map<ServiceCode, PolicyContent.Quota> quotas = new HashMap<>();

        private PolicyContent.Entitlement entitlement() {
            return new PolicyContent.Entitlement(officers, permissions, quotas);
        }
    }
}
