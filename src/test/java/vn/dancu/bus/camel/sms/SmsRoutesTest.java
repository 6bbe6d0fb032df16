package vn.dancu.bus.camel.sms;

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
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.fixtures.StandInComponent;

/** The shipped files of {@code routes/sms/}: what each route does with what its source gives it. */
class SmsRoutesTest extends CamelTestSupport {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        StandInComponent.add(camel, Set.of("sms", "delivery"), Set.of("sms:arrivals", "sms:received", "delivery:sms"));
        RouteFiles.load(camel, "sms/sms-receive", "sms/sms-answer", "sms/sms-send", "shared/delivery-errors");
        return camel;
    }

    @Test
    void areOneRouteInEachFile() {
        assertThat(context.getRoutes())
                .extracting(Route::getRouteId)
                .containsExactlyInAnyOrder("sms-receive", "sms-answer", "sms-send");
    }

    /** Of what an operator delivers, a receipt is no text of a subscriber, and a text is none of ours. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"text, sms:take, sms:receipt", "receipt, sms:receipt, sms:take"})
    void takesWhatAnOperatorDeliversByItsKind(String kind, String to, String notTo) throws InterruptedException {
        step(to).expectedBodiesReceived("delivered");
        step(notTo).expectedMessageCount(0);

        template.sendBodyAndHeader("direct:sms:arrivals", "delivered", SmsHeaders.KIND, kind);

        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void answersATextThatWasTaken() throws InterruptedException {
        step("sms:answer").expectedBodiesReceived("a text");

        template.sendBody("direct:sms:received", "a text");

        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void cutsATextOfTheOutboxIntoPartsBeforeItIsSubmitted() throws InterruptedException {
        step("sms:segment")
                .whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody(List.of("1", "2")));
        step("sms:submit").expectedBodiesReceived(List.of(List.of("1", "2")));

        template.sendBody("direct:delivery:sms", "an answer");

        MockEndpoint.assertIsSatisfied(context);
    }

    /** The operator keeps what was not taken, the outbox and the lease have their own plans: the route tries once and hides nothing. */
    @ParameterizedTest
    @CsvSource({
        "direct:sms:arrivals, sms:take, text",
        "direct:sms:arrivals, sms:receipt, receipt",
        "direct:sms:received, sms:answer, ''",
        "direct:delivery:sms, sms:segment, ''",
        "direct:delivery:sms, sms:submit, ''"
    })
    void triesOnceAndGivesTheFailureBackToItsSource(String source, String failing, String kind) {
        step(failing).whenAnyExchangeReceived(SmsRoutesTest::fail);

        assertThatThrownBy(() -> template.sendBodyAndHeader(source, "", SmsHeaders.KIND, kind))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseMessage("The database is away");
        assertThat(step(failing).getReceivedCounter()).isEqualTo(1);
    }

    private static void fail(Exchange exchange) {
        throw new IllegalStateException("The database is away");
    }

    private MockEndpoint step(String name) {
        return getMockEndpoint("mock:" + name);
    }
}
