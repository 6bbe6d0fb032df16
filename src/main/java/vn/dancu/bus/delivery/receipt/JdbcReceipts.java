package vn.dancu.bus.delivery.receipt;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.Receipts;
import vn.dancu.bus.delivery.content.ClaimHolders;
import vn.dancu.bus.delivery.lane.ReceiptVerifier;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Receipts, kept beside their messages. */
final class JdbcReceipts implements Receipts, ReceiptVerifier {

    /** Who receives what comes to the bus. */
    private static final String BUS = "dancu-bus";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, byte[]> keys = new HashMap<>();
    private final Clock clock;

    JdbcReceipts(JdbcTemplate jdbc, TransactionTemplate transaction, Map<String, String> keys, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        keys.forEach((party, key) -> this.keys.put(party, Base64.getDecoder().decode(key.strip())));
    }

    @Override
    public String sign(String party, String messageId, String sha256) {
        byte[] key = keys.get(party);
        if (key == null) {
            throw BusException.of(ErrorCode.CREDENTIALS_MISSING);
        }
        return new ReceiptToken(BUS, messageId, sha256).sign(key, clock.instant());
    }

    @Override
    public void accept(String party, String receipt) {
        byte[] key = keys.get(party);
        ReceiptToken token = ReceiptToken.read(receipt).orElseThrow(() -> invalid("a receipt in the compact form"));
        if (key == null
                || !ReceiptToken.isSigned(receipt, key)
                || !token.receiver().equals(party)) {
            throw BusException.of(ErrorCode.CREDENTIALS_WRONG);
        }
        UUID id = id(token).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        transaction.executeWithoutResult(status -> deliver(id, party, token, receipt));
    }

    @Override
    public boolean isReceipt(String destination, UUID id, String sha256, String receipt) {
        byte[] key = keys.get(destination);
        return key != null
                && ReceiptToken.isSigned(receipt, key)
                && ReceiptToken.read(receipt)
                        .filter(new ReceiptToken(destination, id.toString(), sha256)::equals)
                        .isPresent();
    }

    private void deliver(UUID id, String party, ReceiptToken token, String receipt) {
        List<String> known = jdbc.queryForList(
                "select sha256 from delivery.message where id = ? and destination = ? for update",
                String.class,
                id,
                party);
        if (known.isEmpty()) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN);
        }
        if (!known.contains(token.sha256())) {
            throw invalid("the SHA-256 of the message");
        }
        // One that is being sent again, or has been given up, was delivered all the same. Where none was asked for it
        // is kept.
        int changed = jdbc.update(
                "update delivery.message set state = 'DELIVERED', ended_at = coalesce(ended_at, ?), dead_at = null,"
                        + " last_error = null, receipt = ? where id = ? and (state in ('WAITING', 'SENDING', 'AWAITING_RECEIPT', 'DEAD')"
                        + " or state = 'DELIVERED' and receipt is null)",
                Timestamp.from(clock.instant()),
                receipt,
                id);
        if (changed == 1) {
            jdbc.update("delete from delivery.content where id = ?", id);
            jdbc.update("delete from delivery.claim where holder = ?", ClaimHolders.of(id));
        }
    }

    private static Optional<UUID> id(ReceiptToken token) {
        try {
            return Optional.of(UUID.fromString(token.messageId()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static BusException invalid(String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, "receipt", rule);
    }
}
