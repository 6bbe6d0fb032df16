package vn.dancu.bus.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Address;
import vn.dancu.bus.message.BirthDate;
import vn.dancu.bus.message.PersonName;
import vn.dancu.bus.register.Names;
import vn.dancu.bus.sandbox.SyntheticCitizen.Household;
import vn.dancu.bus.sandbox.SyntheticCitizen.Number;
import vn.dancu.bus.sandbox.SyntheticCitizen.Relative;
import vn.dancu.bus.sandbox.SyntheticCitizen.Residence;

/** Synthetic people as rows of the register's tables. */
final class CopyTables {

    private static final String COUNTRY = "VN";
    private static final int CMND_LENGTH = 9;

    /** The rows of one table and the command that takes them. */
    record Table(String command, CopyText rows) {

        static Table of(String columns) {
            return new Table("copy register." + columns + " from stdin", new CopyText());
        }
    }

    private final Table households = Table.of(
            "household (household_id, book_number, head_id, province_code, district_code, ward_code, detail, country)");

    private final Table citizens = Table.of("citizen (citizen_id, so_dinh_danh, so_cmnd, ho, chu_dem, ten, name_folded,"
            + " birth_year, birth_date, gender, ethnicity, religion, marital_status, blood_group, nationality,"
            + " birth_place, state, state_since, household_id, relation_to_head, residence_file, card_issued_on,"
            + " card_issued_by, card_expires_on, mobile, email)");

    private final Table numbers =
            Table.of("citizen_number (number, citizen_id, kind, state, valid_from, valid_to, replaced_by)");

    private final Table addresses = Table.of("citizen_address (citizen_id, kind, valid_from, valid_to, province_code,"
            + " district_code, ward_code, detail, country)");

    private final Table relatives =
            Table.of("relative (citizen_id, kind, position, so_dinh_danh, so_cmnd, nationality, ho, chu_dem, ten)");

    List<Table> all() {
        return List.of(households, citizens, numbers, addresses, relatives);
    }

    void add(SyntheticPopulation.Family family) {
        family.households().forEach(this::add);
        family.citizens().forEach(this::add);
    }

    private void add(Household household) {
        Address at = household.address();
        households
                .rows()
                .row(
                        household.id(),
                        household.book(),
                        household.head(),
                        at.provinceCode(),
                        at.districtCode(),
                        at.wardCode(),
                        at.detail(),
                        at.countryCode());
    }

    private void add(SyntheticCitizen citizen) {
        addCitizen(citizen);
        citizen.numbers().forEach(number -> add(citizen.id(), number));
        citizen.residences().forEach(residence -> add(citizen.id(), residence));
        citizen.relatives().forEach(relative -> add(citizen.id(), relative));
    }

    private void addCitizen(SyntheticCitizen citizen) {
        PersonName name = citizen.identity().name();
        BirthDate birth = citizen.identity().birthDate();
        citizens.rows()
                .row(
                        citizen.id(),
                        citizen.identity().soDinhDanh(),
                        citizen.identity().soCmnd(),
                        name.ho(),
                        name.chuDem(),
                        name.ten(),
                        Names.fold(name.full()),
                        birth.year(),
                        birth.day(),
                        citizen.identity().male() ? "1" : "2",
                        citizen.traits().ethnicity(),
                        citizen.traits().religion(),
                        citizen.traits().maritalStatus(),
                        citizen.traits().bloodGroup(),
                        COUNTRY,
                        "Việt Nam",
                        citizen.life().status(),
                        citizen.life().since(),
                        citizen.home().household(),
                        citizen.home().relation(),
                        citizen.home().residenceFile(),
                        citizen.papers().cardIssued(),
                        issuer(citizen.papers()),
                        citizen.papers().cardExpires(),
                        citizen.papers().mobile(),
                        citizen.papers().email());
    }

    private static @Nullable String issuer(SyntheticCitizen.Papers papers) {
        return papers.cardIssued() == null ? null : "Cơ quan cấp thẻ (dữ liệu giả lập)";
    }

    private void add(long citizen, Number number) {
        numbers.rows()
                .row(
                        number.digits(),
                        citizen,
                        number.digits().length() == CMND_LENGTH ? "SO_CMND" : "SO_DINH_DANH",
                        number.state(),
                        number.from(),
                        number.to(),
                        number.replacedBy());
    }

    private void add(long citizen, Residence residence) {
        Address at = residence.address();
        addresses
                .rows()
                .row(
                        citizen,
                        residence.kind(),
                        residence.from(),
                        residence.to() == null ? "infinity" : residence.to(),
                        at.provinceCode(),
                        at.districtCode(),
                        at.wardCode(),
                        at.detail(),
                        at.countryCode());
    }

    private void add(long citizen, Relative relative) {
        PersonName name = relative.identity().name();
        relatives
                .rows()
                .row(
                        citizen,
                        relative.kind(),
                        relative.position(),
                        relative.identity().soDinhDanh(),
                        relative.identity().soCmnd(),
                        COUNTRY,
                        name.ho(),
                        name.chuDem(),
                        name.ten());
    }
}
