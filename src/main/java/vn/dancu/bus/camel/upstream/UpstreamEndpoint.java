package vn.dancu.bus.camel.upstream;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import vn.dancu.bus.upstream.Upstreams;
import vn.dancu.bus.upstream.call.UpstreamRouting;
import vn.dancu.bus.upstream.call.UpstreamSignatures;

/** One upstream as a source of questions, or a step on the way to it. */
public class UpstreamEndpoint extends DefaultEndpoint {

    private String name = "";

    UpstreamEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        Upstreams upstreams = face(Upstreams.class);
        return switch (name) {
            case "question" -> new QuestionProducer(this, upstreams, face(UpstreamSignatures.class));
            case "call" -> new CallProducer(this, upstreams);
            case "answer" -> new ReadProducer(this, upstreams, face(UpstreamSignatures.class));
            default -> throw new IllegalArgumentException("upstream: has the steps question, call and answer");
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new QuestionConsumer(this, processor, name, face(UpstreamRouting.class));
    }

    private <T> T face(Class<T> type) {
        return CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), type);
    }

    public void setName(String name) {
        this.name = name;
    }
}
