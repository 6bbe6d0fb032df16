package vn.dancu.bus.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.citizen.OverdueAnswer;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.UnevenHour;

/**
 * Tells the operators of the bus of an hour that does not balance, of a mail that came back, or of an answer to a citizen that is
 * overdue; once, however many instances see it.
 */
final class OperatorNotice {

    /** What their destinations begin with. */
    static final String OPERATORS = "operators";

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final NotificationSettings settings;
    private final ObjectMapper json;
    private final Texts imbalance = Texts.read("imbalance");
    private final Texts returned = Texts.read("returned");
    private final Texts overdueQuestion = Texts.read("overdue");
    private final Texts overdueCorrection = Texts.read("overdue-correction");

    private record Texts(MailText vietnamese, MailText english) {
        static Texts read(String name) {
            return new Texts(MailText.read(name + "_vi.txt"), MailText.read(name + "_en.txt"));
        }
    }

    private record Told(String once, Texts texts, Map<String, String> values, Map<String, Object> json) {}

    OperatorNotice(Outbox outbox, TransactionTemplate transaction, NotificationSettings settings, ObjectMapper json) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
        this.json = json;
    }

    void send(UnevenHour uneven) {
        send(new Told(
                "uneven:" + uneven.door() + ":" + uneven.hour(),
                imbalance,
                Map.of("hour", uneven.hour().toString(), "door", uneven.door(), "lines", lines(uneven)),
                Map.of(
                        "uneven",
                        Map.of(
                                "hour",
                                uneven.hour().toString(),
                                "door",
                                uneven.door(),
                                "lines",
                                uneven.lines().stream()
                                        .map(OperatorNotice::values)
                                        .toList()))));
    }

    /**
     * A mail to the officers of a partner came back.
     *
     * @param message its id in the outbox
     * @param status by RFC 3463
     */
    void sendReturned(UUID message, String partner, String status) {
        Map<String, String> values = Map.of("message", message.toString(), "partner", partner, "status", status);
        send(new Told("returned:" + message, returned, values, Map.of("returned", values)));
    }

    /** A citizen was not answered in time. */
    void sendOverdue(OverdueAnswer overdue) {
        boolean isQuestion = overdue.kind() == OverdueAnswer.Kind.QUESTION;
        Map<String, String> values = Map.of(
                "number",
                overdue.number(),
                isQuestion ? "partner" : "agency",
                overdue.from(),
                "due",
                overdue.dueOn().toString());
        send(new Told(
                "overdue:" + overdue.number(),
                isQuestion ? overdueQuestion : overdueCorrection,
                values,
                Map.of(isQuestion ? "overdueQuestion" : "overdueCorrection", values)));
    }

    private void send(Told told) {
        transaction.executeWithoutResult(status -> {
            if (settings.from() != null) {
                settings.operators().forEach(address -> mail(address, told));
            }
            if (settings.webhooks().containsKey(OPERATORS)) {
                put(WebhookSender.CHANNEL, OPERATORS, told, Map.of(), "application/json", body(told));
            }
        });
    }

    private void mail(String address, Told told) {
        MailText vietnamese = told.texts().vietnamese();
        MailText english = told.texts().english();
        put(
                SmtpSender.CHANNEL,
                OPERATORS + "." + SmtpSender.pseudonym(address),
                told,
                Map.of(
                        SmtpSender.TO,
                        address,
                        SmtpSender.SUBJECT,
                        "[DanCu Bus] " + vietnamese.subject(told.values()) + " / " + english.subject(told.values())),
                "text/plain; charset=utf-8",
                vietnamese.body(told.values()) + "\n\n" + english.body(told.values()));
    }

    private static String lines(UnevenHour uneven) {
        return uneven.lines().stream()
                .map(line -> line.partner() + ": taken " + line.taken() + ", answered " + line.answered() + ", refused "
                        + line.refused() + ", dead " + line.dead() + ", in work " + line.inWork() + ", interrupted "
                        + line.interrupted() + ", missing " + line.missing() + ", unrecorded " + line.unrecorded()
                        + ", uncounted " + line.uncounted())
                .collect(Collectors.joining("\n"));
    }

    private String body(Told told) {
        try {
            return json.writeValueAsString(told.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts and ids are JSON", e);
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
            Told told,
            Map<String, String> headers,
            String contentType,
            String body) {
        outbox.put(new OutboundMessage(
                channel,
                destination,
                null,
                destination + ":" + told.once(),
                null,
                headers,
                contentType,
                MessageContent.of(body.getBytes(StandardCharsets.UTF_8)),
                null));
    }
}
