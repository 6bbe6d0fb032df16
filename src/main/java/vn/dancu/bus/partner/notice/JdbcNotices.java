package vn.dancu.bus.partner.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dancu.bus.kernel.PartnerId;

/** The table of notices. */
final class JdbcNotices implements Notices {

    private static final String COLUMNS =
            "id, partner, kind, subject_vi, body_vi, subject_en, body_en, created_at, due_by,"
                    + " attempts, last_error, sent_at";
    private static final RowMapper<Notice> NOTICE = (rs, number) -> notice(rs);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final NoticeTexts vietnamese = NoticeTexts.vietnamese();
    private final NoticeTexts english = NoticeTexts.english();

    JdbcNotices(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean write(PartnerId partner, NoticeKind kind, String once, Instant dueBy, Map<String, String> values) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A notice must be written in the transaction of its change");
        }
        Notice.Text vi = vietnamese.text(kind, values);
        Notice.Text en = english.text(kind, values);
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.update(
                        "insert into partner.notice (id, partner, kind, once, subject_vi, subject_en, body_vi, body_en,"
                                + " created_at, due_by, next_try) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (once) do nothing",
                        UUID.randomUUID(),
                        partner.value(),
                        kind.code(),
                        once,
                        vi.subject(),
                        en.subject(),
                        vi.body(),
                        en.body(),
                        now,
                        Timestamp.from(dueBy),
                        now)
                == 1;
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

    /**
     * Leases notices that are to be sent: until the lease ends no other instance takes them. A notice whose sender
     * stopped is sent again after that, with the same id.
     */
    List<Notice> take(int limit, Duration lease) {
        Instant now = clock.instant();
        return jdbc.query(
                "update partner.notice set next_try = ?, attempts = attempts + 1 where id in"
                        + " (select id from partner.notice where sent_at is null and next_try <= ? order by next_try"
                        + " limit ? for update skip locked) returning " + COLUMNS,
                NOTICE,
                Timestamp.from(now.plus(lease)),
                Timestamp.from(now),
                limit);
    }

    void sent(UUID id) {
        jdbc.update(
                "update partner.notice set sent_at = ?, last_error = null where id = ? and sent_at is null",
                Timestamp.from(clock.instant()),
                id);
    }

    void failed(UUID id, String error, Duration pause) {
        jdbc.update(
                "update partner.notice set next_try = ?, last_error = ? where id = ? and sent_at is null",
                Timestamp.from(clock.instant().plus(pause)),
                error,
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
