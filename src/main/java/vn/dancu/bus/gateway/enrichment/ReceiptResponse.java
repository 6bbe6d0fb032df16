package vn.dancu.bus.gateway.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** What became of a batch. */
record ReceiptResponse(@JsonProperty("congViec") UUID job, @JsonProperty("daCo") boolean isRepeated) {}
