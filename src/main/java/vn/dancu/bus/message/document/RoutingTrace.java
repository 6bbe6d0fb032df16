package vn.dancu.bus.message.document;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * Which way a message came, and what it does with its document. The list's attributes (id, version, mustUnderstand, actor)
 * are kept in {@link EDocument#extensions} of TraceHeaderList.
 *
 * @param stations the agencies that it passed, in the order of the wire
 */
public record RoutingTrace(List<Station> stations, @Nullable DocumentAction action) {

    /** Nothing is said. */
    public static final RoutingTrace NONE = new RoutingTrace(List.of(), null);

    public RoutingTrace {
        stations = List.copyOf(stations);
    }

    /**
     * An agency that the message passed.
     *
     * @param time in Vietnam's time: the wire writes no zone
     * @param extensions elements that no schema knows
     */
    public record Station(String organId, @Nullable LocalDateTime time, List<Node> extensions) {

        public Station {
            extensions = List.copyOf(extensions);
        }
    }
}
