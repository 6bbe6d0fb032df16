package vn.dancu.bus.catalogue.crosswalk;

import java.time.LocalDate;

/**
 * The list that gives a code its meaning. Each scheme is a type of its own, so that codes of two schemes cannot be taken for
 * each other; there is one value of each in {@link Schemes}, the table of all schemes.
 *
 * @param <D> what its codes are about; only schemes of one domain translate into each other
 */
public sealed interface Scheme<D extends Scheme.Domain> {

    /**
     * What a scheme is called and how its codes look.
     *
     * @param list what the codes are about, such as {@code ethnicity}
     * @param id as in {@code HeMa} of the shared catalogues, such as {@code population_db}
     * @param digits of a code as the scheme writes it, the least
     * @param most digits in which a code of the scheme was met; leading zeros come and go on the wire
     */
    record Form(String list, String id, int digits, int most) {

        /** The code as the scheme writes it; text that cannot be one of its codes stays as it is. */
        String written(String text) {
            String code = text.strip();
            if (!fits(code)) {
                return code;
            }
            String significant = code.replaceFirst("^0+", "");
            return "0".repeat(Math.max(0, digits - significant.length())) + significant;
        }

        /** Whether it looks like one of its codes. */
        boolean fits(String text) {
            return text.matches("[0-9]{1," + most + "}");
        }
    }

    Form form();

    /** What codes are about. */
    sealed interface Domain {}

    /** Dân tộc. */
    enum Ethnicity implements Domain {}

    /** Tôn giáo. */
    enum Religion implements Domain {}

    /** Giới tính. */
    enum Gender implements Domain {}

    /** Đơn vị hành chính cấp tỉnh. */
    enum Province implements Domain {}

    /** Đơn vị hành chính cấp huyện. */
    enum District implements Domain {}

    /** Đơn vị hành chính cấp xã. */
    enum Ward implements Domain {}

    /** A scheme whose codes mean the same on every day. */
    sealed interface Timeless<D extends Domain> extends Scheme<D> {}

    /** A scheme of a period: its codes were used anew in the next one, so nothing can be said of them without a day. */
    sealed interface Dated<D extends Domain> extends Scheme<D> {

        /** Whether messages written on this day use it. */
        boolean isInForceOn(LocalDate day);
    }

    /** Three tiers, QĐ 124/2004/QĐ-TTg, to 2025-06-30. */
    sealed interface ThreeTiers<D extends Domain> extends Dated<D> {

        @Override
        default boolean isInForceOn(LocalDate day) {
            return day.isBefore(Schemes.FIRST_DAY_OF_TWO_TIERS);
        }
    }

    /** Two tiers, QĐ 19/2025/QĐ-TTg, since 2025-07-01. */
    sealed interface TwoTiers<D extends Domain> extends Dated<D> {

        @Override
        default boolean isInForceOn(LocalDate day) {
            return !day.isBefore(Schemes.FIRST_DAY_OF_TWO_TIERS);
        }
    }

    /** The population database, in the order of QĐ 121-TCTK/PPCĐ (1979). */
    record EthnicityPopulationDb(Form form) implements Timeless<Ethnicity> {}

    /** The census and annex E of QCVN 109:2017/BTTTT, in the order of QĐ 1019/QĐ-TCTK (2008). */
    record EthnicityGsoCensus(Form form) implements Timeless<Ethnicity> {}

    /** The population database. */
    record ReligionPopulationDb(Form form) implements Timeless<Religion> {}

    /** An order met in health. */
    record ReligionHealthAlt(Form form) implements Timeless<Religion> {}

    /** The population database. */
    record GenderPopulationDb(Form form) implements Timeless<Gender> {}

    /** The social insurance's interface. */
    record GenderBhxhApi(Form form) implements Timeless<Gender> {}

    /** The 63 provinces. */
    record ProvincesTo2025(Form form) implements ThreeTiers<Province> {}

    /** The 34 provinces. */
    record ProvincesSince2025(Form form) implements TwoTiers<Province> {}

    /** The 696 districts. */
    record DistrictsTo2025(Form form) implements ThreeTiers<District> {}

    /** No district at all: the tier ended. */
    record DistrictsSince2025(Form form) implements TwoTiers<District> {}

    /** Wards and communes under districts, as they were on 2025-06-30. */
    record WardsTo2025(Form form) implements ThreeTiers<Ward> {}

    /** Wards, communes and special zones under provinces. */
    record WardsSince2025(Form form) implements TwoTiers<Ward> {}
}
