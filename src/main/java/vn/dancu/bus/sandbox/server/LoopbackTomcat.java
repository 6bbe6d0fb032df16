package vn.dancu.bus.sandbox.server;

import java.net.InetAddress;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

/** Web servers of the sandbox's mocks, each on a port of its own of 127.0.0.1. */
public final class LoopbackTomcat {

    /** For a server with the servlets that it is given and no other. */
    public static TomcatServletWebServerFactory on(int port) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setRegisterDefaultServlet(false);
        factory.setDisableMBeanRegistry(true);
        return factory;
    }

    private LoopbackTomcat() {}
}
