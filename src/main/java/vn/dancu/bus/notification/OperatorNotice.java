package vn.dancu.bus.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.UnevenHour;

/** Tells the operators of the bus of an hour that does not balance; once, however many instances see it. */
final class OperatorNotice {

    private static final String OPERATORS = "operators";

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final NotificationSettings settings;
    private final ObjectMapper json;
    private final MailText vietnamese = MailText.read("imbalance_vi.txt");
    private final MailText english = MailText.read("imbalance_en.txt");

    OperatorNotice(Outbox outbox, TransactionTemplate transaction, NotificationSettings settings, ObjectMapper json) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
        this.json = json;
    }

    void send(UnevenHour uneven) {
        transaction.executeWithoutResult(status -> {
            if (settings.from() != null) {
                settings.operators().forEach(address -> mail(address, uneven));
            }
            if (settings.webhooks().containsKey(OPERATORS)) {
                put(WebhookSender.CHANNEL, OPERATORS, uneven, Map.of(), "application/json", body(uneven));
            }
        });
    }

    private void mail(String address, UnevenHour uneven) {
        String who = Sha256.hex(address.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
        Map<String, String> values =
                Map.of("hour", uneven.hour().toString(), "door", uneven.door(), "lines", lines(uneven));
        put(
                SmtpSender.CHANNEL,
                OPERATORS + "." + who,
                uneven,
                Map.of(
                        SmtpSender.TO,
                        address,
                        SmtpSender.SUBJECT,
                        "[DanCu Bus] " + vietnamese.subject(values) + " / " + english.subject(values)),
                "text/plain; charset=utf-8",
                vietnamese.body(values) + "\n\n" + english.body(values));
    }

    private static String lines(UnevenHour uneven) {
        return uneven.lines().stream()
                .map(line -> line.partner() + ": taken " + line.taken() + ", answered " + line.answered() + ", refused "
                        + line.refused() + ", dead " + line.dead() + ", in work " + line.inWork() + ", interrupted "
                        + line.interrupted() + ", missing " + line.missing() + ", unrecorded " + line.unrecorded()
                        + ", uncounted " + line.uncounted())
                .collect(Collectors.joining("\n"));
    }

    private String body(UnevenHour uneven) {
        try {
            return json.writeValueAsString(Map.of(
                    "uneven",
                    Map.of(
                            "hour",
                            uneven.hour().toString(),
                            "door",
                            uneven.door(),
                            "lines",
                            uneven.lines().stream().map(OperatorNotice::values).toList())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts are JSON", e);
        }
    }

    private static Map<String, Object> values(Balance line) {
        return Map.of(
                "partner", line.partner(),
                "taken", line.taken(),
                "answered", line.answered(),
                "refused", line.refused(),
                "dead", line.dead(),
                "inWork", line.inWork(),
                "interrupted", line.interrupted(),
                "missing", line.missing(),
                "unrecorded", line.unrecorded(),
                "uncounted", line.uncounted());
    }

    private void put(
            String channel,
            String destination,
            UnevenHour uneven,
            Map<String, String> headers,
            String contentType,
            String body) {
        outbox.put(new OutboundMessage(
                channel,
                destination,
                null,
                destination + ":uneven:" + uneven.door() + ":" + uneven.hour(),
                null,
                headers,
                contentType,
                MessageContent.of(body.getBytes(StandardCharsets.UTF_8)),
                null));
    }
}
