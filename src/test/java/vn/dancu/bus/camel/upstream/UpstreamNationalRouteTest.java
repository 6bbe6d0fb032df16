package vn.dancu.bus.camel.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.fixtures.StandInComponent;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The shipped file {@code routes/upstream/upstream-national}: the question is written, sent, and its answer read, each once. */
class UpstreamNationalRouteTest extends CamelTestSupport {

    private static final String SOURCE = "direct:upstream:national";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        StandInComponent.add(camel, Set.of("upstream"), Set.of("upstream:national"));
        RouteFiles.load(camel, "upstream/upstream-national", "shared/delivery-errors");
        return camel;
    }

    @Test
    void isOneRouteOfTheFilesName() {
        assertThat(context.getRoutes()).extracting(Route::getRouteId).containsExactly("upstream-national");
    }

    @Test
    void takesTheQuestionThroughItsStepsInThisOrder() throws InterruptedException {
        become("upstream:question", "the question", "its letters");
        become("upstream:call", "its letters", "what came back");
        become("upstream:answer", "what came back", "the answer");

        Object answer = template.requestBody(SOURCE, "the question");

        assertThat(answer).isEqualTo("the answer");
        MockEndpoint.assertIsSatisfied(context);
    }

    /** Whether it may be asked again its room knows: the route tries nothing again and hides nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"upstream:question", "upstream:call", "upstream:answer"})
    void givesAFailureBackToWhoAsked(String failing) {
        step(failing).whenAnyExchangeReceived(UpstreamNationalRouteTest::fail);

        assertThatThrownBy(() -> template.requestBody(SOURCE, "the question"))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseInstanceOf(BusException.class)
                .hasRootCauseMessage("upstream_timeout");
        assertThat(step(failing).getReceivedCounter()).isEqualTo(1);
    }

    private void become(String step, String from, String to) {
        step(step).expectedBodiesReceived(List.of(from));
        step(step).whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody(to));
    }

    private MockEndpoint step(String name) {
        return getMockEndpoint("mock:" + name);
    }

    private static void fail(Exchange exchange) {
        throw BusException.of(ErrorCode.UPSTREAM_TIMEOUT);
    }
}
