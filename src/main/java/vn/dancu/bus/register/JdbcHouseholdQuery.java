package vn.dancu.bus.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.RelatedPerson;

/**
 * The one statement that reads the household of a citizen: one row for each member, the head first and then the oldest;
 * a single row where members are not wanted.
 */
final class JdbcHouseholdQuery {

    private static final JdbcColumns.Place HOME = JdbcColumns.Place.of("home");
    private static final JdbcColumns.Person HEAD = JdbcColumns.Person.of("head");
    private static final JdbcColumns.Person MEMBER = JdbcColumns.Person.of("member");

    private static final String MEMBER_JOIN =
            " left join register.citizen m on m.household_id = h.household_id and m.state <> 'DECEASED'";

    private final boolean withMembers;
    private final Set<FieldPath> wanted;
    private final String sql;

    JdbcHouseholdQuery(Set<FieldPath> wanted) {
        this.wanted = Set.copyOf(wanted);
        this.withMembers = wanted.contains(Household.MEMBERS);
        this.sql = build();
    }

    /** Takes the number as its one parameter. */
    String sql() {
        return sql;
    }

    /** Reads from the row on which the cursor stands to the last; null for a person without a household. */
    @Nullable
    Household read(ResultSet row) throws SQLException {
        String book = row.getString("book_number");
        if (book == null) {
            return null;
        }
        Household household =
                new Household(book, HEAD.read(row, row.getString("head_relation")), HOME.read(row), members(row));
        return household.only(wanted);
    }

    private List<RelatedPerson> members(ResultSet row) throws SQLException {
        List<RelatedPerson> members = new ArrayList<>();
        if (withMembers) {
            do {
                RelatedPerson member = MEMBER.read(
                        row,
                        row.getString("m_relation"),
                        JdbcColumns.birthDate(row, "m_birth_year", "m_birth_date"),
                        row.getString("m_gender"));
                if (member != null) {
                    members.add(member);
                }
            } while (row.next());
        }
        return members;
    }

    private String build() {
        StringBuilder text = new StringBuilder("select ")
                .append(JdbcColumns.MATCHING)
                .append(", h.book_number, head.relation_to_head as head_relation, ")
                .append(HOME.select("h"))
                .append(", ")
                .append(HEAD.selectOwn("head"));
        if (withMembers) {
            text.append(", m.relation_to_head as m_relation, m.birth_year as m_birth_year")
                    .append(", m.birth_date as m_birth_date, m.gender as m_gender, ")
                    .append(MEMBER.selectOwn("m"));
        }
        text.append(JdbcColumns.BY_NUMBER)
                .append(" left join register.household h on h.household_id = c.household_id")
                .append(" left join register.citizen head on head.citizen_id = h.head_id")
                .append(withMembers ? MEMBER_JOIN : "")
                .append(" where n.number = ?");
        return withMembers
                ? text.append(" order by m.citizen_id = h.head_id desc, m.birth_year, m.birth_date, m.citizen_id")
                        .toString()
                : text.toString();
    }
}
