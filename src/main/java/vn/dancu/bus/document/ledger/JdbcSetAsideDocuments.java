package vn.dancu.bus.document.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.dancu.bus.document.SetAsideDocuments;

/** Reads refused documents whose bytes are kept, by the index on the time of their refusal, and takes them up again. */
final class JdbcSetAsideDocuments implements SetAsideDocuments {

    private static final String KEPT = " from document.document where state = 'refused' and content_kept";

    private static final RowMapper<Aside> ASIDE =
            (rs, number) -> new Aside(JdbcDocuments.entry(rs), rs.getLong("content_length"));

    private final JdbcTemplate jdbc;
    private final DocumentStore store;
    private final Clock clock;

    JdbcSetAsideDocuments(JdbcTemplate jdbc, DocumentStore store, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Aside> list(Condition wanted, int limit) {
        StringBuilder sql = new StringBuilder("select *" + KEPT);
        List<Object> values = new ArrayList<>();
        add(
                sql,
                values,
                "partner = ?",
                wanted.partner() == null ? null : wanted.partner().value());
        add(sql, values, "cause_code = ?", wanted.cause());
        add(sql, values, "document_id = ?", wanted.documentId());
        add(sql, values, "changed_at >= ?", utc(wanted.from()));
        add(sql, values, "changed_at < ?", utc(wanted.until()));
        Place before = wanted.before();
        if (before != null) {
            sql.append(" and (changed_at, id) < (?, ?)");
            values.add(before.refusedAt().atOffset(ZoneOffset.UTC));
            values.add(before.id());
        }
        sql.append(" order by changed_at desc, id desc limit ?");
        values.add(limit);
        return jdbc.query(sql.toString(), ASIDE, values.toArray());
    }

    @Override
    public Optional<Aside> find(UUID document) {
        return jdbc.query("select *" + KEPT + " and id = ?", ASIDE, document).stream()
                .findFirst();
    }

    @Override
    public Optional<Kept> open(UUID document) {
        return jdbc
                .query(
                        "select content, content_length, content_sha256" + KEPT + " and id = ?",
                        (rs, number) -> JdbcDocumentLedger.content(rs),
                        document)
                .stream()
                .findFirst()
                .map(check -> new Kept(check.length(), store.claims().open(check)));
    }

    @Override
    public boolean reopen(UUID document, UUID replay) {
        Timestamp now = Timestamp.from(clock.instant());
        int changed = jdbc.update(
                "update document.document set state = 'accepted', next_try = ?, changed_at = ?, attempts = 0, people = 0,"
                        + " answered = 0, cause_code = null, cause_field = null, cause_rule = null, occurrence = null,"
                        + " replay = ? where id = ? and state = 'refused' and content_kept",
                now,
                now,
                replay,
                document);
        if (changed == 1) {
            // What an earlier try had found was found under the rights of its time.
            store.chunks().drop(document);
        }
        return changed == 1;
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static @Nullable Object utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
