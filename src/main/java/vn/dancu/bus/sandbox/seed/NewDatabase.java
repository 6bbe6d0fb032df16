package vn.dancu.bus.sandbox.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.server.DatabaseContent;

/** The tables of the bus and the synthetic people: its key is a hash of the files that make them. */
final class NewDatabase implements DatabaseContent {

    /** Migrations, the code that makes people, rows and folded names, and the lists from which it takes. */
    private static final List<String> MAKERS = List.of(
            "classpath:db/migration/*",
            "classpath:vn/dancu/bus/kernel/name/*.class",
            "classpath:vn/dancu/bus/sandbox/population/*.class",
            "classpath:vn/dancu/bus/sandbox/seed/*.class",
            "classpath:catalogues/wards_*.csv",
            "classpath:sandbox/enriched.sql");

    private static final int DIGITS_OF_DIGEST = 16;

    private final SandboxSettings settings;

    NewDatabase(SandboxSettings settings) {
        this.settings = settings;
    }

    @Override
    public String key() {
        try {
            List<Resource> files = new ArrayList<>();
            for (String pattern : MAKERS) {
                files.addAll(List.of(new PathMatchingResourcePatternResolver().getResources(pattern)));
            }
            files.sort(Comparator.comparing(file -> String.valueOf(file.getFilename())));
            StringBuilder all = new StringBuilder();
            for (Resource file : files) {
                all.append(file.getFilename()).append(Sha256.hex(file.getContentAsByteArray()));
            }
            byte[] makers = all.toString().getBytes(StandardCharsets.UTF_8);
            return "%d-%d-%s"
                    .formatted(
                            settings.citizens(),
                            settings.seed(),
                            Sha256.hex(makers).substring(0, DIGITS_OF_DIGEST));
        } catch (IOException e) {
            throw new UncheckedIOException("The files that make a new database cannot be read", e);
        }
    }

    @Override
    public void fill(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        new JdbcRegisterSeeder(database, settings).seed();
        // Every sandbox that is copied from this one would do it at its first leisure.
        new JdbcTemplate(database).execute("vacuum (freeze, analyze)");
    }
}
