package vn.dancu.bus.desk.console.overview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.desk.home.PartStates;
import vn.dancu.bus.kernel.Actor;

/** What is wrong now on this instance, from the states of its parts and from its metrics. */
final class AlarmReader {

    /** Where the states of the parts, the log and the settings of an instance are taken from. */
    private static final String STATES = "/desk/diagnostics";

    /** @param page where it is dealt with */
    private record Watched(String metric, double above, String text, String page) {}

    private static final List<Watched> WATCHED = List.of(
            new Watched("dancu.document.missing", 0, "alarm.document-missing", "/desk/messages"),
            new Watched("dancu.routes.rejected", 0, "alarm.routes-rejected", "/desk/deployments"),
            new Watched("dancu.partner.suspensions.lapsing", 0, "alarm.suspension-lapsing", "/desk/suspensions"),
            new Watched("dancu.delivery.dead", 0, "alarm.delivery-dead", "/desk/dead-letters"),
            new Watched("dancu.ledger.missing", 0, "alarm.ledger-missing", "/desk/ledger"),
            new Watched("dancu.audit.seal.lag", 900, "alarm.seal-late", "/desk/evidence"),
            new Watched("dancu.audit.relay.lag", 60, "alarm.relay-late", STATES));

    private final PartStates parts;
    private final MeterRegistry registry;
    private final List<ConsolePage> pages;

    AlarmReader(PartStates parts, MeterRegistry registry, List<ConsolePage> pages) {
        this.parts = parts;
        this.registry = registry;
        this.pages = pages;
    }

    /**
     * One alarm.
     *
     * @param text key of its sentence
     * @param count how many, or how many seconds; null where the sentence says it all
     * @param page where whoever looks deals with it; null when no page of theirs does
     */
    record Alarm(String text, @Nullable Long count, @Nullable String page) {}

    List<Alarm> of(Actor actor) {
        List<Alarm> alarms = new ArrayList<>();
        for (PartStates.Part part : parts.now()) {
            if (part.state() == PartStates.State.FAILS) {
                alarms.add(new Alarm("alarm.part-" + part.id(), null, openedBy(actor, STATES)));
            }
        }
        for (Watched watched : WATCHED) {
            double value = registry.find(watched.metric()).gauges().stream()
                    .mapToDouble(Gauge::value)
                    .filter(Double::isFinite)
                    .sum();
            if (value > watched.above()) {
                alarms.add(new Alarm(watched.text(), Math.round(value), openedBy(actor, watched.page())));
            }
        }
        return alarms;
    }

    private @Nullable String openedBy(Actor actor, String address) {
        return pages.stream().anyMatch(page -> page.path().equals(address) && page.isFor(actor)) ? address : null;
    }
}
