package vn.dancu.bus.camel.axis;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.dancu.bus.message.axis.ReceivedItem;

/**
 * The messages that were given to the route and are listed still, since the report to the axis is on its way. They are not given
 * again for a while; one whose report is lost is, and the route finds out that it was taken. Thread-safe.
 */
final class GivenMessages {

    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** By number: when it went through the route, or 0 while it does. */
    private final Map<String, Long> given = new ConcurrentHashMap<>();

    /** Forgets what is no longer listed, and what may be given again. */
    void keep(Collection<ReceivedItem> listed) {
        Set<String> numbers = listed.stream().map(GivenMessages::number).collect(Collectors.toSet());
        long now = System.nanoTime();
        given.entrySet()
                .removeIf(one ->
                        one.getValue() != 0 && (!numbers.contains(one.getKey()) || now - one.getValue() > AGAIN_NANOS));
    }

    boolean isNew(ReceivedItem item) {
        return !given.containsKey(number(item));
    }

    void begin(ReceivedItem item) {
        given.put(number(item), 0L);
    }

    void ended(ReceivedItem item, boolean isThrough) {
        if (isThrough) {
            given.put(number(item), System.nanoTime());
        } else {
            given.remove(number(item));
        }
    }

    private static String number(ReceivedItem item) {
        return String.valueOf(item.number());
    }
}
