package vn.dancu.bus.camel.upstream;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.upstream.call.CallFailure;
import vn.dancu.bus.upstream.call.UpstreamCall;
import vn.dancu.bus.upstream.call.UpstreamRouting;

/** Takes each question through the route, in the thread that asks it. */
final class QuestionConsumer extends DefaultConsumer implements UpstreamRouting.Route {

    private final String upstream;
    private final UpstreamRouting routes;

    QuestionConsumer(UpstreamEndpoint endpoint, Processor processor, String upstream, UpstreamRouting routes) {
        super(endpoint, processor);
        this.upstream = upstream;
        this.routes = routes;
    }

    @Override
    protected void doStart() {
        routes.started(upstream, this);
    }

    @Override
    protected void doStop() {
        routes.stopped(upstream, this);
    }

    @Override
    public Answer ask(UpstreamCall call) {
        Exchange exchange = createExchange(false);
        exchange.setProperty(UpstreamKeys.CALL, call);
        exchange.getMessage().setBody(call.query());
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        try {
            return answer(exchange);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** What blames a question of this bus or the answer to it is no fault of the one who asked here. */
    private static BusException ofRoute(BusException stopped) {
        return stopped instanceof CallFailure || !stopped.refusal().code().isClientFault()
                ? stopped
                : CallFailure.of(ErrorCode.UPSTREAM_ANSWER_INVALID, stopped);
    }

    private static Answer answer(Exchange exchange) {
        for (Throwable cause = exchange.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BusException stopped) {
                throw ofRoute(stopped);
            }
        }
        if (exchange.getException() != null) {
            throw new IllegalStateException("The route to another service failed", exchange.getException());
        }
        if (exchange.getMessage().getBody() instanceof Answer answer) {
            return answer;
        }
        throw new IllegalStateException("The route to another service ends without upstream:answer");
    }
}
