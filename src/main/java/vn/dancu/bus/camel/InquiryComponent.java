package vn.dancu.bus.camel;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code inquiry:ask} and {@code inquiry:refuse}: the single-person services for routes. */
public class InquiryComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        InquiryEndpoint endpoint = new InquiryEndpoint(uri, this);
        endpoint.setOperation(InquiryEndpoint.Operation.of(remaining));
        Object faults = parameters.remove("throwFaults");
        endpoint.setThrowFaults(
                faults != null && getCamelContext().getTypeConverter().convertTo(boolean.class, faults));
        return endpoint;
    }
}
