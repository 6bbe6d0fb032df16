package vn.dancu.bus.partner.xroad;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.credential.CertificateReader;

/** Keeps clients and security servers, each change with its act. */
final class XRoadRegistrar implements XRoadRegistry {

    private static final int MAX_NAME_LENGTH = 200;

    private final JdbcXRoad store;
    private final TransactionTemplate transaction;
    private final Acts acts;
    private final Clock clock;
    private final Consumer<Changed> rooms;

    XRoadRegistrar(JdbcXRoad store, TransactionTemplate transaction, Acts acts, Clock clock, Consumer<Changed> rooms) {
        this.store = store;
        this.transaction = transaction;
        this.acts = acts;
        this.clock = clock;
        this.rooms = rooms;
    }

    @Override
    public List<XRoadClientEntry> clients() {
        return store.clients();
    }

    @Override
    public XRoadClientEntry add(XRoadClient client, PartnerId partner, Actor by) {
        XRoadClientEntry entry = new XRoadClientEntry(client, partner, now(), by.name());
        transaction.executeWithoutResult(status -> {
            if (!store.hasPartner(partner)) {
                throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner");
            }
            if (!store.insert(entry)) {
                throw BusException.of(ErrorCode.RESOURCE_EXISTS, "client", "a client that stands for no partner yet");
            }
            record(by, "partner.xroad_client_added", partner, "xroad-client/" + client.line(), Map.of());
        });
        return entry;
    }

    @Override
    public void remove(XRoadClient client, String reason, Actor by) {
        String why = ActReason.checked("reason", reason);
        transaction.executeWithoutResult(status -> {
            PartnerId partner = store.delete(client).stream()
                    .findFirst()
                    .orElseThrow(() -> BusException.of(
                            ErrorCode.RESOURCE_UNKNOWN, "client", "a client that stands for a partner"));
            record(by, "partner.xroad_client_removed", partner, "xroad-client/" + client.line(), Map.of("reason", why));
        });
    }

    @Override
    public List<SecurityServer> servers() {
        return store.servers();
    }

    @Override
    public SecurityServer register(String name, byte[] certificate, Actor by) {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "name", "1 to 200 characters, no control character");
        }
        CertificateReader.Read read = CertificateReader.read(certificate);
        Instant now = now();
        if (!read.until().isAfter(now)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "certificate", "one that has not expired");
        }
        SecurityServer server = new SecurityServer(
                UUID.randomUUID(),
                name.strip(),
                read.thumbprint(),
                read.subject(),
                read.from(),
                read.until(),
                now,
                by.name(),
                null,
                null);
        transaction.executeWithoutResult(status -> {
            if (!store.insert(server, read.der())) {
                throw BusException.of(ErrorCode.RESOURCE_EXISTS, "certificate", "one that is not registered yet");
            }
            record(
                    by,
                    "partner.security_server_registered",
                    null,
                    "security-server/" + server.id(),
                    Map.of("name", server.name(), "thumbprint", server.thumbprint()));
        });
        return server;
    }

    @Override
    public void revoke(UUID server, String reason, Actor by) {
        String why = ActReason.checked("reason", reason);
        transaction.executeWithoutResult(status -> {
            if (!store.revoke(server, why, by.name(), now())) {
                throw store.servers().stream().anyMatch(it -> it.id().equals(server))
                        ? BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "server", "not revoked yet")
                        : new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
            }
            record(by, "partner.security_server_revoked", null, "security-server/" + server, Map.of("reason", why));
        });
    }

    private void record(
            Actor by, String action, @Nullable PartnerId partner, String subject, Map<String, String> detail) {
        acts.record(new Act(by, action, partner, subject, detail));
        rooms.accept(new Changed("partner"));
    }

    /** Whole milliseconds, which the database keeps exactly. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
