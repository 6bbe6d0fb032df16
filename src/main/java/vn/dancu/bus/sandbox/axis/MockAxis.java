package vn.dancu.bus.sandbox.axis;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.sandbox.SandboxAxisSettings;
import vn.dancu.bus.sandbox.fault.Fault;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.fault.FaultServlet;
import vn.dancu.bus.sandbox.server.EmbeddedServer;
import vn.dancu.bus.sandbox.server.LoopbackPort;
import vn.dancu.bus.sandbox.server.LoopbackTomcat;

/** The mock axis on a port of its own. Drills may take it away for a while; its documents stay. */
public final class MockAxis implements EmbeddedServer, AutoCloseable {

    static final String PORT_KEY = "dancu.sandbox.axis.port";

    private static final Set<Fault.Kind> PLAYED = EnumSet.of(
            Fault.Kind.SLOW,
            Fault.Kind.TRICKLE,
            Fault.Kind.FAIL,
            Fault.Kind.ERROR_PAGE,
            Fault.Kind.PAGE,
            Fault.Kind.GARBAGE,
            Fault.Kind.NO_DATA,
            Fault.Kind.TRUNCATED,
            Fault.Kind.LOST,
            Fault.Kind.DUPLICATE,
            Fault.Kind.UNREAD);

    /** The axis' code for a fault of its own. */
    private static final String SYSTEM_ERROR = "20";

    private final Path folder;
    private final SandboxAxisSettings settings;
    private final MessageContext messages;
    private final Clock clock;
    private int port;
    private @Nullable WebServer server;
    private @Nullable AxisStore store;

    /** @param dir in which it keeps its messages, in a folder of its own */
    public MockAxis(Path dir, SandboxAxisSettings settings, MessageContext messages, Clock clock) {
        this.folder = dir.toAbsolutePath().resolve("axis");
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** Refuses a port that is taken, with the name of its setting. */
    void requirePort() {
        LoopbackPort.claim(PORT_KEY, settings.port());
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        port = LoopbackPort.claim(PORT_KEY, port == 0 ? settings.port() : port);
        AxisStore opened = new AxisStore(folder, new AgencyList(settings), clock);
        TomcatServletWebServerFactory factory = LoopbackTomcat.on(port);
        WebServer starting = factory.getWebServer(context -> servlets(context, opened));
        starting.start();
        store = opened;
        server = starting;
    }

    private void servlets(ServletContext context, AxisStore opened) {
        FaultPlan faults = new FaultPlan(PLAYED, SYSTEM_ERROR);
        MessageReceiver receiver = new MessageReceiver(opened, messages);
        context.addServlet("faults", new FaultServlet(faults)).addMapping(FaultServlet.PATH);
        context.addServlet("edoc", new EdocServlet(new EdocVerbs(opened, settings), faults))
                .addMapping(EdocServlet.PATH);
        context.addServlet("axis", new AxisServlet(settings, new VxpVerbs(opened, receiver), faults))
                .addMapping("/*");
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server.destroy();
            server = null;
        }
        if (store != null) {
            store.close();
            store = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public synchronized int port() {
        return port;
    }
}
