package vn.dancu.bus.policy.version;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.PolicyDraft;

/** The tables of drafts. */
final class JdbcDrafts {

    private static final String DRAFT =
            """
            select id, base, origin, note, authors, state, opened_at, closed_at, published_as,
                   array(select partner from policy.draft_rights where draft = id order by partner) as partners
            from policy.draft
            """;

    private final JdbcTemplate jdbc;

    JdbcDrafts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long open() {
        Long count = jdbc.queryForObject("select count(*) from policy.draft where state = 'OPEN'", Long.class);
        return count == null ? 0 : count;
    }

    long insert(long base, @Nullable Long origin, String note, String author, Instant now) {
        Long id = jdbc.queryForObject(
                "insert into policy.draft (base, origin, note, authors, opened_at) values (?, ?, ?, array[?], ?)"
                        + " returning id",
                Long.class,
                base,
                origin,
                note,
                author,
                Timestamp.from(now));
        if (id == null) {
            throw new IllegalStateException("The database returned no id for a draft");
        }
        return id;
    }

    Optional<PolicyDraft> find(long id) {
        return jdbc.query(DRAFT + " where id = ?", JdbcPolicyRows::draft, id).stream()
                .findFirst();
    }

    /** The draft, held for this transaction: whoever else changes it waits. */
    Optional<PolicyDraft> hold(long id) {
        return jdbc.query(DRAFT + " where id = ? for update", JdbcPolicyRows::draft, id).stream()
                .findFirst();
    }

    List<PolicyDraft> list(long below, int limit) {
        return jdbc.query(DRAFT + " where id < ? order by id desc limit ?", JdbcPolicyRows::draft, below, limit);
    }

    void write(long id, PartnerId partner, String rights) {
        jdbc.update(
                "insert into policy.draft_rights (draft, partner, rights) values (?, ?, ?)"
                        + " on conflict (draft, partner) do update set rights = excluded.rights",
                id,
                partner.value(),
                rights);
    }

    /** Characters of all that was written. */
    long length(long id) {
        Long length = jdbc.queryForObject(
                "select coalesce(sum(length(rights)), 0) from policy.draft_rights where draft = ?", Long.class, id);
        return length == null ? 0 : length;
    }

    boolean remove(long id, PartnerId partner) {
        return jdbc.update("delete from policy.draft_rights where draft = ? and partner = ?", id, partner.value()) > 0;
    }

    void addAuthor(long id, String author) {
        jdbc.update(
                "update policy.draft set authors = authors || ?::text where id = ? and not ? = any (authors)",
                author,
                id,
                author);
    }

    void close(long id, PolicyDraft.State state, @Nullable Long publishedAs, Instant now) {
        jdbc.update(
                "update policy.draft set state = ?, published_as = ?, closed_at = ? where id = ?",
                state.name(),
                publishedAs,
                Timestamp.from(now),
                id);
    }

    /** What was written, by partner. */
    SortedMap<PartnerId, String> rights(long id) {
        SortedMap<PartnerId, String> rights =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        jdbc.query(
                "select partner, rights from policy.draft_rights where draft = ?",
                rs -> {
                    rights.put(new PartnerId(rs.getString("partner")), rs.getString("rights"));
                },
                id);
        return rights;
    }
}
