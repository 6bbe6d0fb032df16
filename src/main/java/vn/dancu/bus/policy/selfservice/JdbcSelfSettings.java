package vn.dancu.bus.policy.selfservice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.OwnRights;

/** What partners keep by themselves: officers whom they registered, procedures that they switched off. */
final class JdbcSelfSettings {

    /** First key of the advisory lock that serialises the changes of one partner; no other room uses it. */
    private static final int PARTNER_LOCK = 0x64616E02;

    private static final String OFFICERS = "select officer, until, added_at from policy.managed_officer";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    JdbcSelfSettings(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Does the work in one transaction, alone among all who change what this partner keeps. */
    <T> T alone(PartnerId partner, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.query("select pg_advisory_xact_lock(?, hashtext(?))", rs -> {}, PARTNER_LOCK, partner.value());
            return work.get();
        }));
    }

    List<OwnRights.Officer> officers(PartnerId partner) {
        return jdbc.query(
                OFFICERS + " where partner = ? order by officer",
                (rs, row) -> new OwnRights.Officer(
                        rs.getString("officer"),
                        Optional.ofNullable(rs.getTimestamp("until"))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        rs.getTimestamp("added_at").toInstant()),
                partner.value());
    }

    Optional<OwnRights.Officer> officer(PartnerId partner, String officer) {
        return officers(partner).stream()
                .filter(it -> it.code().equals(officer))
                .findFirst();
    }

    /** How many others are valid at that time. */
    long others(PartnerId partner, String officer, Instant now) {
        Long count = jdbc.queryForObject(
                "select count(*) from policy.managed_officer"
                        + " where partner = ? and officer <> ? and (until is null or until > ?)",
                Long.class,
                partner.value(),
                officer,
                Timestamp.from(now));
        return count == null ? 0 : count;
    }

    void put(PartnerId partner, String officer, @Nullable Instant until, Instant now) {
        jdbc.update(
                "insert into policy.managed_officer (partner, officer, until, added_at) values (?, ?, ?, ?)"
                        + " on conflict (partner, officer) do update set until = excluded.until",
                partner.value(),
                officer,
                until == null ? null : Timestamp.from(until),
                Timestamp.from(now));
    }

    boolean remove(PartnerId partner, String officer) {
        return jdbc.update(
                        "delete from policy.managed_officer where partner = ? and officer = ?",
                        partner.value(),
                        officer)
                > 0;
    }

    /** Whether that changed anything. */
    boolean close(PartnerId partner, String procedure, Instant now) {
        return jdbc.update(
                        "insert into policy.closed_procedure (partner, procedure, closed_at) values (?, ?, ?)"
                                + " on conflict do nothing",
                        partner.value(),
                        procedure,
                        Timestamp.from(now))
                > 0;
    }

    /** Whether that changed anything. */
    boolean open(PartnerId partner, String procedure) {
        return jdbc.update(
                        "delete from policy.closed_procedure where partner = ? and procedure = ?",
                        partner.value(),
                        procedure)
                > 0;
    }

    Set<String> closed(PartnerId partner) {
        return new HashSet<>(jdbc.queryForList(
                "select procedure from policy.closed_procedure where partner = ?", String.class, partner.value()));
    }
}
