package vn.dancu.bus.gateway.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Jobs, the youngest first. */
record DeliveredJobsResponse(@JsonProperty("congViec") List<DeliveredJobResponse> jobs) {}
