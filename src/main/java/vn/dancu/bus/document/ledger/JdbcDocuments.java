package vn.dancu.bus.document.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.dancu.bus.document.DocumentBalance;
import vn.dancu.bus.document.DocumentEntry;
import vn.dancu.bus.document.DocumentSigner;
import vn.dancu.bus.document.DocumentState;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** Reads the tables of documents. */
final class JdbcDocuments implements Documents {

    private static final String ALL = "select * from document.document ";
    private static final RowMapper<DocumentEntry> ENTRY = (rs, number) -> entry(rs);

    private final JdbcTemplate jdbc;

    JdbcDocuments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<DocumentEntry> find(UUID id) {
        return jdbc.query(ALL + "where id = ?", ENTRY, id).stream().findFirst();
    }

    @Override
    public List<DocumentEntry> find(String sender, String documentId) {
        return jdbc.query(
                ALL + "where sender = ? and document_id = ? order by received_at, id", ENTRY, sender, documentId);
    }

    @Override
    public List<DocumentEntry> ofMessage(String documentId) {
        return jdbc.query(
                ALL + "where document_id = ? or answer_id = ? order by received_at desc, id desc limit 100",
                ENTRY,
                documentId,
                documentId);
    }

    @Override
    public List<DocumentEntry> list(@Nullable String state, @Nullable UUID before, int limit) {
        return jdbc.query(
                ALL + "where (?::text is null or state = ?) and (?::uuid is null or (received_at, id) <"
                        + " (select received_at, id from document.document where id = ?::uuid))"
                        + " order by received_at desc, id desc limit ?",
                ENTRY,
                state,
                state,
                before,
                before,
                limit);
    }

    @Override
    public List<DocumentBalance> balance() {
        return jdbc.query(
                "with came as (select account, count(distinct document) as received from document.delivery"
                        + " where document is not null group by account),"
                        + " stands as (select account, count(*) filter (where state = 'answered') as answered,"
                        + " count(*) filter (where state = 'refused') as refused,"
                        + " count(*) filter (where state = 'withdrawn') as withdrawn,"
                        + " count(*) filter (where next_try is not null) as in_work"
                        + " from document.document group by account)"
                        + " select coalesce(c.account, s.account) as account, coalesce(received, 0) as received,"
                        + " coalesce(answered, 0) as answered, coalesce(refused, 0) as refused,"
                        + " coalesce(withdrawn, 0) as withdrawn, coalesce(in_work, 0) as in_work"
                        + " from came c full join stands s on s.account = c.account order by 1",
                (rs, number) -> new DocumentBalance(
                        rs.getString("account"),
                        rs.getLong("received"),
                        rs.getLong("answered"),
                        rs.getLong("refused"),
                        rs.getLong("withdrawn"),
                        rs.getLong("in_work")));
    }

    static DocumentEntry entry(ResultSet rs) throws SQLException {
        String partner = rs.getString("partner");
        return new DocumentEntry(
                rs.getObject("id", UUID.class),
                rs.getString("account"),
                rs.getString("axis_doc_id"),
                rs.getString("sender"),
                partner == null ? null : new PartnerId(partner),
                rs.getString("document_id"),
                rs.getTimestamp("received_at").toInstant(),
                signer(rs),
                state(rs));
    }

    private static @Nullable DocumentSigner signer(ResultSet rs) throws SQLException {
        String thumbprint = rs.getString("signer_sha256");
        return thumbprint == null
                ? null
                : new DocumentSigner(rs.getString("signer_subject"), rs.getString("signer_serial"), thumbprint);
    }

    private static DocumentState state(ResultSet rs) throws SQLException {
        Instant changed = rs.getTimestamp("changed_at").toInstant();
        String name = rs.getString("state");
        return switch (name) {
            case "accepted" -> new DocumentState.Accepted();
            case "in_work" ->
                new DocumentState.InWork(
                        rs.getTimestamp("next_try").toInstant(), rs.getInt("answered"), rs.getInt("people"));
            case "waiting" ->
                new DocumentState.Waiting(rs.getTimestamp("next_try").toInstant(), rs.getInt("attempts"), cause(rs));
            case "answered" -> new DocumentState.Answered(changed, rs.getString("answer_id"));
            case "refused" -> new DocumentState.Refused(changed, cause(rs));
            case "withdrawn" -> new DocumentState.Withdrawn(changed);
            default -> throw new IllegalStateException("A document has the state " + name);
        };
    }

    private static Refusal cause(ResultSet rs) throws SQLException {
        return new Refusal(
                ErrorCode.valueOf(rs.getString("cause_code").toUpperCase(Locale.ROOT)),
                rs.getString("cause_field"),
                rs.getString("cause_rule"),
                Objects.requireNonNull(rs.getObject("occurrence", UUID.class)));
    }
}
