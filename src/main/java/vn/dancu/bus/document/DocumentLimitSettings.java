package vn.dancu.bus.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a document is taken.
 *
 * @param document the most bytes of a document as it comes, attachments in base64 included
 * @param attachment the most bytes of one attachment, decoded, and of the file in an archive that stands in its place
 */
@ConfigurationProperties("dancu.document.limit")
public record DocumentLimitSettings(
        @DefaultValue("384MB") DataSize document, @DefaultValue("256MB") DataSize attachment) {

    private static final DataSize LEAST = DataSize.ofKilobytes(64);
    private static final DataSize MOST = DataSize.ofGigabytes(1);

    public DocumentLimitSettings {
        require("document", document);
        require("attachment", attachment);
    }

    private static void require(String key, DataSize size) {
        if (size.compareTo(LEAST) < 0 || size.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("dancu.document.limit." + key + " must be between 64KB and 1GB");
        }
    }
}
