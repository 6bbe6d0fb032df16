package vn.dancu.bus.sms.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.sms.OutboundText;
import vn.dancu.bus.sms.OutboundTexts;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SubscriberHash;

/** Texts as messages of the outbox: channel {@code sms}, a lane for each operator, the order of each number kept. */
final class TextOutbox implements OutboundTexts {

    private final Outbox outbox;
    private final SubscriberHash hash;
    private final SmsSettings settings;
    private final Clock clock;

    TextOutbox(Outbox outbox, SubscriberHash hash, SmsSettings settings, Clock clock) {
        this.outbox = outbox;
        this.hash = hash;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public UUID put(OutboundText text) {
        return outbox.put(message(text));
    }

    @Override
    public List<UUID> putAll(List<OutboundText> texts) {
        return outbox.putAll(texts.stream().map(this::message).toList());
    }

    private OutboundMessage message(OutboundText text) {
        SmsSettings.Operator operator = settings.operators().get(text.operator());
        if (operator == null) {
            throw new IllegalArgumentException("No operator of that name is set in dancu.sms.operators");
        }
        return new OutboundMessage(
                CHANNEL,
                text.operator(),
                null,
                text.onceKey(),
                hash.text(text.to()),
                Map.of(
                        TO_HEADER,
                        text.to().value(),
                        FROM_HEADER,
                        Objects.requireNonNullElse(
                                text.from(), operator.numbers().get(0))),
                "text/plain; charset=utf-8",
                MessageContent.of(text.text().getBytes(StandardCharsets.UTF_8)),
                text.expiresAt() != null ? text.expiresAt() : clock.instant().plus(settings.sendWithin()));
    }
}
