package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;

/** What stands in the diagnostics bundle, and what never does. */
class ConsoleDiagnosticsIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final int SHORTEST_SECRET = 8;

    private final ConsoleVisitor operator = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.OPERATOR);

    /** Another context of this process may have configured the logging anew. */
    @BeforeEach
    void look() {
        assertThat(operator.get("/desk/diagnostics").body()).contains("action=\"/desk/diagnostics\"", "threads.txt");
    }

    @Test
    void holdsWhatAHelperNeedsAndIsRecorded() throws IOException {
        LoggerFactory.getLogger(ConsoleDiagnosticsIT.class).warn("A line for the bundle");

        Map<String, String> files = taken();

        assertThat(files.keySet())
                .containsExactly(
                        "version.txt",
                        "settings.txt",
                        "health.txt",
                        "routes.txt",
                        "metrics.txt",
                        "log.txt",
                        "threads.txt");
        assertThat(files.get("settings.txt")).contains("dancu.routes.dir=(set)", "spring.task.scheduling.pool.size=");
        assertThat(files.get("health.txt")).contains("db=UP");
        assertThat(files.get("routes.txt")).contains("h41-lgsp", "route hub-h41-lgsp started=true");
        assertThat(files.get("metrics.txt")).contains("jvm.memory.used");
        assertThat(files.get("log.txt")).contains("WARN vn.dancu.bus.desk.console.ConsoleDiagnosticsIT - A line for");
        assertThat(files.get("threads.txt")).contains("DiagnosticsBundle.threads");
        assertThat(BUS.jdbc()
                        .sql(
                                "select count(*) from audit.event where kind = 'ACT' and result = 'desk.diagnostics_taken'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void holdsNobodysNumberAndNoSecret() throws IOException {
        // Nobody's, and of no number's length: these lines stand in the log of the bus, which other tests search for
        // people.
        String name = "Nguyễn Thị Không Ai";
        LoggerFactory.getLogger(ConsoleDiagnosticsIT.class).warn("Asked for {}", name);
        LoggerFactory.getLogger("org.example").warn("Accounts:\nx / a-word-nobody-else-has");
        LoggerFactory.getLogger("org.example").warn("Signed in with sandbox-h41");
        LoggerFactory.getLogger("org.example").warn("Asked for 9990800001");

        String all = String.join("\n", taken().values());

        assertThat(all)
                .contains("Asked for {}", "Asked for (number)", "Signed in with (secret)")
                .doesNotContain(name, "a-word-nobody-else-has");
        assertThat(all).doesNotContainPattern("[0-9]{9}");
        for (Desk.Sandbox account : Desk.Sandbox.values()) {
            assertThat(all).doesNotContain(account.password());
        }
        Map<String, String> secrets = secrets();
        assertThat(secrets).isNotEmpty();
        secrets.forEach((where, secret) -> assertThat(all).as(where).doesNotContain(secret));
    }

    @Test
    void isForOperatorsAlone() {
        ConsoleVisitor inspector = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.INSPECTOR);

        assertThat(inspector.get("/desk/diagnostics").status()).isEqualTo(403);
        assertThat(inspector.post("/desk/diagnostics", Map.of()).status()).isEqualTo(403);
    }

    private Map<String, String> taken() throws IOException {
        byte[] zip = operator.download("/desk/diagnostics", Map.of());
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** What the running bus has been given under the name of a secret. */
    private static Map<String, String> secrets() {
        ConfigurableEnvironment environment = BUS.bean(ConfigurableEnvironment.class);
        Map<String, String> secrets = new LinkedHashMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    String value = name.toLowerCase(Locale.ROOT).matches("dancu.*(secret|password|key|token).*")
                            ? environment.getProperty(name)
                            : null;
                    if (value != null && value.length() >= SHORTEST_SECRET) {
                        secrets.put(name, value);
                    }
                }
            }
        }
        return secrets;
    }
}
