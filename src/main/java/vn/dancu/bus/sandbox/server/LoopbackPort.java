package vn.dancu.bus.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Ports on loopback. An occupied port is refused with the name of its setting, which Spring Boot prints. */
public final class LoopbackPort {

    public static final String HOST = "127.0.0.1";

    /** The port if it is free; any free one for 0. */
    public static int claim(String key, int port) {
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

    private LoopbackPort() {}
}
