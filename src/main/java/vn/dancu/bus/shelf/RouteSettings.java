package vn.dancu.bus.shelf;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the flows are that operators own.
 *
 * @param dir the folder; every right {@code *.camel.yaml} below it is loaded
 * @param poll how often the folder is looked at for new files; {@code 0s} is never, new files then take a restart
 */
@ConfigurationProperties("dancu.routes")
record RouteSettings(@DefaultValue("routes") String dir, @DefaultValue("5s") Duration poll) {

    RouteSettings {
        if (poll.isNegative() || poll.toHours() > 1) {
            throw new IllegalArgumentException("dancu.routes.poll takes 0s to 1h");
        }
    }
}
