package vn.dancu.bus.dialect;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.PopulationXml;

/** The XML of the population service in each dialect, made once. */
public final class DialectXml {

    private final Map<String, PopulationXml> byDialect;
    private final PopulationXml official;

    public DialectXml(MessageContext messages, Dialects dialects) {
        this.byDialect = dialects.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Dialect::name,
                        dialect -> messages.populationXml(dialect.answers(), dialect.shape(), dialect.accepts())));
        this.official = messages.populationXml(Version.QCVN_109_V1);
    }

    /** The XML in that dialect; the official one where there is no such dialect, or none was named. */
    public PopulationXml of(@Nullable String dialect) {
        return dialect == null ? official : byDialect.getOrDefault(dialect, official);
    }
}
