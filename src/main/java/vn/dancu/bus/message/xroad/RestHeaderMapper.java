package vn.dancu.bus.message.xroad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** X-Road's header in HTTP (PR-REST §4.3). */
final class RestHeaderMapper {

    private static final int MAX_LENGTH = 255;

    private RestHeaderMapper() {}

    static Map<String, String> of(XRoadHeader header) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(XRoadHeader.CLIENT, header.client().path());
        XRoadId server = header.securityServer();
        put(fields, XRoadHeader.SECURITY_SERVER, server == null ? null : server.path());
        put(fields, XRoadHeader.ID, header.id());
        put(fields, XRoadHeader.USER_ID, header.userId());
        put(fields, XRoadHeader.ISSUE, header.issue());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    static XRoadHeader header(Map<String, String> fields, @Nullable String servicePath) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(fields);
        XRoadId client = id(XRoadHeader.CLIENT, byName.get(XRoadHeader.CLIENT), XRoadId::ofClientPath);
        if (client == null) {
            throw invalid(XRoadHeader.CLIENT, "instance/class/member or instance/class/member/subsystem");
        }
        String service = servicePath != null ? servicePath : byName.get(XRoadHeader.SERVICE);
        return new XRoadHeader(
                client,
                id(XRoadHeader.SERVICE, service, XRoadId::ofServicePath),
                null,
                id(XRoadHeader.SECURITY_SERVER, byName.get(XRoadHeader.SECURITY_SERVER), XRoadId::ofServerPath),
                text(byName, XRoadHeader.ID),
                text(byName, XRoadHeader.USER_ID),
                text(byName, XRoadHeader.ISSUE),
                null,
                List.of());
    }

    private static @Nullable XRoadId id(String field, @Nullable String value, Function<String, XRoadId> reading) {
        try {
            return value == null ? null : reading.apply(value);
        } catch (IllegalArgumentException e) {
            throw invalid(field, "an identifier of X-Road in percent-encoding");
        }
    }

    private static @Nullable String text(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
            throw invalid(name, "at most 255 characters, none of them a control character");
        }
        return value.strip();
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.HEADER_INVALID, field, rule);
    }
}
