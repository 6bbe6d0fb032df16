package vn.dancu.bus.camel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** The shipped files of {@code routes/document/}, step by step: what a route does with what its source gives it. */
class DocumentRoutesTest extends CamelTestSupport {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        StandInComponent.add(
                camel,
                Set.of("axis", "delivery", "document"),
                Set.of("axis:received", "delivery:axis", "document:accepted"));
        RouteFiles.load(camel, "document", "shared/delivery-errors");
        return camel;
    }

    @Test
    void holdsEachFileOfTheFolder() {
        assertThat(context.getRoutes())
                .extracting(Route::getRouteId)
                .containsExactlyInAnyOrder("axis-receive", "axis-receive-status", "axis-send", "document-work");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"axis-receive, direct:axis:received", "axis-receive-status, direct:axis:receivedstatus"})
    void fetchesAndTakesWhatWasNotTakenYet(String route, String source) throws InterruptedException {
        answersCheckWith(false);
        step("axis:get").expectedMessageCount(1);
        step("document:take").expectedMessageCount(1);

        template.sendBody(source, "");

        assertThat(context.getRoute(route).getEndpoint().getEndpointUri()).contains("axis:received");
        MockEndpoint.assertIsSatisfied(context);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"axis-receive, direct:axis:received", "axis-receive-status, direct:axis:receivedstatus"})
    void fetchesNothingThatIsTaken(String route, String source) throws InterruptedException {
        answersCheckWith(true);
        step("axis:get").expectedMessageCount(0);
        step("document:take").expectedMessageCount(0);

        template.sendBody(source, "");

        MockEndpoint.assertIsSatisfied(context);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "progress, axis:update-status, axis:send",
        "answer, axis:send, axis:update-status",
        "status, axis:send, axis:update-status"
    })
    void sendsByKind(String kind, String to, String notTo) throws InterruptedException {
        step(to).expectedMessageCount(1);
        step(notTo).expectedMessageCount(0);

        template.sendBodyAndHeader("direct:delivery:axis", "", "DanCuDocumentKind", kind);

        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void answersWhatIsAccepted() throws InterruptedException {
        step("document:answer").expectedMessageCount(1);

        template.sendBody("direct:document:accepted", "");

        MockEndpoint.assertIsSatisfied(context);
    }

    /** By delivery-errors: the outbox has the plan of retries, so the route tries once and hides nothing. */
    @ParameterizedTest
    @CsvSource({"direct:delivery:axis, axis:send", "direct:document:accepted, document:answer"})
    void triesOnceAndGivesTheFailureBackToItsSource(String source, String failing) {
        step(failing).whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("The axis is away");
        });

        assertThatThrownBy(() -> template.sendBody(source, ""))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseMessage("The axis is away");
        assertThat(step(failing).getReceivedCounter()).isEqualTo(1);
    }

    private void answersCheckWith(boolean isTaken) {
        step("document:check")
                .whenAnyExchangeReceived(exchange -> exchange.getMessage().setHeader("DanCuDocumentTaken", isTaken));
    }

    private MockEndpoint step(String name) {
        return getMockEndpoint("mock:" + name);
    }
}
