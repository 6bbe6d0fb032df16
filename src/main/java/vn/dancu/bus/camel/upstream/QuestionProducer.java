package vn.dancu.bus.camel.upstream;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.dialect.WireQuestion;
import vn.dancu.bus.upstream.Upstreams;
import vn.dancu.bus.upstream.call.UpstreamCall;
import vn.dancu.bus.upstream.call.UpstreamSignatures;
import vn.dancu.bus.upstream.call.WireStep;

/** Puts the question into the letters of its dialect, with the credentials of the account, and signs it where that is agreed. */
final class QuestionProducer extends DefaultProducer {

    private final Upstreams upstreams;
    private final UpstreamSignatures signatures;

    QuestionProducer(UpstreamEndpoint endpoint, Upstreams upstreams, UpstreamSignatures signatures) {
        super(endpoint);
        this.upstreams = upstreams;
        this.signatures = signatures;
    }

    @Override
    public void process(Exchange exchange) {
        UpstreamCall call = exchange.getProperty(UpstreamKeys.CALL, UpstreamCall.class);
        WireStep wire = upstreams.named(call.upstream()).wire();
        WireQuestion written = wire.question(call);
        WireQuestion question = new WireQuestion(
                written.target(), written.headers(), signatures.signed(call.upstream(), written.body()));
        call.written(question, call.token());
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_URI, wire.address(question).toString());
        question.headers().forEach(message::setHeader);
        message.setBody(question.body());
    }
}
