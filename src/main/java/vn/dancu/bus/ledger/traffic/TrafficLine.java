package vn.dancu.bus.ledger.traffic;

import java.time.Instant;
import java.util.Map;

/**
 * The questions of one door, partner or service.
 *
 * @param value the door, partner or service
 * @param minutes by the first moment of a minute; none for a minute in which nothing came
 */
public record TrafficLine(String value, Map<Instant, TrafficCount> minutes) {

    public TrafficLine {
        minutes = Map.copyOf(minutes);
    }

    /** Of all its minutes since that moment. */
    public TrafficCount since(Instant from) {
        return minutes.entrySet().stream()
                .filter(minute -> !minute.getKey().isBefore(from))
                .map(Map.Entry::getValue)
                .reduce(TrafficCount.none(), TrafficCount::plus);
    }
}
