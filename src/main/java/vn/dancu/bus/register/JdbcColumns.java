package vn.dancu.bus.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;

/** Columns of the register's tables and how they are read. Their names are made once, not on the hot path. */
final class JdbcColumns {

    /** What every look-up reads to decide, whatever is wanted. */
    static final String MATCHING =
            "n.state as number_state, c.name_folded, c.birth_year, c.birth_date, c.state as life";

    static final String BY_NUMBER =
            " from register.citizen_number n join register.citizen c on c.citizen_id = n.citizen_id";

    static PersonMatcher.Recorded recorded(ResultSet row) throws SQLException {
        return new PersonMatcher.Recorded(
                PersonMatcher.NumberState.valueOf(row.getString("number_state")),
                row.getString("name_folded"),
                birthDate(row, "birth_year", "birth_date"),
                CitizenStatus.valueOf(row.getString("life")));
    }

    static BirthDate birthDate(ResultSet row, String year, String day) throws SQLException {
        LocalDate date = row.getObject(day, LocalDate.class);
        return date == null ? BirthDate.ofYear(row.getInt(year)) : BirthDate.of(date);
    }

    /** A place by its columns, which start with the same word. */
    record Place(String province, String district, String ward, String detail, String country) {

        static Place of(String word) {
            return new Place(
                    word + "_province", word + "_district", word + "_ward", word + "_detail", word + "_country");
        }

        String select(String table) {
            return columns(table, province, district, ward, detail, country);
        }

        @Nullable
        Address read(ResultSet row) throws SQLException {
            String inCountry = row.getString(country);
            return inCountry == null
                    ? null
                    : new Address(
                            row.getString(province),
                            row.getString(district),
                            row.getString(ward),
                            row.getString(detail),
                            inCountry);
        }
    }

    /** Somebody named in a record by columns that start with the same word. */
    record Person(String soDinhDanh, String soCmnd, String nationality, String ho, String chuDem, String ten) {

        static Person of(String word) {
            return new Person(
                    word + "_so_dinh_danh",
                    word + "_so_cmnd",
                    word + "_nationality",
                    word + "_ho",
                    word + "_chu_dem",
                    word + "_ten");
        }

        String select(String table) {
            return columns(table, soDinhDanh, soCmnd, nationality, ho, chuDem, ten);
        }

        /** The person's own row, under the words of these columns. */
        String selectOwn(String table) {
            String numbers = "%1$s.so_dinh_danh as %2$s, %1$s.so_cmnd as %3$s, %1$s.nationality as %4$s, ";
            String name = "%1$s.ho as %2$s, %1$s.chu_dem as %3$s, %1$s.ten as %4$s";
            return numbers.formatted(table, soDinhDanh, soCmnd, nationality) + name.formatted(table, ho, chuDem, ten);
        }

        @Nullable
        RelatedPerson read(ResultSet row, @Nullable String relation) throws SQLException {
            return read(row, relation, null, null);
        }

        @Nullable
        RelatedPerson read(
                ResultSet row, @Nullable String relation, @Nullable BirthDate birthDate, @Nullable String gender)
                throws SQLException {
            String given = row.getString(ten);
            return given == null
                    ? null
                    : new RelatedPerson(
                            row.getString(soDinhDanh),
                            row.getString(soCmnd),
                            row.getString(nationality),
                            new PersonName(row.getString(ho), row.getString(chuDem), given),
                            relation,
                            birthDate,
                            gender);
        }
    }

    private static String columns(String table, String... names) {
        return Arrays.stream(names).map(name -> table + "." + name).collect(Collectors.joining(", "));
    }

    private JdbcColumns() {}
}
