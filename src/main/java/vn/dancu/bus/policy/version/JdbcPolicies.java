package vn.dancu.bus.policy.version;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.PolicyVersion;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.content.PublishedPolicy;

/** The published versions of the policy, and the mark of the seed file that was loaded last. */
final class JdbcPolicies {

    /** Key of the advisory lock under which versions are published one at a time; no other room uses it. */
    private static final long PUBLISHING_LOCK = 0x64616E6375_01L;

    private static final String VERSION =
            "select number, hash, source, published_at, authors, published_by, draft, note from policy.version";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JdbcPolicyContent content;

    JdbcPolicies(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.content = new JdbcPolicyContent(jdbc);
    }

    /** Who published a version, and from what. */
    record Origin(
            String source, List<String> authors, String publishedBy, @Nullable Long draft, @Nullable String note) {}

    /** Number of the newest version, 0 when there is none. */
    long newestNumber() {
        Long number = jdbc.queryForObject("select coalesce(max(number), 0) from policy.version", Long.class);
        return number == null ? 0 : number;
    }

    /** The version with its whole content; the number must be that of a published version. */
    PublishedPolicy read(long number) {
        String hash = jdbc.queryForObject("select hash from policy.version where number = ?", String.class, number);
        return new PublishedPolicy(number, String.valueOf(hash), content.read(number));
    }

    /** The newest version; number 0 with empty content when none was ever published. */
    PublishedPolicy newest() {
        long number = newestNumber();
        return number == 0 ? new PublishedPolicy(0, "", PolicyContent.EMPTY) : read(number);
    }

    Optional<PolicyVersion> find(long number) {
        return jdbc.query(VERSION + " where number = ?", JdbcPolicyRows::version, number).stream()
                .findFirst();
    }

    /** Newest first, those below that number. */
    List<PolicyVersion> list(long below, int limit) {
        return jdbc.query(
                VERSION + " where number < ? order by number desc limit ?", JdbcPolicyRows::version, below, limit);
    }

    /** Does the work in one transaction. */
    <T> T together(Supplier<T> work) {
        T done = transaction.execute(status -> work.get());
        if (done == null) {
            throw new IllegalStateException("A transaction returned no result");
        }
        return done;
    }

    /** Does the work in one transaction, alone among all instances that publish. */
    <T> T alone(Supplier<T> work) {
        return together(() -> {
            jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, PUBLISHING_LOCK);
            return work.get();
        });
    }

    /** Does the work alone and in one transaction, if the file with this hash is not the one that was loaded last. */
    boolean onceForFile(byte[] fileHash, Runnable work) {
        return alone(() -> {
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
                    now());
            return true;
        });
    }

    /** Publishes the content as the version after {@code before}; the caller runs it within {@link #alone}. */
    PublishedPolicy publish(PublishedPolicy before, PolicyContent next, Origin origin) {
        PublishedPolicy version = new PublishedPolicy(before.number() + 1, next.hash(), next);
        jdbc.update(
                "insert into policy.version (number, hash, source, published_at, authors, published_by, draft, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                version.number(),
                version.hash(),
                origin.source(),
                now(),
                origin.authors().toArray(String[]::new),
                origin.publishedBy(),
                origin.draft(),
                origin.note());
        content.write(version.number(), next);
        return version;
    }

    /** Ids of the partners that have any rights in a version, in order, those after the given id. */
    List<PartnerId> partners(long number, String after, int limit) {
        return jdbc.query(
                """
                select distinct partner from (
                    select partner from policy.officer where version = ?
                    union all select partner from policy.permission where version = ?
                    union all select partner from policy.managed where version = ?) as named
                where partner > ? order by partner limit ?
                """,
                (rs, row) -> new PartnerId(rs.getString("partner")),
                number,
                number,
                number,
                after,
                limit);
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
