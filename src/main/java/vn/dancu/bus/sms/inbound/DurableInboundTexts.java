package vn.dancu.bus.sms.inbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.sms.ArrivedMessage;
import vn.dancu.bus.sms.InboundText;
import vn.dancu.bus.sms.InboundTexts;
import vn.dancu.bus.sms.TextAnswerer;

/** Reads, takes, leases and ends. */
final class DurableInboundTexts implements InboundTexts {

    private final DeliveredMessageReader reader;
    private final TakeQueue takes;
    private final EndQueue ends;
    private final JdbcInboundTexts rows;
    private final TextSignal signal;
    private final TrafficGauges gauges;
    private final Supplier<@Nullable TextAnswerer> answerers;

    DurableInboundTexts(
            DeliveredMessageReader reader,
            TakeQueue takes,
            EndQueue ends,
            JdbcInboundTexts rows,
            TextSignal signal,
            TrafficGauges gauges,
            Supplier<@Nullable TextAnswerer> answerers) {
        this.reader = reader;
        this.takes = takes;
        this.ends = ends;
        this.rows = rows;
        this.signal = signal;
        this.gauges = gauges;
        this.answerers = answerers;
    }

    @Override
    public void take(ArrivedMessage message, Consumer<@Nullable BusException> done) {
        takes.take(reader.read(message), done);
    }

    @Override
    public List<InboundText> claim(int limit, Duration patience) {
        if (answerers.get() == null) {
            signal.await(patience);
            return List.of();
        }
        List<InboundText> texts = rows.claim(limit);
        if (texts.isEmpty()) {
            signal.await(patience);
        }
        return texts;
    }

    @Override
    public void answer(InboundText text) {
        TextAnswerer answerer = answerers.get();
        if (answerer == null) {
            throw new IllegalStateException("No room answers texts");
        }
        Optional<String> answer = answerer.answer(text).filter(one -> !one.isBlank());
        ends.end(new PendingEnd(text, answer));
    }

    @Override
    public void failed(InboundText text) {
        rows.failed(text.id());
    }

    @Override
    public Traffic traffic() {
        return gauges.last();
    }
}
