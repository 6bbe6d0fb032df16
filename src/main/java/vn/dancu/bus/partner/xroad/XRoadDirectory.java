package vn.dancu.bus.partner.xroad;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Who asks over X-Road. Answers come from memory, at most {@code dancu.partner.refresh} old on every instance.
 */
public interface XRoadDirectory {

    /** The partner that a client stands for; empty when operators named none. */
    Optional<PartnerId> partnerOf(XRoadClient client);

    /** All clients that stand for a partner, by identifier. */
    List<XRoadClientEntry> clients();

    /**
     * The objection to whoever hands a message over: {@code certificate_missing}, {@code certificate_wrong} or
     * {@code certificate_expired}; empty for a registered security server.
     *
     * @param shown the certificate of the TLS connection; null when there was none
     */
    Optional<ErrorCode> objectionTo(@Nullable X509Certificate shown);
}
