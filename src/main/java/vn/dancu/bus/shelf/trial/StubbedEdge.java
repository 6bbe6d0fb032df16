package vn.dancu.bus.shelf.trial;

import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a component in a trial: the real one says whether an address and its options are right, and is then let go; what
 * is started receives nothing and sends nothing.
 */
final class StubbedEdge extends DefaultComponent {

    private final @Nullable Component real;

    /** @param real says whether an address is right; null where nobody can say */
    StubbedEdge(@Nullable Component real) {
        this.real = real;
    }

    @Override
    public boolean useRawUri() {
        return true;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        try {
            if (real != null) {
                real.createEndpoint(uri);
            }
        } catch (Exception e) {
            throw new ResolveEndpointFailedException(uri, e);
        }
        parameters.clear();
        return new Edge(uri, this);
    }

    private static final class Edge extends DefaultEndpoint {

        Edge(String uri, Component component) {
            super(uri, component);
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) {
                    throw new IllegalStateException("No message goes through a trial");
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            return new DefaultConsumer(this, processor);
        }

        @Override
        public boolean isSingleton() {
            return true;
        }
    }
}
