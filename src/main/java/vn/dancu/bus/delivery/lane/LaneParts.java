package vn.dancu.bus.delivery.lane;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.delivery.content.MessageSeal;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.trace.Traces;

/** What all lanes share. */
record LaneParts(
        JdbcLanes lanes,
        JdbcClaims claims,
        MessageSeal seal,
        Partners partners,
        ReceiptVerifier receipts,
        DeliverySettings settings,
        Executor threads,
        LaneMetrics metrics,
        Traces traces,
        Clock clock) {

    /** The partners that may not be served now. */
    List<PartnerId> held() {
        return partners.all().stream()
                .filter(partner -> partner.objection().isPresent())
                .map(Partner::id)
                .toList();
    }

    RetrySchedule schedule(LaneKey lane) {
        return new RetrySchedule(settings.plan(lane.channel(), lane.destination()), () -> ThreadLocalRandom.current()
                .nextDouble());
    }
}
