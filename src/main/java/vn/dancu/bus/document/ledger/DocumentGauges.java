package vn.dancu.bus.document.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.document.DocumentBalance;
import vn.dancu.bus.document.Documents;

/** The balance as metrics. */
final class DocumentGauges {

    private final Documents documents;
    private final MultiGauge counts;
    private final MultiGauge missing;

    DocumentGauges(Documents documents, MeterRegistry registry) {
        this.documents = documents;
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
    }

    private static MultiGauge.Row<?> row(DocumentBalance one, String state, long count) {
        return MultiGauge.Row.of(Tags.of("account", one.account(), "state", state), count);
    }
}
