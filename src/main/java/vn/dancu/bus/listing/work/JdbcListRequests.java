package vn.dancu.bus.listing.work;

import static vn.dancu.bus.listing.work.JdbcListRows.at;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.listing.ListOrder;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListRequests;

/** Requests as their partners see and change them. */
final class JdbcListRequests {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcListRequests(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a request; one that came at the same moment with the same reference is the first.
     *
     * @return whether it was added
     */
    boolean add(UUID id, PartnerId partner, ListOrder order, ListAdmission.Admitted admitted, int downloads) {
        Instant now = clock.instant();
        int rows = jdbc.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(
                    "insert into listing.request (id, partner, reference, service, procedure, officer, purpose, asked, fields,"
                            + " criteria, form, count_only, policy_version, policy_hash, state, requested_at, changed_at, next_try,"
                            + " warnings, downloads_left)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?)"
                            + " on conflict (partner, reference) do nothing");
            insert.setObject(1, id);
            insert.setString(2, partner.value());
            insert.setString(3, order.reference());
            insert.setString(4, order.service().code().value());
            insert.setString(5, order.procedure());
            insert.setString(6, order.officer());
            insert.setString(7, admitted.granted().purpose().value());
            insert.setString(8, ListCodec.fingerprint(order));
            insert.setArray(
                    9,
                    connection.createArrayOf(
                            "text",
                            admitted.fields().stream().map(FieldPath::value).toArray()));
            insert.setString(10, ListCodec.criteria(order.criteria()));
            insert.setString(11, order.form().code());
            insert.setBoolean(12, order.countOnly());
            insert.setLong(13, admitted.granted().policyVersion());
            insert.setString(14, admitted.granted().policyHash());
            insert.setTimestamp(15, at(now));
            insert.setTimestamp(16, at(now));
            insert.setTimestamp(17, at(now));
            insert.setArray(
                    18, connection.createArrayOf("text", admitted.warnings().toArray()));
            insert.setInt(19, downloads);
            return insert;
        });
        return rows == 1;
    }

    /** The request with that reference; whether it was asked for in the same words is for the caller to say. */
    Optional<Known> known(PartnerId partner, String reference) {
        return jdbc
                .query(
                        "select * from listing.request where partner = ? and reference = ?",
                        (rs, number) -> new Known(JdbcListRows.request(rs, number), rs.getString("asked")),
                        partner.value(),
                        reference)
                .stream()
                .findFirst();
    }

    /** A request and the fingerprint of its order. */
    record Known(ListRequest request, String asked) {}

    /** How many are open; the partner's other requests wait until the transaction ends. */
    int open(PartnerId partner) {
        jdbc.query("select pg_advisory_xact_lock(hashtext('listing/' || ?))", rs -> {}, partner.value());
        Integer count = jdbc.queryForObject(
                "select count(*) from listing.request where partner = ? and state in ('waiting', 'running', 'drawn')",
                Integer.class,
                partner.value());
        return count == null ? 0 : count;
    }

    List<ListRequest> list(@Nullable PartnerId partner, @Nullable UUID after, int most) {
        String who = partner == null ? null : partner.value();
        return jdbc.query(
                "select r.* from listing.request r where (?::text is null or r.partner = ?) and (?::uuid is null or"
                        + " (r.requested_at, r.id) < (select b.requested_at, b.id from listing.request b where b.id = ?"
                        + " and b.partner = r.partner)) order by r.requested_at desc, r.id desc limit ?",
                JdbcListRows::request,
                who,
                who,
                after,
                after,
                most);
    }

    /** @param isLocked whether its row is locked until the transaction ends */
    Optional<ListRequest> find(PartnerId partner, UUID id, boolean isLocked) {
        return jdbc
                .query(
                        "select * from listing.request where partner = ? and id = ?" + (isLocked ? " for update" : ""),
                        JdbcListRows::request,
                        partner.value(),
                        id)
                .stream()
                .findFirst();
    }

    List<ListRequests.Event> history(UUID id) {
        return jdbc.query(
                "select at, what from listing.event where request = ? order by number",
                (rs, number) -> new ListRequests.Event(rs.getTimestamp("at").toInstant(), rs.getString("what")),
                id);
    }

    Optional<ClaimCheck> file(UUID id) {
        return jdbc
                .query("select * from listing.request where id = ?", (rs, number) -> JdbcListRows.check(rs), id)
                .stream()
                .findFirst()
                .flatMap(found -> found);
    }

    /** Takes one from what is left; false where nothing is. */
    boolean takeDownload(UUID id) {
        return jdbc.update(
                        "update listing.request set downloads_left = downloads_left - 1 where id = ? and downloads_left > 0",
                        id)
                == 1;
    }

    /** Ends a locked request by its partner's wish. */
    void deleted(UUID id) {
        jdbc.update("delete from listing.piece where request = ?", id);
        jdbc.update(
                "update listing.request set state = 'deleted', changed_at = ?, file = null, file_length = null, file_sha256 = null"
                        + " where id = ?",
                at(clock.instant()),
                id);
    }
}
