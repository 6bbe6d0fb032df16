package vn.dancu.bus.camel.sms;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code sms:arrivals} and {@code sms:received} as sources; the rest as steps. */
public class SmsComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        SmsEndpoint endpoint = new SmsEndpoint(uri, this);
        endpoint.setOperation(SmsEndpoint.Operation.of(remaining));
        Object consumers = parameters.remove("concurrentConsumers");
        if (consumers != null) {
            endpoint.setConcurrentConsumers(getCamelContext().getTypeConverter().convertTo(int.class, consumers));
        }
        return endpoint;
    }
}
