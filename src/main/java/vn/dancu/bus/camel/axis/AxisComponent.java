package vn.dancu.bus.camel.axis;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code axis:received}, {@code axis:get}, {@code axis:send} and {@code axis:update-status}. */
public class AxisComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        AxisEndpoint endpoint = new AxisEndpoint(uri, this);
        endpoint.setOperation(AxisEndpoint.Operation.of(remaining));
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
