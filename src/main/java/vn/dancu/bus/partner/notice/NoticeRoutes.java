package vn.dancu.bus.partner.notice;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonDataFormat;
import org.apache.camel.model.dataformat.JsonLibrary;

/** The route of notices, from the outbox to the channel {@code partner-notices}. */
final class NoticeRoutes extends RouteBuilder {

    /** With a dot, which no route file can write. */
    static final String ENTRY = "direct:bus.partner-notices";

    @Override
    public void configure() {
        JsonDataFormat json = new JsonDataFormat(JsonLibrary.Jackson);
        json.setAutoDiscoverObjectMapper("true");
        // The outbox sends again what failed, so the failure must reach it.
        errorHandler(noErrorHandler());
        from(ENTRY)
                .routeId("partner-notices")
                .description("Thông báo cho đối tác, đến dancu.hub.<partner>.notice."
                        + " Notices to partners, to dancu.hub.<partner>.notice.")
                .marshal(json)
                .convertBodyTo(String.class)
                .to("{{dancu.channel.partner-notices}}");
    }
}
