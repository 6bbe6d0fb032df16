package vn.dancu.bus.document.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.dancu.bus.document.SetAsideDocuments;
import vn.dancu.bus.kernel.sql.GivenConditions;

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
        Place before = wanted.before();
        GivenConditions given = new GivenConditions("select *" + KEPT)
                .and(
                        "partner = ?",
                        wanted.partner() == null ? null : wanted.partner().value())
                .and("cause_code = ?", wanted.cause())
                .and("document_id = ?", wanted.documentId())
                .and("changed_at >= ?", wanted.from())
                .and("changed_at < ?", wanted.until())
                .newestFirst(
                        "changed_at",
                        before == null ? null : before.refusedAt(),
                        before == null ? null : before.id(),
                        limit);
        return jdbc.query(given.sql(), ASIDE, given.values());
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
}
