package vn.dancu.bus.gateway.soap;

import org.apache.camel.builder.RouteBuilder;

/** The SOAP rail: from the address of the population service to the inquiry room and back, in the caller's thread. */
class SoapRoutes extends RouteBuilder {

    static final String ROUTE_ID = "gateway-answer-soap";
    static final String ENDPOINT = "cxf:bean:populationEndpoint?dataFormat=RAW&synchronous=true";

    private final SoapSteps steps;

    SoapRoutes(SoapSteps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        // Faults are made by the door's fault interceptor; nothing here retries or hides one.
        errorHandler(noErrorHandler());
        from(ENDPOINT)
                .routeId(ROUTE_ID)
                // A cached stream would have been read before anybody signed in.
                .noStreamCaching()
                .description("Cửa SOAP của dịch vụ dân cư: người hỏi, câu hỏi, trả lời."
                        + " The SOAP door of the population service: caller, question, answer.")
                .process(steps::signIn)
                .process(steps::readQuestion)
                .to("inquiry:ask")
                .process(steps::writeAnswer);
    }
}
