package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;

/** The HTTP doors, distinguished by path. */
public enum Door {
    SOAP("soap", List.of("/soap/")),
    /** Its acts are recorded by the rooms; nobody asks about a person here. */
    ADMIN("admin", List.of("/api/v1/admin/", "/api/v1/contacts", "/api/v1/notices", "/contacts")),
    /** A citizen asks through a portal, which shows its own token and the citizen's. */
    ME("me", List.of("/api/v1/me/")),
    REST("rest", List.of("/api/", "/dmdc/", "/oauth2/")),
    ADAPTER("adapter", List.of("/XrdAdapter/", "/VXPAdapter/")),
    /** Over SOAP, from a security server of X-Road. */
    XROAD("xroad", List.of("/xroad/")),
    /** Over REST, from a security server of X-Road. */
    XROAD_REST("xroad-rest", List.of("/r1/", "/listClients")),
    /** Where no service is: the contract, health, unknown paths. */
    NONE("none", List.of());

    private static final Door[] ALL = values();

    private final String code;
    private final List<String> paths;

    Door(String code, List<String> paths) {
        this.code = code;
        this.paths = paths;
    }

    /** The door's name in records and logs. */
    public String code() {
        return code;
    }

    /** Whether a service is asked by a method and a path of HTTP. */
    public boolean isRest() {
        return this == REST || this == ADAPTER || this == ME || this == XROAD_REST;
    }

    /** Whether the request brings a message to a SOAP door, so that a fault is its answer; only a POST does. */
    public static boolean takesMessage(HttpServletRequest request) {
        Door door = of(request);
        return "POST".equals(request.getMethod()) && (door == SOAP || door == XROAD);
    }

    /** The door of a request, even of one whose request line could not be read. */
    public static Door of(HttpServletRequest request) {
        return ofPath(path(request));
    }

    /** The path as the container matches it: {@code /api/v1/citizens/%6cookup} is the path of look-ups. As it was sent where nothing was matched. */
    public static String path(HttpServletRequest request) {
        String matched = Objects.requireNonNullElse(request.getServletPath(), "")
                + Objects.requireNonNullElse(request.getPathInfo(), "");
        return matched.isEmpty() ? Objects.requireNonNullElse(request.getRequestURI(), "") : matched;
    }

    static Door ofPath(String path) {
        for (Door door : ALL) {
            for (String start : door.paths) {
                if (path.startsWith(start)) {
                    return door;
                }
            }
        }
        return NONE;
    }
}
