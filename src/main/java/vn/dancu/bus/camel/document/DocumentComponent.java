package vn.dancu.bus.camel.document;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code document:accepted} as a source, {@code document:check}, {@code document:take} and {@code document:answer} as steps. */
public class DocumentComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        DocumentEndpoint endpoint = new DocumentEndpoint(uri, this);
        endpoint.setOperation(DocumentEndpoint.Operation.of(remaining));
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
