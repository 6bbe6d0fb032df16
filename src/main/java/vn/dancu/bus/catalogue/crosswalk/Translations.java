package vn.dancu.bus.catalogue.crosswalk;

import java.nio.file.Path;
import java.time.LocalDate;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Dated;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Domain;
import vn.dancu.bus.catalogue.crosswalk.Scheme.ProvincesTo2025;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Timeless;
import vn.dancu.bus.kernel.PersonalId;

/**
 * From one scheme into another of the same domain; never throws for a code, whatever it holds. Safe for many threads.
 *
 * <p>Works without Spring and without the rest of the bus: {@link #published()}.
 *
 * <pre>{@code
 * Translations translations = Translations.published();
 * Code<EthnicityPopulationDb> hoa = Code.of(Schemes.ETHNICITY_POPULATION_DB, "04");
 * translations.translate(hoa, Schemes.ETHNICITY_GSO_CENSUS).exact(Confidence.VERIFIED);   // 06
 * }</pre>
 */
public interface Translations {

    /** Of a code that means the same on every day. */
    <D extends Domain, A extends Timeless<D>, B extends Timeless<D>> Translation<B> translate(Code<A> code, B to);

    /**
     * Of an administrative unit.
     *
     * @param writtenOn the day on which the code was written down; a scheme that was not in force on that day gives {@link
     *     Translation.Unknown}, since the same digits then meant another unit
     */
    <D extends Domain, A extends Dated<D>, B extends Dated<D>> Translation<B> translate(
            Code<A> code, B to, LocalDate writtenOn);

    /**
     * The province that the first three digits of a personal number name: where the birth was registered, or what issued the
     * number. They prove nothing and are never a reason to refuse a person: numbers are kept after corrections, and some
     * codes are of countries.
     */
    Translation<ProvincesTo2025> provinceAtIssue(PersonalId id);

    /** By the lists that come with the bus. */
    static Translations published() {
        return PublishedTranslations.with(null);
    }

    /**
     * By the lists that come with the bus and a merger list.
     *
     * @param wardMergers comma-separated text with the columns {@code old_code} and {@code new_code}, one line for each pair;
     *     further columns are left alone. What is wrong with it is an {@link IllegalArgumentException} that names file and
     *     line
     */
    static Translations published(Path wardMergers) {
        return PublishedTranslations.with(wardMergers);
    }
}
