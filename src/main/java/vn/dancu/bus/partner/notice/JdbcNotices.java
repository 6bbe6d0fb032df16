package vn.dancu.bus.partner.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.PartnerId;

/** The table of notices: what was written, and what became of it. */
final class JdbcNotices implements Notices, NoticeSteps.Notes {

    private static final String COLUMNS =
            "id, partner, kind, subject_vi, body_vi, subject_en, body_en, created_at, due_by,"
                    + " attempts, last_error, sent_at";
    private static final RowMapper<Notice> NOTICE = (rs, number) -> notice(rs);

    private static final Duration UNTOLD_LATE = Duration.ofDays(7);
    private static final int MAX_ERROR_LENGTH = 200;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final NoticePost post;
    private final ObjectMapper json;
    private final Clock clock;
    private final NoticeTexts vietnamese = NoticeTexts.vietnamese();
    private final NoticeTexts english = NoticeTexts.english();

    JdbcNotices(JdbcTemplate jdbc, TransactionTemplate transaction, NoticePost post, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.post = post;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean write(PartnerId partner, NoticeKind kind, String once, Instant dueBy, Map<String, String> values) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A notice must be written in the transaction of its change");
        }
        Notice notice = new Notice(
                UUID.randomUUID(),
                partner,
                kind,
                vietnamese.text(kind, values),
                english.text(kind, values),
                clock.instant(),
                dueBy,
                0,
                null,
                null);
        boolean written = insert(notice, once);
        if (written) {
            post(notice);
        }
        return written;
    }

    private boolean insert(Notice notice, String once) {
        return jdbc.update(
                        "insert into partner.notice (id, partner, kind, once, subject_vi, subject_en, body_vi, body_en,"
                                + " created_at, due_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (once) do nothing",
                        notice.id(),
                        notice.partner().value(),
                        notice.kind().code(),
                        once,
                        notice.vietnamese().subject(),
                        notice.english().subject(),
                        notice.vietnamese().body(),
                        notice.english().body(),
                        Timestamp.from(notice.createdAt()),
                        Timestamp.from(notice.dueBy()))
                == 1;
    }

    private void post(Notice notice) {
        try {
            post.post(notice.id(), notice.partner(), notice.kind(), json.writeValueAsBytes(NoticeBody.of(notice)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice is JSON", e);
        }
    }

    /** Posts what is not sent: an earlier version of the bus sent its notices from this table. */
    void postUnsent() {
        transaction.executeWithoutResult(status -> jdbc.query(
                        "select " + COLUMNS + " from partner.notice where sent_at is null order by created_at", NOTICE)
                .forEach(this::post));
    }

    @Override
    public List<Notice> takeUntold(int limit) {
        Instant now = clock.instant();
        return jdbc
                .query(
                        "with untold as materialized (select id as untold_id from partner.notice where told_at is null"
                                + " and created_at > ? order by created_at limit ? for update skip locked)"
                                + " update partner.notice set told_at = ? from untold where id = untold_id returning "
                                + COLUMNS,
                        NOTICE,
                        Timestamp.from(now.minus(UNTOLD_LATE)),
                        limit,
                        Timestamp.from(now))
                .stream()
                .sorted(Comparator.comparing(Notice::createdAt))
                .toList();
    }

    @Override
    public List<Notice> of(PartnerId partner, @Nullable UUID after, int limit) {
        return jdbc.query(
                "select " + COLUMNS
                        + " from partner.notice where partner = ? and (?::uuid is null or (created_at, id) <"
                        + " (select created_at, id from partner.notice where id = ?::uuid))"
                        + " order by created_at desc, id desc limit ?",
                NOTICE,
                partner.value(),
                after,
                after,
                limit);
    }

    @Override
    public void sent(UUID id, int attempts) {
        jdbc.update(
                "update partner.notice set sent_at = ?, attempts = ?, last_error = null where id = ? and sent_at is null",
                Timestamp.from(clock.instant()),
                attempts,
                id);
    }

    @Override
    public void failed(UUID id, int attempts, String error) {
        jdbc.update(
                "update partner.notice set attempts = ?, last_error = ? where id = ? and sent_at is null",
                attempts,
                error.substring(0, Math.min(error.length(), MAX_ERROR_LENGTH)),
                id);
    }

    private static Notice notice(ResultSet rs) throws SQLException {
        Timestamp sent = rs.getTimestamp("sent_at");
        return new Notice(
                rs.getObject("id", UUID.class),
                new PartnerId(rs.getString("partner")),
                NoticeKind.byCode(rs.getString("kind")).orElseThrow(),
                new Notice.Text(rs.getString("subject_vi"), rs.getString("body_vi")),
                new Notice.Text(rs.getString("subject_en"), rs.getString("body_en")),
                rs.getTimestamp("created_at").toInstant(),
                rs.getTimestamp("due_by").toInstant(),
                rs.getInt("attempts"),
                rs.getString("last_error"),
                sent == null ? null : sent.toInstant());
    }
}
