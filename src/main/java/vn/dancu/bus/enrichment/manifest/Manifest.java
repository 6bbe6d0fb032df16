package vn.dancu.bus.enrichment.manifest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.enrichment.file.TextEncoding;

/**
 * What a delivery says of its file ({@code schemas/enrichment/v1/manifest.schema.json}).
 *
 * @param form name of one of the source's forms of file
 * @param encoding of the text; null where it is not said
 * @param measure what the file must come to
 * @param document number of the official letter with which the data was sent
 * @param verifiedOn counts for records that do not say when they were verified
 * @param signed whether the authority's signature was there and right
 */
public record Manifest(
        SourceCode source,
        String form,
        @Nullable TextEncoding encoding,
        FileMeasure measure,
        String document,
        LocalDate verifiedOn,
        boolean signed) {

    /**
     * How much a file holds.
     *
     * @param records how many the file has
     * @param bytes of the file as it is sent
     * @param sha256 of the file as it is sent, 64 hexadecimal digits in lower case
     */
    public record FileMeasure(long records, long bytes, String sha256) {}

    /**
     * The form of the file, with its encoding.
     *
     * @throws FileFaultException when the source has no such form, or always writes it in another encoding
     */
    public FileProfile profile(EnrichmentSource from) {
        FileProfile profile =
                from.profile(form).orElseThrow(() -> new FileFaultException(FileFault.PROFILE_UNKNOWN, 0, ""));
        if (encoding == null) {
            return profile;
        }
        if (profile.encoding() != null && profile.encoding() != encoding) {
            throw new FileFaultException(
                    FileFault.ENCODING_WRONG, 0, profile.encoding().code());
        }
        return profile.declared(encoding);
    }

    /** @throws FileFaultException when the file had another number of records; its hint is that number */
    public void requireCount(long records) {
        if (records != measure.records()) {
            throw new FileFaultException(FileFault.COUNT_WRONG, 0, String.valueOf(records));
        }
    }
}
