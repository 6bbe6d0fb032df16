package vn.dancu.bus.upstream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.upstream.call.UpstreamRouting;

/** Says at the start what this role has not, and which upstream has no route. */
record RoleReport(Upstreams upstreams, UpstreamRouting routing) implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOGGER = LoggerFactory.getLogger(RoleReport.class);

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        LOGGER.atInfo()
                .addKeyValue(
                        LogKeys.DESCRIPTION,
                        "lists, change feed, enrichment, doors of citizens, text messages of citizens")
                .log("The bus asks other services; what needs tables of the register is refused");
        for (Upstreams.Upstream upstream : upstreams.all()) {
            if (!routing.isRunning(upstream.name())) {
                LOGGER.atWarn()
                        .addKeyValue(LogKeys.UPSTREAM, upstream.name())
                        .log("No route runs for this service, questions to it are refused");
            }
        }
    }
}
