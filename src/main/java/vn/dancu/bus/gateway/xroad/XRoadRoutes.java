package vn.dancu.bus.gateway.xroad;

import org.apache.camel.builder.RouteBuilder;

/** The rails of X-Road over SOAP: from the servlet to the inquiry room and back, in the caller's thread. */
class XRoadRoutes extends RouteBuilder {

    static final String ROUTE_ID = "gateway-answer-xroad";

    private final XRoadSteps steps;

    XRoadRoutes(XRoadSteps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        // Faults are written by the servlet; nothing here retries or hides one.
        errorHandler(noErrorHandler());
        from("direct:" + ROUTE_ID)
                .routeId(ROUTE_ID)
                .noStreamCaching()
                .description(
                        "Cửa X-Road (SOAP): máy chủ bảo mật, tiêu đề; rồi câu hỏi và trả lời, hoặc dịch vụ siêu dữ liệu."
                                + " The X-Road door over SOAP: security server, header; then question and answer, or a metaservice.")
                .process(steps::requireServer)
                .process(steps::readHeader)
                .choice()
                .when(steps::isMetaservice)
                .process(steps::answerMetaservice)
                .otherwise()
                .process(steps::readQuestion)
                .to("inquiry:ask")
                .process(steps::writeAnswer)
                .end();
    }
}
