package vn.dancu.bus.gateway.xroad;

import org.apache.camel.builder.RouteBuilder;

/** The rails of X-Road over SOAP: from the servlet to the inquiry room and back, in the caller's thread. */
class XRoadRoutes extends RouteBuilder {

    static final String ROUTE_ID = "gateway-answer-xroad";
    static final String META_ROUTE_ID = "gateway-answer-xroad-meta";

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
                .description("Cửa X-Road (SOAP): máy chủ bảo mật, tiêu đề, câu hỏi, trả lời."
                        + " The X-Road door over SOAP: security server, header, question, answer.")
                .process(steps::requireServer)
                .process(steps::readHeader)
                .process(steps::readQuestion)
                .to("inquiry:ask")
                .process(steps::writeAnswer);
        from("direct:" + META_ROUTE_ID)
                .routeId(META_ROUTE_ID)
                .noStreamCaching()
                .description("Dịch vụ siêu dữ liệu X-Road: danh mục dịch vụ, quyền của bên hỏi, WSDL."
                        + " The metaservices of X-Road: the services, those of the caller, the WSDL.")
                .process(steps::requireServer)
                .process(steps::readHeader)
                .process(steps::answerMetaservice);
    }
}
