package vn.dancu.bus.sandbox.national;

import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.sandbox.SandboxNationalSettings;
import vn.dancu.bus.sandbox.fault.CutConnections;
import vn.dancu.bus.sandbox.fault.Fault;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.fault.FaultServlet;
import vn.dancu.bus.sandbox.national.register.NationalRegister;
import vn.dancu.bus.sandbox.server.EmbeddedServer;
import vn.dancu.bus.sandbox.server.LoopbackPort;
import vn.dancu.bus.sandbox.server.LoopbackTomcat;

/** The mock of the national side on a port of its own. Drills may take it away for a while; its journal stays. */
public final class MockNational implements EmbeddedServer, AutoCloseable {

    static final String PORT_KEY = "dancu.sandbox.national.port";

    /** What it can be told to do wrong. */
    public static final Set<Fault.Kind> PLAYED = Set.of(
            Fault.Kind.SLOW,
            Fault.Kind.TRICKLE,
            Fault.Kind.FAIL,
            Fault.Kind.ERROR_PAGE,
            Fault.Kind.PAGE,
            Fault.Kind.GARBAGE,
            Fault.Kind.NO_DATA,
            Fault.Kind.TRUNCATED,
            Fault.Kind.LOST,
            Fault.Kind.DROP,
            Fault.Kind.FAULT,
            Fault.Kind.GATEWAY_JSON,
            Fault.Kind.GATEWAY_XML,
            Fault.Kind.UNAUTHORIZED,
            Fault.Kind.CLOCK,
            Fault.Kind.NAMESPACE,
            Fault.Kind.CHARSET,
            Fault.Kind.HUGE,
            Fault.Kind.NO_TYPE,
            Fault.Kind.OTHER_PERSON,
            Fault.Kind.PARTIAL);

    private static final String PLATFORM_PACK = "ngsp";
    private static final String XROAD_PACK = "official";
    private static final String BLOCKED = "700700";

    private final SandboxNationalSettings settings;
    private final Map<String, NationalWire> wires;
    private final MessageContext messages;
    private final NationalRegister register;
    private final List<CatalogueChange> changes;
    private final NationalJournal journal;
    private final Clock clock;
    private int port;
    private @Nullable WebServer server;

    /** @param changes where its code lists differ from those that the bus came with */
    public MockNational(
            SandboxNationalSettings settings,
            NationalRegister register,
            List<CatalogueChange> changes,
            Dialects dialects,
            MessageContext messages,
            Clock clock) {
        this.settings = settings;
        this.register = register;
        this.changes = List.copyOf(changes);
        this.messages = messages;
        this.journal = new NationalJournal(clock);
        this.clock = clock;
        this.wires = dialects.all().stream()
                .collect(Collectors.toMap(Dialect::name, dialect -> new NationalWire(dialect, messages)));
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
        TomcatServletWebServerFactory factory = LoopbackTomcat.on(port);
        factory.addContextValves(new CutConnections());
        WebServer starting = factory.getWebServer(this::servlets);
        starting.start();
        server = starting;
    }

    private void servlets(ServletContext context) {
        FaultPlan faults = new FaultPlan(PLAYED, BLOCKED);
        NationalTokens tokens = new NationalTokens(settings.tokenLife(), clock);
        NationalSignIn signIn = new NationalSignIn(settings, tokens, clock);
        NationalCatalogues catalogues = new NationalCatalogues(changes);
        PopulationService service = new PopulationService(register, clock);
        NationalWire platform = wire(PLATFORM_PACK);
        context.addServlet("faults", new FaultServlet(faults)).addMapping("/control" + FaultServlet.PATH);
        context.addServlet("control", new ControlServlet(journal, tokens, catalogues, register))
                .addMapping(ControlServlet.PATH);
        context.addServlet("token", new TokenServlet(tokens, signIn, faults, journal))
                .addMapping(TokenServlet.PATH);
        context.addServlet("catalogue", new CatalogueServlet(catalogues, platform, signIn, faults, journal))
                .addMapping(CatalogueServlet.PATH);
        context.addServlet("question", new QuestionServlet(wires, service, signIn, faults, journal))
                .addMapping(QuestionServlet.PATH, QuestionServlet.ADAPTER_PATH);
        context.addServlet(
                        "xroad",
                        new SecurityServerServlet(
                                wire(XROAD_PACK), platform, messages.populationJson(), service, faults, journal))
                .addMapping(SecurityServerServlet.SOAP_PATH, SecurityServerServlet.REST_PATH);
    }

    private NationalWire wire(String pack) {
        NationalWire wire = wires.get(pack);
        if (wire == null) {
            throw new IllegalStateException("There is no pack " + pack);
        }
        return wire;
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server.destroy();
            server = null;
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
