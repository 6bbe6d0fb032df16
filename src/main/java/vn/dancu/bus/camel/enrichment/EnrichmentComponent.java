package vn.dancu.bus.camel.enrichment;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code enrichment:file}, {@code enrichment:topic} and {@code enrichment:queue} as steps. */
public class EnrichmentComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        EnrichmentEndpoint endpoint = new EnrichmentEndpoint(uri, this);
        endpoint.setOperation(EnrichmentEndpoint.Operation.of(remaining));
        return endpoint;
    }
}
