package vn.dancu.bus.camel.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Route;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.fixtures.StandInComponent;

/** The shipped files of {@code routes/enrichment/}, with their channels as an installation would name them. */
class EnrichmentRoutesTest extends CamelTestSupport {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        StandInComponent.add(camel, Set.of("enrichment", "answers"), Set.of());
        for (String way : List.of("file", "topic", "queue")) {
            camel.getPropertiesComponent()
                    .addOverrideProperty("dancu.channel.enrichment-" + way + "-answers", "answers:" + way);
        }
        RouteFiles.load(
                camel,
                "enrichment/enrichment-file",
                "enrichment/enrichment-topic",
                "enrichment/enrichment-queue",
                "shared/delivery-errors");
        return camel;
    }

    @Test
    void areOneRouteInEachFile() {
        assertThat(context.getRoutes())
                .extracting(Route::getRouteId)
                .containsExactlyInAnyOrder("enrichment-file", "enrichment-topic", "enrichment-queue");
    }

    @ParameterizedTest
    @CsvSource({
        "direct:no-enrichment-folder, enrichment:file, answers:file",
        "direct:no-enrichment-topic, enrichment:topic, answers:topic",
        "direct:no-enrichment-queue, enrichment:queue, answers:queue"
    })
    void takeADeliveryAndSendWhatBecameOfIt(String source, String step, String answers) throws InterruptedException {
        mock(step).whenAnyExchangeReceived(
                exchange -> exchange.getMessage().setBody("what became of " + exchange.getMessage().getBody(String.class)));
        mock(answers).expectedBodiesReceived("what became of a file");

        template.sendBody(source, "a file");

        MockEndpoint.assertIsSatisfied(context);
    }

    /** So that folder, topic and queue keep what could not be taken. */
    @ParameterizedTest
    @CsvSource({
        "direct:no-enrichment-folder, enrichment:file",
        "direct:no-enrichment-topic, enrichment:topic",
        "direct:no-enrichment-queue, enrichment:queue"
    })
    void tryOnceAndGiveTheFailureBackToTheirSource(String source, String step) {
        mock(step).whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("The disk is full");
        });

        assertThatThrownBy(() -> template.sendBody(source, "a file"))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseMessage("The disk is full");
        assertThat(mock(step).getReceivedCounter()).isEqualTo(1);
    }

    private MockEndpoint mock(String name) {
        return getMockEndpoint("mock:" + name);
    }
}
