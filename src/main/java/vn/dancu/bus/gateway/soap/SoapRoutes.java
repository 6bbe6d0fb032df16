package vn.dancu.bus.gateway.soap;

import org.apache.camel.builder.RouteBuilder;

/** The SOAP rails: from the addresses of the population service and of lists to their rooms and back, in the caller's thread. */
class SoapRoutes extends RouteBuilder {

    static final String ROUTE_ID = "gateway-answer-soap";
    static final String ENDPOINT = "cxf:bean:populationEndpoint?dataFormat=RAW&synchronous=true";

    static final String LISTS_ROUTE_ID = "gateway-answer-lists";
    static final String LISTS_ENDPOINT = "cxf:bean:listEndpoint?dataFormat=RAW&synchronous=true";

    private final SoapSteps steps;
    private final ListSteps lists;

    SoapRoutes(SoapSteps steps, ListSteps lists) {
        this.steps = steps;
        this.lists = lists;
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
        from(LISTS_ENDPOINT)
                .routeId(LISTS_ROUTE_ID)
                .noStreamCaching()
                .description("Cửa SOAP của danh sách: người hỏi, yêu cầu, trả lời."
                        + " The SOAP door of lists: caller, request, answer.")
                .process(steps::signIn)
                .process(lists::answer);
    }
}
