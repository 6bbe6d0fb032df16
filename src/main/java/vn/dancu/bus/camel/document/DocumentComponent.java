package vn.dancu.bus.camel.document;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code document:accepted} as a source, {@code document:check}, {@code document:take} and {@code document:answer} as steps. */
public class DocumentComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        DocumentEndpoint endpoint = new DocumentEndpoint(uri, this);
        endpoint.setOperation(DocumentEndpoint.Operation.of(remaining));
        Object consumers = parameters.remove("concurrentConsumers");
        if (consumers != null) {
            endpoint.setConcurrentConsumers(getCamelContext().getTypeConverter().convertTo(int.class, consumers));
        }
        return endpoint;
    }
}
