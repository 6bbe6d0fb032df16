package vn.dancu.bus.camel.enrichment;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;

/** The manifest of a message, in a header: text, or its bytes in UTF-8. */
final class HeaderManifest {

    static byte[] of(Exchange exchange) {
        Object header = exchange.getMessage().getHeader(EnrichmentHeaders.MANIFEST);
        if (header instanceof byte[] bytes) {
            return bytes;
        }
        return header == null ? new byte[0] : String.valueOf(header).getBytes(StandardCharsets.UTF_8);
    }

    private HeaderManifest() {}
}
