package vn.dancu.bus.audit.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The months of which the trail is made, each a partition of its kind. */
final class JdbcMonths {

    /** Months are there before they begin, should the upkeep fail for long. */
    private static final int AHEAD = 4;

    private static final String PARTITIONS =
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            join pg_class p on p.oid = i.inhparent join pg_namespace n on n.oid = p.relnamespace
            where n.nspname = 'audit' and p.relname in ('event_answer', 'event_refusal', 'event_act', 'event_seal')
            order by c.relname
            """;

    private static final Pattern NAME = Pattern.compile("event_(answer|refusal|act|seal)_([0-9]{6})");

    /** Makes the partitions of this month and the next ones, and gives strays a partition of their own. */
    static void make(Connection connection, LocalDate today) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '500ms'");
        }
        try (PreparedStatement statement = connection.prepareStatement("select audit.make_months(?, ?)")) {
            statement.setObject(1, today);
            statement.setInt(2, AHEAD);
            statement.execute();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select audit.settle_months()");
        }
    }

    /** All that have a partition. */
    static List<EvidenceWriting.Month> present(Connection connection) throws SQLException {
        List<EvidenceWriting.Month> months = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(PARTITIONS)) {
            while (rs.next()) {
                Matcher name = NAME.matcher(rs.getString(1));
                if (name.matches()) {
                    months.add(new EvidenceWriting.Month(
                            RecordKind.ofWord(name.group(1)), Integer.parseInt(name.group(2))));
                }
            }
        }
        return months;
    }

    /** All that were dropped after they had been archived. */
    static List<EvidenceWriting.Month> dropped(Connection connection) throws SQLException {
        List<EvidenceWriting.Month> months = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("select distinct kind, month from audit.archive"
                        + " where dropped_at is not null order by kind, month")) {
            while (rs.next()) {
                months.add(new EvidenceWriting.Month(RecordKind.valueOf(rs.getString(1)), rs.getInt(2)));
            }
        }
        return months;
    }

    /** The name of its partition. */
    static String partition(EvidenceWriting.Month month) {
        return "audit.event_" + month.kind().word() + "_" + month.month();
    }

    static YearMonth yearMonth(int month) {
        return YearMonth.of(month / 100, month % 100);
    }

    private JdbcMonths() {}
}
