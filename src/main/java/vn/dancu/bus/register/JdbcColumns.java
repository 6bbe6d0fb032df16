package vn.dancu.bus.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Address;
import vn.dancu.bus.message.BirthDate;
import vn.dancu.bus.message.CitizenStatus;
import vn.dancu.bus.message.PersonName;
import vn.dancu.bus.message.RelatedPerson;

/** Columns of the register's tables and how they are read. Their names are made once, not on the hot path. */
final class JdbcColumns {

    /** What every look-up reads to decide, whatever is wanted. */
    static final String MATCHING =
            "n.state as number_state, c.name_folded, c.birth_year, c.birth_date, c.state as life";

    static final String BY_NUMBER =
            " from register.citizen_number n join register.citizen c on c.citizen_id = n.citizen_id";

    static Matching.Recorded recorded(ResultSet row) throws SQLException {
        return new Matching.Recorded(
                Matching.NumberState.valueOf(row.getString("number_state")),
                row.getString("name_folded"),
                birthDate(row, "birth_year", "birth_date"),
                CitizenStatus.valueOf(row.getString("life")));
    }

    static BirthDate birthDate(ResultSet row, String year, String day) throws SQLException {
        LocalDate date = row.getObject(day, LocalDate.class);
        return date == null ? BirthDate.ofYear(row.getInt(year)) : BirthDate.of(date);
    }

    /** An address under the alias of its table. */
    record Place(String alias, String province, String district, String ward, String detail, String country) {

        static Place of(String alias) {
            return new Place(
                    alias,
                    alias + "_province",
                    alias + "_district",
                    alias + "_ward",
                    alias + "_detail",
                    alias + "_country");
        }

        String select() {
            String units = "%1$s.province_code as %2$s, %1$s.district_code as %3$s, %1$s.ward_code as %4$s, ";
            String rest = "%1$s.detail as %2$s, %1$s.country as %3$s";
            return units.formatted(alias, province, district, ward) + rest.formatted(alias, detail, country);
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

    /** A person named in a record, under the alias of its table. */
    record Person(
            String alias, String soDinhDanh, String soCmnd, String nationality, String ho, String chuDem, String ten) {

        static Person of(String alias) {
            return new Person(
                    alias,
                    alias + "_so_dinh_danh",
                    alias + "_so_cmnd",
                    alias + "_nationality",
                    alias + "_ho",
                    alias + "_chu_dem",
                    alias + "_ten");
        }

        String select() {
            String numbers = "%1$s.so_dinh_danh as %2$s, %1$s.so_cmnd as %3$s, %1$s.nationality as %4$s, ";
            String name = "%1$s.ho as %2$s, %1$s.chu_dem as %3$s, %1$s.ten as %4$s";
            return numbers.formatted(alias, soDinhDanh, soCmnd, nationality) + name.formatted(alias, ho, chuDem, ten);
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

    private JdbcColumns() {}
}
