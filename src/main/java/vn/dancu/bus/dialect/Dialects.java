package vn.dancu.bus.dialect;

import java.util.Map;
import java.util.Optional;
import vn.dancu.bus.message.Version;

/** The dialects that the bus speaks. */
public final class Dialects {

    private static final Map<String, Dialect> ALL = Map.of(
            "official", new Dialect("official", Version.QCVN_109_V1),
            "live", new Dialect("live", Version.LIVE_V1));

    /** The dialect of that name, or empty when none has it. */
    public static Optional<Dialect> byName(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private Dialects() {}
}
