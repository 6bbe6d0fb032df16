package vn.dancu.bus.enrichment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.enrichment.file.TextEncoding;

/**
 * A file of a source as it came, whose hash was held against its manifest.
 *
 * @param profile name of the form of file
 * @param encoding as the delivery declares it; null where the form says it
 * @param content the stored file
 * @param records how many the manifest says; null where it does not say
 * @param document number and sign of the document with which the source sent it; not empty, without personal data
 * @param verifiedOn day of the manifest, for records that do not say when they were verified
 * @param deliveredBy account that delivered it
 */
public record EnrichmentDelivery(
        SourceCode source,
        String profile,
        @Nullable TextEncoding encoding,
        ClaimCheck content,
        @Nullable Long records,
        String document,
        LocalDate verifiedOn,
        String deliveredBy) {}
