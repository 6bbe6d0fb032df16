package vn.dancu.bus.catalogue.crosswalk;

import java.time.LocalDate;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Dated;
import vn.dancu.bus.catalogue.crosswalk.Scheme.District;
import vn.dancu.bus.catalogue.crosswalk.Scheme.DistrictsSince2025;
import vn.dancu.bus.catalogue.crosswalk.Scheme.DistrictsTo2025;
import vn.dancu.bus.catalogue.crosswalk.Scheme.EthnicityGsoCensus;
import vn.dancu.bus.catalogue.crosswalk.Scheme.EthnicityPopulationDb;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Form;
import vn.dancu.bus.catalogue.crosswalk.Scheme.GenderBhxhApi;
import vn.dancu.bus.catalogue.crosswalk.Scheme.GenderPopulationDb;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Province;
import vn.dancu.bus.catalogue.crosswalk.Scheme.ProvincesSince2025;
import vn.dancu.bus.catalogue.crosswalk.Scheme.ProvincesTo2025;
import vn.dancu.bus.catalogue.crosswalk.Scheme.ReligionHealthAlt;
import vn.dancu.bus.catalogue.crosswalk.Scheme.ReligionPopulationDb;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Ward;
import vn.dancu.bus.catalogue.crosswalk.Scheme.WardsSince2025;
import vn.dancu.bus.catalogue.crosswalk.Scheme.WardsTo2025;

/** The one table of schemes, with the form of their codes; and which scheme of administrative units a day belongs to. */
public final class Schemes {

    public static final EthnicityPopulationDb ETHNICITY_POPULATION_DB =
            new EthnicityPopulationDb(new Form("ethnicity", "population_db", 2, 2));
    public static final EthnicityGsoCensus ETHNICITY_GSO_CENSUS =
            new EthnicityGsoCensus(new Form("ethnicity", "gso_census", 2, 2));
    public static final ReligionPopulationDb RELIGION_POPULATION_DB =
            new ReligionPopulationDb(new Form("religion", "population_db", 2, 2));
    public static final ReligionHealthAlt RELIGION_HEALTH_ALT =
            new ReligionHealthAlt(new Form("religion", "health_alt", 1, 2));
    public static final GenderPopulationDb GENDER_POPULATION_DB =
            new GenderPopulationDb(new Form("gender", "population_db", 1, 2));
    public static final GenderBhxhApi GENDER_BHXH_API = new GenderBhxhApi(new Form("gender", "bhxh_api", 1, 2));
    public static final ProvincesTo2025 PROVINCES_TO_2025 =
            new ProvincesTo2025(new Form("province", "qd-124-2004", 2, 2));
    public static final ProvincesSince2025 PROVINCES_SINCE_2025 =
            new ProvincesSince2025(new Form("province", "qd-19-2025", 2, 2));
    public static final DistrictsTo2025 DISTRICTS_TO_2025 =
            new DistrictsTo2025(new Form("district", "qd-124-2004", 3, 3));
    public static final DistrictsSince2025 DISTRICTS_SINCE_2025 =
            new DistrictsSince2025(new Form("district", "qd-19-2025", 3, 3));
    public static final WardsTo2025 WARDS_TO_2025 = new WardsTo2025(new Form("ward", "qd-124-2004", 5, 5));
    public static final WardsSince2025 WARDS_SINCE_2025 = new WardsSince2025(new Form("ward", "qd-19-2025", 5, 5));

    /** QĐ 19/2025/QĐ-TTg. */
    public static final LocalDate FIRST_DAY_OF_TWO_TIERS = LocalDate.of(2025, 7, 1);

    /** The scheme of the provinces in a message written on this day. */
    public static Dated<Province> provincesOn(LocalDate day) {
        return PROVINCES_TO_2025.isInForceOn(day) ? PROVINCES_TO_2025 : PROVINCES_SINCE_2025;
    }

    /** The scheme of the districts in a message written on this day; since 2025-07-01 one without any code. */
    public static Dated<District> districtsOn(LocalDate day) {
        return DISTRICTS_TO_2025.isInForceOn(day) ? DISTRICTS_TO_2025 : DISTRICTS_SINCE_2025;
    }

    /** The scheme of the wards in a message written on this day. */
    public static Dated<Ward> wardsOn(LocalDate day) {
        return WARDS_TO_2025.isInForceOn(day) ? WARDS_TO_2025 : WARDS_SINCE_2025;
    }

    private Schemes() {}
}
