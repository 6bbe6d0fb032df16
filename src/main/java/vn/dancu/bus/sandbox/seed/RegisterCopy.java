package vn.dancu.bus.sandbox.seed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.name.NameNormalizer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Household;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Identity;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Number;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Relative;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Residence;
import vn.dancu.bus.sandbox.population.SyntheticPopulation;

/** Turns synthetic people into rows of the register's tables, ready to copy. */
final class RegisterCopy {

    private static final int CMND_LENGTH = 9;

    /** The rows of one table and the command that takes them. */
    record Table(String command, CopyRows rows) {

        static Table of(String columns) {
            return new Table("copy register." + columns + " from stdin", new CopyRows());
        }
    }

    private final Table households = Table.of("household (household_id, book_number, head_id, home_province,"
            + " home_district, home_ward, home_detail, home_country)");

    private final Table citizens = Table.of("citizen (citizen_id, so_dinh_danh, so_cmnd, ho, chu_dem, ten, name_folded,"
            + " birth_year, birth_date, gender, ethnicity, religion, marital_status, blood_group, nationality,"
            + " birth_place, state, state_since, household_id, relation_to_head, residence_file, card_issued_on,"
            + " card_issued_by, card_expires_on, mobile, email, "
            + place("registered") + ", " + place("hometown") + ", "
            + place("permanent") + ", permanent_from, "
            + place("temporary") + ", temporary_from, "
            + place("present") + ", present_from, "
            + person("father") + ", " + person("mother") + ", " + person("spouse") + ", " + person("guardian") + ")");

    private final Table numbers =
            Table.of("citizen_number (number, citizen_id, kind, state, valid_from, valid_to, replaced_by)");

    private final Table formerAddresses =
            Table.of("former_address (citizen_id, kind, valid_from, valid_to, " + place("address") + ")");

    private final Table relatives =
            Table.of("relative (citizen_id, kind, position, so_dinh_danh, so_cmnd, nationality, ho, chu_dem, ten)");

    List<Table> all() {
        return List.of(households, citizens, numbers, formerAddresses, relatives);
    }

    void add(SyntheticPopulation.Family family) {
        family.households().forEach(this::add);
        family.citizens().forEach(this::add);
    }

    private static String place(String word) {
        return "%1$s_province, %1$s_district, %1$s_ward, %1$s_detail, %1$s_country".formatted(word);
    }

    private static String person(String word) {
        return "%1$s_so_dinh_danh, %1$s_so_cmnd, %1$s_nationality, %1$s_ho, %1$s_chu_dem, %1$s_ten".formatted(word);
    }

    private void add(Household household) {
        households
                .rows()
                .addAll(household.id(), household.book(), household.head())
                .addPlace(household.address())
                .endRow();
    }

    private void add(SyntheticCitizen citizen) {
        CopyRows row = citizens.rows();
        addIdentity(row, citizen);
        addHomeAndPapers(row, citizen);
        row.addPlace(citizen.placeOf("REGISTERED")).addPlace(citizen.placeOf("HOMETOWN"));
        addResidence(row, citizen.residenceInForce("PERMANENT"));
        addResidence(row, citizen.residenceInForce("TEMPORARY"));
        addResidence(row, citizen.residenceInForce("PRESENT"));
        row.addPerson(citizen.relative("FATHER"))
                .addPerson(citizen.relative("MOTHER"))
                .addPerson(citizen.relative("SPOUSE"))
                .addPerson(citizen.relative("REPRESENTATIVE"))
                .endRow();
        citizen.numbers().forEach(number -> add(citizen.id(), number));
        citizen.formerResidences().forEach(residence -> add(citizen.id(), residence));
        citizen.furtherRelatives().forEach(relative -> add(citizen.id(), relative));
    }

    private static void addIdentity(CopyRows row, SyntheticCitizen citizen) {
        Identity identity = citizen.identity();
        PersonName name = identity.name();
        BirthDate birth = identity.birthDate();
        row.addAll(citizen.id(), identity.soDinhDanh(), identity.soCmnd(), name.ho(), name.chuDem(), name.ten())
                .addAll(NameNormalizer.fold(name.full()), birth.year(), birth.day(), identity.male() ? "1" : "2")
                .addAll(citizen.traits().ethnicity(), citizen.traits().religion())
                .addAll(citizen.traits().maritalStatus(), citizen.traits().bloodGroup(), "VN", "Việt Nam")
                .addAll(citizen.life().status(), citizen.life().since());
    }

    private static void addHomeAndPapers(CopyRows row, SyntheticCitizen citizen) {
        SyntheticCitizen.Papers papers = citizen.papers();
        String issuer = papers.cardIssued() == null ? null : "Cơ quan cấp thẻ (dữ liệu giả lập)";
        row.addAll(
                        citizen.home().household(),
                        citizen.home().relation(),
                        citizen.home().residenceFile())
                .addAll(papers.cardIssued(), issuer, papers.cardExpires(), papers.mobile(), papers.email());
    }

    private static void addResidence(CopyRows row, @Nullable Residence residence) {
        row.addPlace(residence == null ? null : residence.address()).add(residence == null ? null : residence.from());
    }

    private void add(long citizen, Number number) {
        String kind = number.digits().length() == CMND_LENGTH ? "SO_CMND" : "SO_DINH_DANH";
        numbers.rows()
                .addAll(number.digits(), citizen, kind, number.state())
                .addAll(number.from(), number.to(), number.replacedBy())
                .endRow();
    }

    private void add(long citizen, Residence former) {
        formerAddresses
                .rows()
                .addAll(citizen, former.kind(), former.from(), former.to())
                .addPlace(former.address())
                .endRow();
    }

    private void add(long citizen, Relative relative) {
        relatives
                .rows()
                .addAll(citizen, relative.kind(), relative.position())
                .addPerson(relative.identity())
                .endRow();
    }
}
