package vn.dancu.bus.camel.enrichment;

import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.intake.EnrichmentIntake;

/**
 * Takes a delivery of a source. What became of it takes the place of the body, as JSON, and {@code DanCuEnrichmentOutcome} says {@code
 * done} or {@code refused}; what may be otherwise the next time fails, so that the source of the route gives it again.
 */
public class EnrichmentEndpoint extends DefaultEndpoint {

    /** Where the delivery lies. */
    public enum Operation {
        /** A file, {@code <partner>/<name>}, with {@code <name>.manifest.json} beside it. */
        FILE,
        /** A record of topic {@code dancu.enrichment.<partner>}. */
        TOPIC,
        /** A message of queue {@code dancu.hub.<partner>.enrichment}. */
        QUEUE;

        static Operation of(String name) {
            for (Operation one : values()) {
                if (one.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return one;
                }
            }
            throw new IllegalArgumentException("enrichment: takes file, topic or queue, such as enrichment:file");
        }
    }

    private @Nullable Operation operation;

    EnrichmentEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        EnrichmentIntake intake = CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), EnrichmentIntake.class);
        DeliverySpot spot =
                switch (Objects.requireNonNull(operation)) {
                    case FILE -> new FolderSpot();
                    case TOPIC -> new TopicSpot();
                    case QUEUE -> new QueueSpot();
                };
        return new DeliveryTaker(this, intake, spot);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new IllegalArgumentException("enrichment: has steps, and no source");
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }
}
