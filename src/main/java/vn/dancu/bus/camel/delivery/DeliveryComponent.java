package vn.dancu.bus.camel.delivery;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import vn.dancu.bus.delivery.OutboundMessage;

/** {@code delivery:<channel>}: the outbox for routes. */
public class DeliveryComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        if (!OutboundMessage.isChannel(remaining)) {
            throw new IllegalArgumentException("delivery: takes the name of a channel, such as delivery:axis");
        }
        DeliveryEndpoint endpoint = new DeliveryEndpoint(uri, this);
        endpoint.setChannel(remaining);
        Object operation = parameters.remove("operation");
        if (operation != null) {
            endpoint.setOperation(DeliveryEndpoint.Operation.of(operation.toString()));
        }
        endpoint.setDestination((String) parameters.remove("destination"));
        endpoint.setOnceHeader((String) parameters.remove("onceHeader"));
        endpoint.setOrderHeader((String) parameters.remove("orderHeader"));
        return endpoint;
    }
}
