package vn.dancu.bus.camel.axis;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code axis:received}, {@code axis:get}, {@code axis:send} and {@code axis:update-status}. */
public class AxisComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        AxisEndpoint endpoint = new AxisEndpoint(uri, this);
        endpoint.setOperation(AxisEndpoint.Operation.of(remaining));
        taken(parameters, "account", String.class).ifPresent(endpoint::setAccount);
        taken(parameters, "messageType", String.class).ifPresent(endpoint::setMessageType);
        taken(parameters, "concurrency", Integer.class).ifPresent(endpoint::setConcurrency);
        return endpoint;
    }

    private <T> Optional<T> taken(Map<String, Object> parameters, String name, Class<T> type) {
        return Optional.ofNullable(parameters.remove(name))
                .map(value -> getCamelContext().getTypeConverter().convertTo(type, value));
    }
}
