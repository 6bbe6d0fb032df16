package vn.dancu.bus.camel.upstream;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.http.common.HttpMethods;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.service.ServiceHelper;
import vn.dancu.bus.upstream.Upstreams;
import vn.dancu.bus.upstream.call.UpstreamCall;

/** Sends the question by Camel's HTTP component, over the connections of its upstream. */
final class CallProducer extends DefaultProducer {

    private final Upstreams upstreams;
    private final Map<String, Producer> producers = new ConcurrentHashMap<>();

    CallProducer(UpstreamEndpoint endpoint, Upstreams upstreams) {
        super(endpoint);
        this.upstreams = upstreams;
    }

    @Override
    public void process(Exchange exchange) {
        UpstreamCall call = exchange.getProperty(UpstreamKeys.CALL, UpstreamCall.class);
        Message message = exchange.getMessage();
        boolean mayHaveLeft = true;
        try {
            send(exchange, producers.computeIfAbsent(call.upstream(), this::producer));
            byte[] body = message(exchange).getBody(byte[].class);
            int status = message(exchange).getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
            call.answered(status, TheirId.of(message(exchange)), body == null ? 0 : body.length);
            message(exchange).setBody(body == null ? new byte[0] : body);
        } catch (IOException e) {
            mayHaveLeft = !CallFailures.isBeforeTheQuestion(e);
            throw CallFailures.of(e);
        } finally {
            if (mayHaveLeft) {
                call.left();
            }
            message.removeHeader(Exchange.HTTP_URI);
        }
    }

    private static void send(Exchange exchange, Producer producer) throws IOException {
        try {
            producer.process(exchange);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A question could not be sent", e);
        }
    }

    private static Message message(Exchange exchange) {
        return exchange.getMessage();
    }

    private Producer producer(String name) {
        Upstreams.Upstream upstream = upstreams.named(name);
        try {
            // Each call names its whole address; the name keeps two upstreams of one host apart.
            HttpEndpoint endpoint = getEndpoint()
                    .getCamelContext()
                    .getEndpoint(upstream.settings().address() + "/" + name, HttpEndpoint.class);
            endpoint.setHttpClient(upstream.wire().client());
            // As a header it would be looked up among all type converters at each call: a third of its time.
            endpoint.setHttpMethod(HttpMethods.POST);
            endpoint.setThrowExceptionOnFailure(false);
            endpoint.setCopyHeaders(false);
            Producer producer = endpoint.createProducer();
            ServiceHelper.startService(producer);
            return producer;
        } catch (Exception e) {
            throw new IllegalStateException("The connections of an upstream cannot be used", e);
        }
    }

    @Override
    protected void doStop() {
        producers.values().forEach(ServiceHelper::stopService);
        producers.clear();
    }
}
