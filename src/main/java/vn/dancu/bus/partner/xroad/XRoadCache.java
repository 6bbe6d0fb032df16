package vn.dancu.bus.partner.xroad;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.partner.directory.AfterCommit;

/** Clients and security servers from memory, read again in the background when the revision of the room has risen. */
final class XRoadCache implements XRoadDirectory {

    private static final Logger LOGGER = LoggerFactory.getLogger(XRoadCache.class);

    private final JdbcXRoad store;
    private final Clock clock;
    private volatile Known known = new Known(-1, Map.of(), Map.of());

    XRoadCache(JdbcXRoad store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Known(
            long revision, Map<XRoadClient, XRoadClientEntry> clients, Map<String, SecurityServer> servers) {}

    @Override
    public Optional<PartnerId> partnerOf(XRoadClient client) {
        return Optional.ofNullable(known.clients().get(client)).map(XRoadClientEntry::partner);
    }

    @Override
    public List<XRoadClientEntry> clients() {
        return known.clients().values().stream()
                .sorted(Comparator.comparing(it -> it.client().line()))
                .toList();
    }

    @Override
    public Optional<ErrorCode> objectionTo(@Nullable X509Certificate shown) {
        if (shown == null) {
            return Optional.of(ErrorCode.CERTIFICATE_MISSING);
        }
        SecurityServer server = known.servers().get(thumbprint(shown));
        if (server == null) {
            return Optional.of(ErrorCode.CERTIFICATE_WRONG);
        }
        return clock.instant().isBefore(server.validUntil())
                ? Optional.empty()
                : Optional.of(ErrorCode.CERTIFICATE_EXPIRED);
    }

    void refreshWhenCommitted() {
        AfterCommit.run(this::refreshOrKeep);
    }

    void refreshOrKeep() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("X-Road clients could not be refreshed; the last known ones stay in use");
        }
    }

    synchronized void refresh() {
        long revision = store.revision();
        if (revision == known.revision()) {
            return;
        }
        known = new Known(
                revision,
                store.clients().stream().collect(Collectors.toUnmodifiableMap(XRoadClientEntry::client, it -> it)),
                store.servers().stream()
                        .filter(it -> it.revokedAt() == null)
                        .collect(Collectors.toUnmodifiableMap(SecurityServer::thumbprint, it -> it)));
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate of a TLS connection can be written", e);
        }
    }
}
