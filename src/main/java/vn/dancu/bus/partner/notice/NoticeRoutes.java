package vn.dancu.bus.partner.notice;

import org.apache.camel.builder.RouteBuilder;

/** The route of notices, from the outbox to the channel {@code partner-notices}. */
final class NoticeRoutes extends RouteBuilder {

    /** With a dot, which no route file can write. */
    static final String ENTRY = "direct:bus.partner-notices";

    @Override
    public void configure() {
        // The outbox sends again what failed, so the failure must reach it.
        errorHandler(noErrorHandler());
        from(ENTRY)
                .routeId("partner-notices")
                .description("Thông báo cho đối tác, đến dancu.hub.<partner>.notice."
                        + " Notices to partners, to dancu.hub.<partner>.notice.")
                .to("{{dancu.channel.partner-notices}}");
    }
}
