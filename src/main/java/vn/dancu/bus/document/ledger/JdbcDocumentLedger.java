package vn.dancu.bus.document.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.DocumentSigner;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.DocumentStatus;

/** The tables of documents. */
final class JdbcDocumentLedger implements DocumentLedger {

    private static final String OPEN = "('accepted', 'waiting', 'in_work')";
    /** A request of that sender under that id; what asked for a change and was refused is none. */
    private static final String SENT =
            " where sender = ? and document_id = ? and action in ('0', '2', '3') and not (action = '2' and state = 'refused')";

    private static final RowMapper<LeasedDocument> LEASED = (rs, number) -> leased(rs);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcDocumentLedger(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isTaken(AxisDelivery delivery) {
        return !jdbc.queryForList(
                        "select 1 from document.delivery where account = ? and axis_doc_id = ?",
                        delivery.account(),
                        delivery.docId())
                .isEmpty();
    }

    @Override
    public boolean noteDelivery(AxisDelivery delivery, @Nullable UUID document) {
        return jdbc.update(
                        "insert into document.delivery (account, axis_doc_id, document, taken_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        delivery.account(),
                        delivery.docId(),
                        document,
                        now())
                == 1;
    }

    @Override
    public List<AxisDelivery> deliveries(UUID document) {
        return jdbc.query(
                "select account, axis_doc_id from document.delivery where document = ? order by taken_at",
                (rs, number) -> new AxisDelivery(rs.getString("account"), rs.getString("axis_doc_id"), null, false),
                document);
    }

    @Override
    public AxisProgress lockProgress(UUID document) {
        List<String> states = jdbc.queryForList(
                "select case when state in " + OPEN
                        + " then 'open' else state end from document.document where id = ? for update",
                String.class,
                document);
        if (states.contains("open")) {
            return AxisProgress.PROCESSING;
        }
        return states.contains("refused") ? AxisProgress.FAIL : AxisProgress.DONE;
    }

    @Override
    public void noteStatus(AxisDelivery delivery, String sender, DocumentStatus status, @Nullable String responseTo) {
        jdbc.update(
                "insert into document.status (account, axis_doc_id, sender, response_to, document, code, said_at,"
                        + " received_at) values (?, ?, ?, ?, (select id from document.document where answer_id = ?), ?,"
                        + " ?, ?) on conflict do nothing",
                delivery.account(),
                delivery.docId(),
                sender,
                responseTo,
                responseTo,
                status.code().code(),
                status.timestamp(),
                now());
    }

    @Override
    public void accept(ReceivedDocument document) {
        insert(document, "accepted", now(), null);
    }

    @Override
    public void refuse(ReceivedDocument document, Refusal cause) {
        insert(document, "refused", null, cause);
    }

    @Override
    public void answer(ReceivedDocument document) {
        insert(document, "answered", null, null);
    }

    private void insert(ReceivedDocument document, String state, @Nullable Timestamp next, @Nullable Refusal cause) {
        jdbc.update(
                "insert into document.document (id, account, axis_doc_id, sender, document_id, action, content,"
                        + " content_length, content_sha256, received_at, state, changed_at, next_try, cause_code,"
                        + " cause_field, cause_rule, occurrence, content_kept)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                document.id(),
                document.delivery().account(),
                document.delivery().docId(),
                document.sender(),
                document.documentId(),
                document.action(),
                document.content().id(),
                document.content().length(),
                document.content().sha256(),
                Timestamp.from(document.receivedAt()),
                state,
                now(),
                next,
                cause == null ? null : cause.code().code(),
                cause == null ? null : cause.field(),
                cause == null ? null : cause.rule(),
                cause == null ? null : cause.occurrence(),
                !state.equals("answered"));
    }

    @Override
    public Optional<SentRequest> lock(String sender, String documentId) {
        return jdbc
                .query(
                        "select id, state in " + OPEN
                                + " as open, content, content_length, content_sha256 from document.document"
                                + SENT
                                + " order by received_at desc, id desc limit 1 for update",
                        (rs, number) ->
                                new SentRequest(rs.getObject("id", UUID.class), rs.getBoolean("open"), content(rs)),
                        sender,
                        documentId)
                .stream()
                .findFirst();
    }

    @Override
    public boolean isKnown(String sender, String documentId) {
        return !jdbc.queryForList("select 1 from document.document" + SENT + " limit 1", sender, documentId)
                .isEmpty();
    }

    @Override
    public boolean withdraw(UUID document) {
        return jdbc.update(
                        "update document.document set state = 'withdrawn', next_try = null, changed_at = ?,"
                                + " content_kept = false"
                                + " where id = ? and state in " + OPEN,
                        now(),
                        document)
                == 1;
    }

    /** What is due is chosen first: as a subquery it may be evaluated for each row, and lease more than it may. */
    @Override
    public List<LeasedDocument> claim(int most, Instant leaseEnds) {
        return jdbc.query(
                "with due as materialized (select id as due_id from document.document where next_try <= ?"
                        + " order by next_try limit ? for update skip locked)"
                        + " update document.document set state = 'in_work', lease = gen_random_uuid(), next_try = ?,"
                        + " attempts = attempts + 1, changed_at = ? from due where id = due_id returning document.*",
                LEASED,
                now(),
                most,
                Timestamp.from(leaseEnds),
                now());
    }

    @Override
    public void signed(LeasedDocument document, DocumentSigner signer) {
        jdbc.update(
                "update document.document set signer_subject = ?, signer_serial = ?, signer_sha256 = ?"
                        + " where id = ? and lease = ?",
                signer.subject(),
                signer.serial(),
                signer.thumbprint(),
                document.id(),
                document.lease());
    }

    @Override
    public boolean extend(LeasedDocument document, Instant leaseEnds) {
        return jdbc.update(
                        "update document.document set next_try = ? where id = ? and lease = ? and state = 'in_work'",
                        Timestamp.from(leaseEnds),
                        document.id(),
                        document.lease())
                == 1;
    }

    @Override
    public boolean renew(LeasedDocument document, Instant leaseEnds, Progress progress) {
        return jdbc.update(
                        "update document.document set next_try = ?, people = ?,"
                                + " attempts = case when answered < ? then 1 else attempts end, answered = ?"
                                + " where id = ? and lease = ? and state = 'in_work'",
                        Timestamp.from(leaseEnds),
                        progress.people(),
                        progress.answered(),
                        progress.answered(),
                        document.id(),
                        document.lease())
                == 1;
    }

    @Override
    public boolean answered(LeasedDocument document, PartnerId partner, int people, String answerId) {
        return jdbc.update(
                        "update document.document set state = 'answered', next_try = null, changed_at = ?, partner = ?,"
                                + " content_kept = false,"
                                + " answer_id = ?, people = ?, answered = ?, cause_code = null, cause_field = null,"
                                + " cause_rule = null, occurrence = null"
                                + " where id = ? and lease = ? and state = 'in_work'",
                        now(),
                        partner.value(),
                        answerId,
                        people,
                        people,
                        document.id(),
                        document.lease())
                == 1;
    }

    @Override
    public boolean refused(LeasedDocument document, @Nullable PartnerId partner, Refusal cause) {
        return stop(document, "refused", null, cause, partner, document.attempts());
    }

    @Override
    public boolean waits(LeasedDocument document, Instant next, Refusal cause, boolean isCounted) {
        int attempts = isCounted ? document.attempts() : document.attempts() - 1;
        return stop(document, "waiting", Timestamp.from(next), cause, null, attempts);
    }

    private boolean stop(
            LeasedDocument document,
            String state,
            @Nullable Timestamp next,
            Refusal cause,
            @Nullable PartnerId partner,
            int attempts) {
        return jdbc.update(
                        "update document.document set state = ?, next_try = ?, changed_at = ?, attempts = ?,"
                                + " partner = coalesce(?, partner), cause_code = ?, cause_field = ?, cause_rule = ?,"
                                + " occurrence = ? where id = ? and lease = ? and state = 'in_work'",
                        state,
                        next,
                        now(),
                        attempts,
                        partner == null ? null : partner.value(),
                        cause.code().code(),
                        cause.field(),
                        cause.rule(),
                        cause.occurrence(),
                        document.id(),
                        document.lease())
                == 1;
    }

    @Override
    public Optional<LeasedDocument> leased(UUID document) {
        return jdbc
                .query("select * from document.document where id = ? and state = 'in_work'", LEASED, document)
                .stream()
                .findFirst();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static LeasedDocument leased(ResultSet rs) throws SQLException {
        return new LeasedDocument(
                rs.getObject("id", UUID.class),
                rs.getObject("lease", UUID.class),
                rs.getString("account"),
                rs.getString("axis_doc_id"),
                rs.getString("sender"),
                rs.getString("document_id"),
                content(rs),
                rs.getTimestamp("received_at").toInstant(),
                rs.getInt("attempts"),
                rs.getObject("replay", UUID.class));
    }

    static ClaimCheck content(ResultSet rs) throws SQLException {
        return new ClaimCheck(
                rs.getObject("content", UUID.class), rs.getLong("content_length"), rs.getString("content_sha256"));
    }
}
