package vn.dancu.bus.camel.upstream;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.upstream.Upstreams;
import vn.dancu.bus.upstream.call.UpstreamCall;
import vn.dancu.bus.upstream.call.UpstreamSignatures;

/** Reads the answer strictly: what cannot be read is a failure with its code, and no absent person. */
final class ReadProducer extends DefaultProducer {

    private static final int OK = 200;

    private final Upstreams upstreams;
    private final UpstreamSignatures signatures;

    ReadProducer(UpstreamEndpoint endpoint, Upstreams upstreams, UpstreamSignatures signatures) {
        super(endpoint);
        this.upstreams = upstreams;
        this.signatures = signatures;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        UpstreamCall call = exchange.getProperty(UpstreamKeys.CALL, UpstreamCall.class);
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        byte[] body = message.getMandatoryBody(byte[].class);
        // What comes under another status answers nothing: a service may refuse before it knows who asks.
        byte[] read = status == OK ? signatures.verified(call.upstream(), body) : body;
        Map<String, String> headers = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (value instanceof String text) {
                headers.put(name.toLowerCase(Locale.ROOT), text);
            } else if (value instanceof List<?> several) {
                // As RFC 9110 §5.3 joins them: one that may stand once alone is then no value, and not as if it were
                // not there.
                headers.put(
                        name.toLowerCase(Locale.ROOT),
                        several.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
        });
        message.setBody(upstreams.named(call.upstream()).wire().answer(call, status, headers, read));
    }
}
