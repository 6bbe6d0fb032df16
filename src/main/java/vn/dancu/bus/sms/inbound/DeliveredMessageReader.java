package vn.dancu.bus.sms.inbound;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sms.ArrivedMessage;
import vn.dancu.bus.sms.PartOfText;
import vn.dancu.bus.sms.PhoneNumber;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SubscriberHash;
import vn.dancu.bus.sms.alphabet.DataCodingReader;
import vn.dancu.bus.sms.alphabet.UserDataHeader;
import vn.dancu.bus.sms.outbound.ReceiptOfPart;

/** Reads what an operator delivered. Whatever comes has a form in which it can be written; nothing is thrown for its content. */
final class DeliveredMessageReader {

    private final SmsSettings settings;
    private final SubscriberHash hash;
    private final TextSeal seal;

    DeliveredMessageReader(SmsSettings settings, SubscriberHash hash, TextSeal seal) {
        this.settings = settings;
        this.hash = hash;
        this.seal = seal;
    }

    TakenMessage read(ArrivedMessage message) {
        SmsSettings.Operator operator = settings.operators().get(message.operator());
        if (operator == null) {
            throw new IllegalArgumentException("A message of an operator that is not set");
        }
        if (message.isReceipt()) {
            return ReceiptOfPart.read(message, operator.receiptId(), hash.of(number(message)))
                    .<TakenMessage>map(TakenMessage.Receipt::new)
                    .orElseGet(() -> ended(message, TextOutcome.RECEIPT_UNREADABLE));
        }
        Optional<PhoneNumber> sender = PhoneNumber.of(message.source());
        if (sender.isEmpty()) {
            return ended(message, TextOutcome.SENDER_UNKNOWN);
        }
        if (!isOurs(operator, message.called())) {
            return ended(message, TextOutcome.NUMBER_UNKNOWN);
        }
        try {
            return read(message, operator, sender.get());
        } catch (IllegalArgumentException e) {
            return ended(message, TextOutcome.UNREADABLE);
        }
    }

    /** The parts of one text: all in one coding are read at once, since a character may begin in one and end in the next. */
    Optional<String> text(String operator, byte[] octets, int coding) {
        SmsSettings.Operator known = settings.operators().get(operator);
        return known == null ? Optional.empty() : DataCodingReader.read(octets, coding, known.coding());
    }

    TakenMessage.Text whole(
            String operator, PhoneNumber sender, String called, Optional<String> text, byte @Nullable [] onceKey) {
        UUID id = UUID.randomUUID();
        TextOutcome outcome =
                text.isEmpty() ? TextOutcome.UNREADABLE : text.get().isBlank() ? TextOutcome.EMPTY : null;
        byte[] content = text.orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] sealed = outcome == null ? seal.seal(id.toString(), sender.value(), called, content) : null;
        return new TakenMessage.Text(id, operator, hash.of(sender.value()), sealed, outcome, onceKey);
    }

    private TakenMessage read(ArrivedMessage message, SmsSettings.Operator operator, PhoneNumber sender) {
        PartOfText part = message.part();
        byte[] octets = message.content();
        if (message.hasHeader()) {
            UserDataHeader header = UserDataHeader.read(octets);
            octets = header.content();
            part = header.part() == null ? part : header.part();
        }
        byte[] onceKey = onceKey(message, sender.value());
        if (part != null && part.total() > 1) {
            String row = rowOf(part);
            return new TakenMessage.Part(
                    message.operator(),
                    hash.of(sender.value()),
                    message.called(),
                    part.reference(),
                    part.total(),
                    part.number(),
                    message.dataCoding(),
                    seal.seal(row, sender.value(), message.called(), octets),
                    onceKey);
        }
        Optional<String> text = DataCodingReader.read(octets, message.dataCoding(), operator.coding());
        return text.isEmpty()
                ? ended(message, TextOutcome.UNREADABLE)
                : whole(message.operator(), sender, message.called(), text, onceKey);
    }

    static String rowOf(PartOfText part) {
        return part.reference() + "/" + part.total() + "/" + part.number();
    }

    /** It is written with its end; the octets of one that could not be read are kept, so that nothing is lost. */
    private TakenMessage ended(ArrivedMessage message, TextOutcome outcome) {
        UUID id = UUID.randomUUID();
        boolean isKept = outcome == TextOutcome.UNREADABLE || outcome == TextOutcome.RECEIPT_UNREADABLE;
        String source = number(message);
        return new TakenMessage.Text(
                id,
                message.operator(),
                hash.of(source),
                isKept ? seal.seal(id.toString(), source, message.called(), message.content()) : null,
                outcome,
                onceKey(message, source));
    }

    /** In the one form that it has, where it is a number. */
    private static String number(ArrivedMessage message) {
        return PhoneNumber.of(message.source()).map(PhoneNumber::value).orElse(message.source());
    }

    private byte[] onceKey(ArrivedMessage message, String sender) {
        return hash.ofMessage(String.join(
                "\n",
                message.operator(),
                sender,
                message.called(),
                String.valueOf(message.reference()),
                String.valueOf(message.part()),
                message.dataCoding() + "/" + message.isReceipt() + "/" + message.hasHeader(),
                HexFormat.of().formatHex(message.content())));
    }

    private static boolean isOurs(SmsSettings.Operator operator, String called) {
        return operator.numbers().contains(called)
                || PhoneNumber.of(called)
                        .filter(number -> operator.numbers().stream().anyMatch(one -> PhoneNumber.of(one)
                                .filter(number::equals)
                                .isPresent()))
                        .isPresent();
    }
}
