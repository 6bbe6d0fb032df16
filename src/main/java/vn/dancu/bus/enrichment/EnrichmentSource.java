package vn.dancu.bus.enrichment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A source of data, as its file describes it ({@code schemas/enrichment/v1/source.schema.json}): who brings what, on which ground, in
 * which form. Thread-safe.
 */
public interface EnrichmentSource {

    SourceCode code();

    /** What the source is called, in Vietnamese. */
    String titleVi();

    String titleEn();

    /** The partner that delivers. */
    PartnerId authority();

    /** Article and annex on which the delivery rests, in Vietnamese. */
    String legalBasis();

    /** The group of fields that it fills; several sources may fill one. */
    EnrichedGroup group();

    /** In the order of {@link SourceRecord#values()}. */
    List<SourceColumn> columns();

    /** Names of the columns whose use is a value, in the order of {@link CheckedRecord.Accepted#values()}. */
    List<String> elements();

    /** The element from and to which the values of a person are in force, where the group has such. */
    Optional<Validity> validity();

    /** How its values stand against those that the register holds. */
    Standing standing();

    /** The forms of file in which it delivers, by their names. */
    List<FileProfile> profiles();

    Optional<FileProfile> profile(String name);

    /** The checks of this source for records that are written in this form; one for all threads. */
    RecordCheck check(FileProfile profile);

    /**
     * From when to when the values are in force.
     *
     * @param from name of the element with the first day
     * @param to name of the element with the last day; null where the group has none
     */
    record Validity(String from, @Nullable String to) {}

    /**
     * Whose value stays. A source of higher precedence replaces what one of lower brought, whatever the days, and never the other way
     * round; between equals {@code freshness} decides.
     *
     * @param precedence 0 to 1000, the higher goes first
     * @param fourEyes differences that a second clerk must approve
     */
    record Standing(int precedence, Freshness freshness, Set<RecordOutcome> fourEyes) {

        public Standing {
            fourEyes = Set.copyOf(fourEyes);
        }
    }

    /** Which of two values from sources of the same precedence is the newer one. */
    enum Freshness {
        /** The one verified later; of the same day the one delivered later. */
        VERIFIED_LAST("verified-last"),
        /** The one delivered later. */
        DELIVERED_LAST("delivered-last");

        private final String code;

        Freshness(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
