package vn.dancu.bus.dialect.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** Faults in JSON: those of an API gateway under {@code fault}, and the problem documents of RFC 9457 that a bus writes. */
final class JsonFaults {

    private static final int SERVER = 500;

    static Optional<WireFault> in(JsonNode root) {
        JsonNode fault = root.path("fault");
        if (fault.isObject()) {
            return Optional.of(new WireFault(
                    WireFault.Source.GATEWAY,
                    false,
                    FaultCode.shown(fault.path("code").asText())));
        }
        if (root.path("type").isTextual()
                && root.path("detail").isTextual()
                && !root.path("status").isInt()) {
            return Optional.of(ofXRoad(root));
        }
        if (root.path("code").isTextual() && root.path("status").isInt()) {
            boolean isOurs = root.path("status").intValue() < SERVER;
            return Optional.of(new WireFault(
                    WireFault.Source.PROVIDER,
                    isOurs,
                    FaultCode.shown(root.path("code").textValue())));
        }
        return Optional.empty();
    }

    /** As X-Road has errors over REST: of a security server, or of a bus that puts its own code beside. */
    private static WireFault ofXRoad(JsonNode root) {
        String type = root.path("type").textValue();
        boolean isOurs = type.toLowerCase(Locale.ROOT).startsWith("client.");
        String own = root.path("code").textValue();
        return new WireFault(WireFault.Source.PROVIDER, isOurs, FaultCode.shown(own == null ? type : own));
    }

    private JsonFaults() {}
}
