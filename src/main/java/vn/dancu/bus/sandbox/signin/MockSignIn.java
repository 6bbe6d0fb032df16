package vn.dancu.bus.sandbox.signin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebApplicationContext;
import org.thymeleaf.ITemplateEngine;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.sandbox.SandboxSignInSettings;
import vn.dancu.bus.sandbox.guide.SyntheticPeople;
import vn.dancu.bus.sandbox.server.EmbeddedServer;
import vn.dancu.bus.sandbox.server.LoopbackPort;
import vn.dancu.bus.sandbox.server.LoopbackTomcat;

/** Both issuers on a port of their own. What they are made of is made at the first request: most starts of a sandbox have none. */
public final class MockSignIn implements EmbeddedServer {

    /** The sandbox's portal page: below it sign-ins come back. */
    public static final String PORTAL_PAGE = "/sandbox/citizen";

    static final String PORT_KEY = "dancu.sandbox.sign-in.port";

    /** Cookies do not know ports: the bus and the portal page are on the same host. */
    private static final String COOKIE = "dancu-sandbox-sign-in";

    private final SandboxSignInSettings settings;
    private final HttpSettings http;
    private final MockAccounts accounts;
    private final ITemplateEngine templates;
    private final Clock clock;
    private int port;
    private @Nullable WebServer server;

    public MockSignIn(
            SandboxSignInSettings settings,
            HttpSettings http,
            SyntheticPeople people,
            ITemplateEngine templates,
            Clock clock) {
        this.settings = settings;
        this.http = http;
        this.accounts = new MockAccounts(people);
        this.templates = templates;
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
        TomcatServletWebServerFactory factory = LoopbackTomcat.on(port);
        Cookie cookie = factory.getSession().getCookie();
        cookie.setName(COOKIE);
        cookie.setHttpOnly(true);
        cookie.setSameSite(Cookie.SameSite.LAX);
        WebServer starting = factory.getWebServer(this::parts);
        starting.start();
        server = starting;
    }

    private void parts(ServletContext context) {
        MockSigningKeys keys = new MockSigningKeys();
        TokenFaultPlan faults = new TokenFaultPlan();
        var parts = new MockIssuerChains.Parts(
                port,
                settings.clientId(),
                settings.clientSecret(),
                redirects(),
                URI.create(http.addressOf(PORTAL_PAGE)),
                accounts,
                keys,
                faults,
                clock);
        context.addFilter("issuers", new LateChains(parts)).addMappingForUrlPatterns(null, false, "/*");
        context.addServlet("pages", new MockSignInPages(templates, accounts, keys, faults))
                .addMapping("/*");
    }

    private List<URI> redirects() {
        List<URI> redirects = new ArrayList<>(settings.redirectUris());
        for (MockIssuer issuer : MockIssuer.values()) {
            redirects.add(URI.create(http.addressOf(PORTAL_PAGE + "/signed-in/" + issuer.id())));
        }
        return redirects;
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
    public synchronized int port() {
        return port;
    }

    /** The chains of both issuers in a context of their own, made when first needed. */
    private static final class LateChains implements Filter {

        private final MockIssuerChains.Parts parts;
        private @Nullable AnnotationConfigServletWebApplicationContext made;

        LateChains(MockIssuerChains.Parts parts) {
            this.parts = parts;
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chains(request.getServletContext()).doFilter(request, response, chain);
        }

        private synchronized Filter chains(ServletContext servlets) {
            AnnotationConfigServletWebApplicationContext context = made;
            if (context == null) {
                context = new AnnotationConfigServletWebApplicationContext();
                context.setServletContext(servlets);
                context.registerBean(MockIssuerChains.Parts.class, () -> parts);
                context.register(MockIssuerChains.class);
                context.refresh();
                made = context;
            }
            return context.getBean("springSecurityFilterChain", Filter.class);
        }

        @Override
        public synchronized void destroy() {
            if (made != null) {
                made.close();
            }
        }
    }
}
