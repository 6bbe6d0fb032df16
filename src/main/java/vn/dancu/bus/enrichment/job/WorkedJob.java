package vn.dancu.bus.enrichment.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.enrichment.merge.MergeTerms;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A job of which a step is being done.
 *
 * @param lease of whoever reads the file; null for other steps
 * @param rateLimit records a second; null for what the settings say
 * @param isCancelled of a job that only gets its sheet
 */
record WorkedJob(
        UUID id,
        int number,
        SourceCode source,
        PartnerId authority,
        String document,
        Instant receivedAt,
        String profile,
        @Nullable TextEncoding encoding,
        ClaimCheck content,
        @Nullable Long declared,
        LocalDate verifiedOn,
        int chunkRecords,
        @Nullable Integer rateLimit,
        int failures,
        @Nullable UUID lease,
        boolean isCancelled) {

    /** Who keeps the files of a job. */
    static String holder(UUID id) {
        return "enrichment/" + id;
    }

    /** The form of its file; null where the source has it no more. */
    @Nullable
    FileProfile form(EnrichmentSource source) {
        FileProfile form = source.profile(profile).orElse(null);
        return form == null || encoding == null ? form : form.declared(encoding);
    }

    MergeTerms terms(EnrichmentSource source) {
        return new MergeTerms(
                number,
                id,
                this.source.value(),
                authority.value(),
                document,
                receivedAt,
                source.group().element().toString(),
                source.elements(),
                source.standing());
    }
}
