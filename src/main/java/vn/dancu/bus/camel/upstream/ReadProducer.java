package vn.dancu.bus.camel.upstream;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.upstream.Upstreams;
import vn.dancu.bus.upstream.call.UpstreamCall;

/** Reads the answer strictly: what cannot be read is a failure with its code, and no absent person. */
final class ReadProducer extends DefaultProducer {

    private final Upstreams upstreams;

    ReadProducer(UpstreamEndpoint endpoint, Upstreams upstreams) {
        super(endpoint);
        this.upstreams = upstreams;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        UpstreamCall call = exchange.getProperty(UpstreamKeys.CALL, UpstreamCall.class);
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        message.setBody(upstreams
                .named(call.upstream())
                .wire()
                .answer(call, status, type, message.getMandatoryBody(byte[].class)));
    }
}
