package vn.dancu.bus.consent;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;

/** The table of consents. */
final class JdbcConsents {

    /** First key of the advisory lock that serialises the requests of one partner; no other room uses it. */
    private static final int PARTNER_LOCK = 0x64616E07;

    private static final String SELECT = "select * from consent.consent";

    private final JdbcTemplate jdbc;

    JdbcConsents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A consent with the number of the person, sealed. */
    record Owned(Consent consent, byte[] personSealed) {}

    /** The person of a request: by what it is found, and the sealed number. */
    record Owner(byte[] hash, byte[] sealed) {}

    /** Holds off others who ask for the same partner until the end of the transaction. */
    void lock(PartnerId partner) {
        jdbc.query("select pg_advisory_xact_lock(?, hashtext(?))", rs -> {}, PARTNER_LOCK, partner.value());
    }

    void insert(Consent consent, Owner owner) {
        jdbc.update(
                """
                insert into consent.consent (id, partner, reference, person_hash, person_sealed, purpose, fields, days, reason,
                    text_version, text_vi, text_en, state, requested_at, answer_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                consent.id(),
                consent.partner().value(),
                consent.reference(),
                owner.hash(),
                owner.sealed(),
                consent.purpose().value(),
                texts(consent.fields()),
                consent.days(),
                consent.reason(),
                consent.shown().version(),
                consent.shown().vietnamese(),
                consent.shown().english(),
                consent.state().name(),
                Timestamp.from(consent.requestedAt()),
                Timestamp.from(consent.answerBy()),
                Timestamp.from(consent.changedAt()));
    }

    /** How many the partner has asked for since then; of that person alone, unless it is null. */
    long asked(PartnerId partner, byte @Nullable [] person, Instant since) {
        String condition = person == null ? "" : " and person_hash = ?";
        Object[] values = person == null
                ? new Object[] {partner.value(), Timestamp.from(since)}
                : new Object[] {partner.value(), Timestamp.from(since), person};
        Long count = jdbc.queryForObject(
                "select count(*) from consent.consent where partner = ? and requested_at > ?" + condition,
                Long.class,
                values);
        return count == null ? 0 : count;
    }

    Optional<Consent> find(UUID id, Instant now) {
        return one(SELECT + " where id = ?", now, id);
    }

    Optional<Consent> find(PartnerId partner, UUID id, Instant now) {
        return one(SELECT + " where partner = ? and id = ?", now, partner.value(), id);
    }

    /** The request of that reference, when it is about that person; nothing of somebody else's is told. */
    Optional<Consent> find(PartnerId partner, String reference, byte[] person, Instant now) {
        return one(
                SELECT + " where partner = ? and reference = ? and person_hash = ?",
                now,
                partner.value(),
                reference,
                person);
    }

    boolean has(PartnerId partner, String reference) {
        return !jdbc.queryForList(
                        "select 1 from consent.consent where partner = ? and reference = ?",
                        Integer.class,
                        partner.value(),
                        reference)
                .isEmpty();
    }

    /** The person's consent of that id, held until the end of the transaction. */
    Optional<Consent> hold(byte[][] person, UUID id, Instant now) {
        return one(SELECT + " where id = ? and person_hash = any(?) for update", now, id, person);
    }

    List<Consent> changed(PartnerId partner, @Nullable Instant since, @Nullable UUID after, int limit, Instant now) {
        Timestamp from = Timestamp.from(since == null ? Instant.EPOCH : since);
        return jdbc.query(
                SELECT + " where partner = ? and (changed_at, id) " + (after == null ? ">=" : ">")
                        + " (?, ?) order by changed_at, id limit ?",
                mapper(now),
                partner.value(),
                from,
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    List<Consent> of(byte[][] person, @Nullable UUID after, int limit, Instant now) {
        return jdbc.query(
                SELECT + " where person_hash = any(?) and (?::uuid is null or (requested_at, id) <"
                        + " (select requested_at, id from consent.consent where id = ?::uuid and person_hash = any(?)))"
                        + " order by requested_at desc, id desc limit ?",
                mapper(now),
                person,
                after,
                after,
                person,
                limit);
    }

    void decide(UUID id, ConsentState state, Consent.Decided decided) {
        Instant endsAt = decided.endsAt();
        jdbc.update(
                "update consent.consent set state = ?, changed_at = ?, decided_at = ?, consented = ?, ends_at = ?,"
                        + " through = ?, account = ?, issuer = ?, level = ? where id = ?",
                state.name(),
                Timestamp.from(decided.at()),
                Timestamp.from(decided.at()),
                texts(decided.consented()),
                endsAt == null ? null : Timestamp.from(endsAt),
                decided.channel().through().value(),
                decided.channel().account(),
                decided.channel().issuer(),
                decided.channel().level(),
                id);
    }

    void move(UUID id, ConsentState state, Instant now) {
        jdbc.update(
                "update consent.consent set state = ?, changed_at = ? where id = ?",
                state.name(),
                Timestamp.from(now),
                id);
    }

    /** Some whose time is over and that do not say so, held until the end of the transaction; those that others hold are left out. */
    List<Owned> over(Instant now, int limit) {
        Timestamp at = Timestamp.from(now);
        return jdbc.query(
                SELECT + " where (state = 'REQUESTED' and answer_by <= ?) or (state = 'GIVEN' and ends_at <= ?)"
                        + " limit ? for update skip locked",
                (rs, row) -> new Owned(consent(rs, now), rs.getBytes("person_sealed")),
                at,
                at,
                limit);
    }

    /** How many had ended by that moment, and are gone now. */
    int deleteEnded(Instant before) {
        return jdbc.update(
                "delete from consent.consent where state in ('REFUSED', 'WITHDRAWN', 'LAPSED', 'EXPIRED') and changed_at < ?",
                Timestamp.from(before));
    }

    List<ConsentOverview.Count> counts() {
        return jdbc.query(
                "select partner, state, count(*) as consents from consent.consent group by partner, state"
                        + " order by partner, state",
                (rs, row) -> new ConsentOverview.Count(
                        new PartnerId(rs.getString("partner")),
                        ConsentState.valueOf(rs.getString("state")),
                        rs.getLong("consents")));
    }

    private Optional<Consent> one(String sql, Instant now, Object... values) {
        return jdbc.query(sql, mapper(now), values).stream().findFirst();
    }

    private static RowMapper<Consent> mapper(Instant now) {
        return (rs, row) -> consent(rs, now);
    }

    private static Consent consent(ResultSet rs, Instant now) throws SQLException {
        ConsentState written = ConsentState.valueOf(rs.getString("state"));
        Instant answerBy = rs.getTimestamp("answer_by").toInstant();
        Consent.Decided decided = decided(rs);
        Instant until = decided == null ? answerBy : decided.endsAt();
        return new Consent(
                rs.getObject("id", UUID.class),
                new PartnerId(rs.getString("partner")),
                rs.getString("reference"),
                new Purpose(rs.getString("purpose")),
                fields(rs, "fields"),
                rs.getInt("days"),
                rs.getString("reason"),
                new Consent.Shown(rs.getString("text_version"), rs.getString("text_vi"), rs.getString("text_en")),
                written.after(until != null && !until.isAfter(now)),
                rs.getTimestamp("requested_at").toInstant(),
                answerBy,
                rs.getTimestamp("changed_at").toInstant(),
                decided);
    }

    private static Consent.@Nullable Decided decided(ResultSet rs) throws SQLException {
        Timestamp at = rs.getTimestamp("decided_at");
        if (at == null) {
            return null;
        }
        Timestamp endsAt = rs.getTimestamp("ends_at");
        return new Consent.Decided(
                at.toInstant(),
                fields(rs, "consented"),
                endsAt == null ? null : endsAt.toInstant(),
                new Consent.Channel(
                        new PartnerId(rs.getString("through")),
                        rs.getString("account"),
                        rs.getString("issuer"),
                        rs.getString("level")));
    }

    private static List<FieldPath> fields(ResultSet rs, String column) throws SQLException {
        Array array = rs.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((String[]) array.getArray()).map(FieldPath::of).toList();
    }

    private static String[] texts(Collection<FieldPath> fields) {
        return fields.stream().map(FieldPath::value).toArray(String[]::new);
    }
}
