package vn.dancu.bus.partner.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;

/** The moves of a partner that is not connected yet; each is one statement that only one of two comers can make. */
final class JdbcPartnerActivation {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcPartnerActivation(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean insert(Partner partner) {
        return jdbc.update(
                        "insert into partner.partner (id, name, agency_code, dialect, state, changed_at)"
                                + " values (?, ?, ?, ?, 'CONNECTING', ?) on conflict (id) do nothing",
                        partner.id().value(),
                        partner.name(),
                        partner.agencyCode(),
                        partner.dialect(),
                        now())
                == 1;
    }

    boolean refuse(PartnerId partner) {
        return jdbc.update(
                        "update partner.partner set state = 'REFUSED', standing_version = standing_version + 1,"
                                + " changed_at = ? where id = ? and state = 'CONNECTING'",
                        now(),
                        partner.value())
                == 1;
    }

    boolean goLive(PartnerId partner, @Nullable LocalDate agreementEnds) {
        return jdbc.update(
                        "update partner.partner set state = 'ACTIVE', agreement_ends = ?,"
                                + " standing_version = standing_version + 1, changed_at = ?"
                                + " where id = ? and state = 'CONNECTING'",
                        agreementEnds,
                        now(),
                        partner.value())
                == 1;
    }

    /** A new agreement of a partner that is connected. */
    boolean renew(PartnerId partner, @Nullable LocalDate agreementEnds) {
        return jdbc.update(
                        "update partner.partner set agreement_ends = ?, standing_version = standing_version + 1,"
                                + " changed_at = ? where id = ? and state in ('ACTIVE', 'SUSPENDED')",
                        agreementEnds,
                        now(),
                        partner.value())
                == 1;
    }

    boolean exists(PartnerId partner) {
        return !jdbc.queryForList("select 1 from partner.partner where id = ?", Integer.class, partner.value())
                .isEmpty();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
