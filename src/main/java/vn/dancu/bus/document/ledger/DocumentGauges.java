package vn.dancu.bus.document.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.scheduling.TriggerContext;
import vn.dancu.bus.document.DocumentBalance;
import vn.dancu.bus.document.Documents;

/** The balance as metrics. It reads whole tables: the longer that takes, the more seldom it is done. */
final class DocumentGauges {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(15);

    /** How many times as long as a count the pause after it is: counting takes about a hundredth of one connection. */
    private static final int PAUSE_FACTOR = 100;

    private final Documents documents;
    private final UnfetchedItems items;
    private final MultiGauge unfetched;
    private final MultiGauge counts;
    private final MultiGauge missing;

    DocumentGauges(Documents documents, UnfetchedItems items, MeterRegistry registry) {
        this.documents = documents;
        this.items = items;
        this.unfetched = MultiGauge.builder("dancu.document.unfetched")
                .description("Items that the axis lists and that could not be fetched or taken yet")
                .register(registry);
        this.counts = MultiGauge.builder("dancu.document.count")
                .description("Documents that were ever received, by what became of them")
                .register(registry);
        this.missing = MultiGauge.builder("dancu.document.missing")
                .description(
                        "Documents that were received and have neither an end nor are in work; anything but 0 is an alarm")
                .register(registry);
    }

    void count() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        List<MultiGauge.Row<?>> gone = new ArrayList<>();
        for (DocumentBalance one : documents.balance()) {
            rows.add(row(one, "answered", one.answered()));
            rows.add(row(one, "refused", one.refused()));
            rows.add(row(one, "withdrawn", one.withdrawn()));
            rows.add(row(one, "in_work", one.inWork()));
            long ended = one.answered() + one.refused() + one.withdrawn() + one.inWork();
            gone.add(MultiGauge.Row.of(Tags.of("account", one.account()), one.received() - ended));
        }
        counts.register(rows, true);
        missing.register(gone, true);
        unfetched.register(
                items.waiting().entrySet().stream()
                        .map(one -> MultiGauge.Row.of(Tags.of("account", one.getKey()), one.getValue()))
                        .toList(),
                true);
    }

    /** When the next count begins. */
    static Instant next(TriggerContext last) {
        Instant began = last.lastActualExecution();
        Instant ended = last.lastCompletion();
        if (began == null || ended == null) {
            return last.getClock().instant();
        }
        Duration pause = Duration.between(began, ended).multipliedBy(PAUSE_FACTOR);
        return ended.plus(pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE);
    }

    private static MultiGauge.Row<?> row(DocumentBalance one, String state, long count) {
        return MultiGauge.Row.of(Tags.of("account", one.account(), "state", state), count);
    }
}
