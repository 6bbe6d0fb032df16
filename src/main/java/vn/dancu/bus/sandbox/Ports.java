package vn.dancu.bus.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Ports on loopback. A taken one is refused by the name of its setting, which Spring Boot prints as what to mend. */
final class Ports {

    static final String HOST = "127.0.0.1";

    private static final int HIGHEST = 65_535;

    /** The port itself if it is free, any free one for 0. */
    static int claim(String key, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new InvalidConfigurationPropertyValueException(
                    key,
                    port,
                    "cổng " + port + " đang có chương trình khác dùng / port " + port + " on " + HOST
                            + " is taken: stop what listens there, or give " + key
                            + " another port (0 takes any free one)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int anyFree() {
        return claim("", 0);
    }

    static void refuseOutOfRange(String key, int port) {
        if (port < 0 || port > HIGHEST) {
            throw new IllegalArgumentException(key + " must be from 0 to " + HIGHEST);
        }
    }

    private Ports() {}
}
