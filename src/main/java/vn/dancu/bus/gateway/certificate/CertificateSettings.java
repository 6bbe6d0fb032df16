package vn.dancu.bus.gateway.certificate;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dancu.bus.gateway.Door;

/**
 * Client certificates at the HTTP doors. Whoever sets it has {@code server.ssl.client-auth=want}.
 *
 * @param demandedAt the doors that take nobody without a client certificate of the trust store, whether one is registered for the partner or not:
 *     {@code soap}, {@code rest}, {@code adapter}, {@code xroad}, {@code xroad-rest}, {@code me},
 *     {@code admin}
 */
@ConfigurationProperties("dancu.gateway.certificates")
record CertificateSettings(@DefaultValue Set<Door> demandedAt) {

    CertificateSettings {
        demandedAt = Set.copyOf(demandedAt);
        if (demandedAt.contains(Door.NONE)) {
            throw new IllegalArgumentException(
                    "dancu.gateway.certificates.demanded-at takes soap, rest, adapter, xroad, xroad-rest, me and admin");
        }
    }
}
