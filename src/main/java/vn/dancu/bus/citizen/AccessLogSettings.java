package vn.dancu.bus.citizen;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of the log of who looked.
 *
 * @param words what a citizen reads for services, acts and fields
 * @param disclosure which uses the law hides for a time, and for how long
 * @param operator by which name the citizen reads whoever runs the bus
 */
@ConfigurationProperties("dancu.citizen.access")
public record AccessLogSettings(
        @DefaultValue("classpath:citizen/access-words.yaml") Resource words,
        @DefaultValue("classpath:citizen/disclosure.yaml") Resource disclosure,
        @DefaultValue("Cơ quan quản lý, vận hành DanCu Bus") String operator) {

    public AccessLogSettings {
        if (operator.isBlank() || operator.length() > 200) {
            throw new IllegalArgumentException("dancu.citizen.access.operator must be 1 to 200 characters");
        }
    }
}
