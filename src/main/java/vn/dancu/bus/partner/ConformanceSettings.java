package vn.dancu.bus.partner;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What of a partner's conformance is demanded before go-live.
 *
 * @param required whether nobody goes live without a signed result in which every mandatory case has passed
 * @param maxAge how old a result may be, when it is handed in and at go-live, 1 hour to 366 days
 * @param targets addresses of the services that may have been asked, as the results have them; without any every address will do
 * @param keys by which results are signed, name to public key or certificate in PEM: EC P-256, or RSA of 2048 bits and more
 */
@ConfigurationProperties("dancu.partner.conformance")
public record ConformanceSettings(
        @DefaultValue("false") boolean required,
        @DefaultValue("30d") Duration maxAge,
        @DefaultValue List<String> targets,
        @DefaultValue Map<String, Resource> keys) {

    public ConformanceSettings {
        if (maxAge.compareTo(Duration.ofHours(1)) < 0 || maxAge.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException("dancu.partner.conformance.max-age must be between 1h and 366d");
        }
        if (required && keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "dancu.partner.conformance.keys must name a key when dancu.partner.conformance.required is true");
        }
        targets = List.copyOf(targets);
        keys = Map.copyOf(keys);
    }
}
