package vn.dancu.bus.gateway.soap;

import org.apache.camel.builder.RouteBuilder;

/** The SOAP rail: from the population port to the inquiry room and back, in the caller's thread. */
class SoapRoutes extends RouteBuilder {

    static final String ROUTE_ID = "gateway-answer-soap";
    static final String ENDPOINT = "cxf:bean:populationEndpoint?synchronous=true";

    private final SoapSteps steps;

    SoapRoutes(SoapSteps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        // Faults are made by the door's fault interceptor; nothing here retries or hides one.
        errorHandler(noErrorHandler());
        from(ENDPOINT).routeId(ROUTE_ID).process(steps::answer);
    }
}
