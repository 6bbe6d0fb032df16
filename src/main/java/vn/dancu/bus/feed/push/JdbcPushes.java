package vn.dancu.bus.feed.push;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.feed.ChangeCursor;
import vn.dancu.bus.kernel.PartnerId;

/** How far the pushes to each partner have come. */
final class JdbcPushes {

    /** A partner that is pushed to for the first time gets what happens from then on. */
    private static final String BEGIN =
            "insert into feed.push (partner, position, told) select ?, given, given from feed.progress on conflict do nothing";

    private final JdbcTemplate jdbc;

    JdbcPushes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void begin(PartnerId partner) {
        jdbc.update(BEGIN, partner.value());
    }

    /**
     * How far the pushes to one partner have come.
     *
     * @param next where the next page begins
     * @param told what the last page that was sent named as the next
     */
    record Push(ChangeCursor next, ChangeCursor told) {}

    /** Held until the transaction ends; empty while another instance holds it. */
    Optional<Push> take(PartnerId partner) {
        return jdbc
                .query(
                        "select position, told from feed.push where partner = ? for update skip locked",
                        (row, i) -> new Push(
                                new ChangeCursor(row.getLong("position")), new ChangeCursor(row.getLong("told"))),
                        partner.value())
                .stream()
                .findFirst();
    }

    void move(PartnerId partner, Push to) {
        jdbc.update(
                "update feed.push set position = ?, told = ? where partner = ?",
                to.next().position(),
                to.told().position(),
                partner.value());
    }
}
