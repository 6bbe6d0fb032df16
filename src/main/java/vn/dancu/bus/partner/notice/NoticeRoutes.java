package vn.dancu.bus.partner.notice;

import org.apache.camel.builder.RouteBuilder;

/** The route of notices, from the outbox to the channel {@code partner-notices}. */
final class NoticeRoutes extends RouteBuilder {

    /** The outbox' channel of notices. */
    static final String SOURCE = "delivery:notices";

    private final String source;
    private final NoticeSteps steps;

    NoticeRoutes(String source, NoticeSteps steps) {
        this.source = source;
        this.steps = steps;
    }

    @Override
    public void configure() {
        // The outbox sends again what failed, so the failure must reach it.
        errorHandler(defaultErrorHandler().maximumRedeliveries(0).logExhausted(false));
        onException(Exception.class).process(steps::failed);
        from(source)
                .routeId("partner-notices")
                .description("Thông báo cho đối tác, đến dancu.hub.<partner>.notice."
                        + " Notices to partners, to dancu.hub.<partner>.notice.")
                .process(steps::address)
                .convertBodyTo(String.class, "UTF-8")
                .to("{{dancu.channel.partner-notices}}")
                .process(steps::sent);
    }
}
