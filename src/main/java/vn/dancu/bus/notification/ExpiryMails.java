package vn.dancu.bus.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.expiry.Expiries;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.kernel.Sha256;

/**
 * Mails to the operators before something ends, one at 30, 14, 7 and 1 days: the once-key of the outbox, which is known for longer
 * than lies between two of them, keeps every instance from sending a second one.
 */
final class ExpiryMails {

    private static final List<Integer> DAYS = List.of(1, 7, 14, 30);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final int SHORT = 8;
    private static final int LONG = 32;

    private final Expiries expiries;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final List<String> operators;

    ExpiryMails(Expiries expiries, Outbox outbox, TransactionOperations transactions, List<String> operators) {
        this.expiries = expiries;
        this.outbox = outbox;
        this.transactions = transactions;
        this.operators = List.copyOf(operators);
    }

    void send() {
        Instant now = expiries.now();
        for (ExpiringItem item : expiries.list()) {
            Instant until = item.validUntil();
            if (until != null && until.isAfter(now)) {
                threshold(item, now)
                        .ifPresent(days -> transactions.executeWithoutResult(
                                transaction -> operators.forEach(address -> put(item, until, days, address))));
            }
        }
    }

    /** The least of the days that are not over yet; empty while there are more. */
    private static Optional<Integer> threshold(ExpiringItem item, Instant now) {
        Long left = item.daysLeft(now);
        return DAYS.stream().filter(days -> left != null && left < days).findFirst();
    }

    private void put(ExpiringItem item, Instant until, int days, String address) {
        String who = hash(address, SHORT);
        String what = item.subject() == null ? item.id() : item.subject();
        String whose = item.owner() == null ? "DanCu Bus" : item.owner().value();
        String end = MINUTE.format(until);
        String subject = "[DanCu Bus] Còn dưới " + days + " ngày / less than " + days + " days: "
                + item.kind().word();
        String body = String.join(
                "\n",
                "Sắp hết hạn lúc " + end + " (giờ Việt Nam).",
                "Của: " + whose,
                "Là: " + what,
                "Dùng ở: " + item.use(),
                "",
                "Ends at " + end + " (time of Vietnam).",
                "Owner: " + whose,
                "What: " + what,
                "Used by: " + item.use(),
                "");
        outbox.put(new OutboundMessage(
                SmtpSender.CHANNEL,
                "operators." + who,
                null,
                "expiry:" + hash(item.id() + until, LONG) + ":" + days + ":" + who,
                null,
                Map.of(SmtpSender.TO, address, SmtpSender.SUBJECT, subject),
                "text/plain; charset=utf-8",
                MessageContent.of(body.getBytes(StandardCharsets.UTF_8)),
                until));
    }

    private static String hash(String text, int length) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, length);
    }
}
