package vn.dancu.bus.shelf.shadow;

import java.util.List;
import org.apache.camel.NamedNode;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.WireTapDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A step by which a route reaches outside itself: a bean, or an address that is no route and no data format.
 *
 * @param text such as {@code gateway.addressAnswer}, {@code inquiry:ask} or {@code {{dancu.channel.hub-answers}}}
 * @param isSend whether the route goes on the same whatever becomes of it
 * @param isTap whether it works on a copy of its own
 */
record EdgeKey(String text, boolean isSend, boolean isTap) {

    private static final List<String> WITHIN = List.of("direct:", "dataformat:");
    private static final List<String> SENDS =
            List.of("{{dancu.channel.", "delivery:", "axis:send", "axis:update-status");

    /** The key of a step; null when it stays within the routes. */
    static @Nullable EdgeKey of(NamedNode step) {
        if (step instanceof WireTapDefinition<?> tap) {
            return new EdgeKey("wireTap " + address(tap.getUri()), true, true);
        }
        if (step instanceof BeanDefinition bean) {
            return new EdgeKey(bean.getRef() + "." + bean.getMethod(), false, false);
        }
        if (step instanceof SendDefinition<?> send) {
            String address = address(send.getEndpointUri());
            return WITHIN.stream().anyMatch(address::startsWith)
                    ? null
                    : new EdgeKey(address, SENDS.stream().anyMatch(address::startsWith), false);
        }
        return null;
    }

    /** Without options: what these change is seen in what the step does. */
    private static String address(@Nullable String uri) {
        return String.valueOf(uri).replaceFirst("\\?.*", "");
    }
}
