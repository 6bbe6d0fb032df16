package vn.dancu.bus.camel.upstream;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code upstream:<name>} as a source; {@code upstream:question}, {@code upstream:call} and {@code upstream:answer} as steps. */
public class UpstreamComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        UpstreamEndpoint endpoint = new UpstreamEndpoint(uri, this);
        endpoint.setName(remaining);
        return endpoint;
    }
}
