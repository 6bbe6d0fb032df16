package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The HTTP doors, told apart by path. */
public enum Door {
    SOAP("soap", List.of("/soap/")),
    REST("rest", List.of("/api/", "/dmdc/", "/oauth2/")),
    /** Where no service is: the contract, health, unknown paths. */
    NONE("none", List.of());

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

    public static Door of(HttpServletRequest request) {
        String path = request.getRequestURI();
        for (Door door : values()) {
            if (door.paths.stream().anyMatch(path::startsWith)) {
                return door;
            }
        }
        return NONE;
    }
}
