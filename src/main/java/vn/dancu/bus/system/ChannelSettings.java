package vn.dancu.bus.system;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The endpoints behind the logical names that routes use: a route names {@code {{dancu.channel.<name>}}}, as a source or as
 * a target, and never a queue, a topic or a host.
 *
 * @param channel Camel endpoint URI by channel name; an installation may add names of its own
 */
@ConfigurationProperties("dancu")
record ChannelSettings(@DefaultValue Map<String, String> channel) {

    ChannelSettings {
        channel.forEach((name, uri) -> {
            if (!name.matches("[a-z][a-z0-9-]*")) {
                throw new IllegalArgumentException(
                        "dancu.channel." + name + ": a channel name has small letters, digits and hyphens only");
            }
            if (!uri.matches("[a-z][a-z0-9+.-]*:.+")) {
                throw new IllegalArgumentException(
                        "dancu.channel." + name + " must be a Camel endpoint URI, such as jms:queue:dancu.example");
            }
        });
        channel = Map.copyOf(channel);
    }
}
