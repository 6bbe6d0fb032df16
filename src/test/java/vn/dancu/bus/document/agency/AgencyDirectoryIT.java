package vn.dancu.bus.document.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.document.AgencySettings;
import vn.dancu.bus.document.axis.AgencyRegistration;
import vn.dancu.bus.document.axis.AxisAccount;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.RunningAxis;
import vn.dancu.bus.fixtures.ShiftedClock;

/** The directory over the mock axis and a real database; the time between two readings is moved, not waited for. */
class AgencyDirectoryIT {

    private static final AgencySettings SETTINGS =
            new AgencySettings(AxisAccounts.MAIN, Duration.ofHours(1), Duration.ofDays(7), Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private final ShiftedClock clock = new ShiftedClock();
    private final DataSource database = MigratedDatabase.fresh();
    private final AgencyMap map = new AgencyMap();
    private RunningAxis axis;
    private AgencySynchronizer synchronizer;

    @BeforeEach
    void start() {
        axis = RunningAxis.start(folder, 300);
        synchronizer = synchronizer(map);
    }

    @AfterEach
    void stop() {
        axis.close();
    }

    private AgencySynchronizer synchronizer(AgencyMap of) {
        AxisAccount account = new AxisAccount(
                AxisAccounts.MAIN, RunningAxis.REGISTER, Duration.ofSeconds(1), axis.transport(RunningAxis.REGISTER));
        AxisAccounts accounts = new AxisAccounts() {
            @Override
            public Set<String> names() {
                return Set.of(AxisAccounts.MAIN);
            }

            @Override
            public Optional<AxisAccount> find(String name) {
                return Optional.of(account);
            }
        };
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        return new AgencySynchronizer(
                new JdbcAgencies(new JdbcTemplate(database), transactions), of, accounts, SETTINGS, clock);
    }

    @Test
    void findsAnAgencyByEachFormOfItsCode() {
        assertThat(map.find("H41")).isEmpty();

        synchronizer.run();

        assertThat(map.size()).isEqualTo(303);
        assertThat(map.find("H41.01.01.001"))
                .isEqualTo(map.find("001.01.01.H41"))
                .hasValueSatisfying(entry -> {
                    assertThat(entry.code()).isEqualTo("H41.01.01.001");
                    assertThat(entry.oldCode()).isEqualTo("001.01.01.H41");
                    assertThat(entry.name()).isEqualTo("Đơn vị thử nghiệm số 000001");
                });
        assertThat(map.find("H41.99")).isEmpty();
        assertThat(map.find("không phải mã")).isEmpty();
    }

    @Test
    void takesOverChangesAndDeletionsWithoutReadingTheWholeList() {
        synchronizer.run();
        var province = axis.transport(RunningAxis.PROVINCE);
        province.register(new AgencyRegistration(null, "H41", "H41.77", "Sở Nội vụ", null, null, null));
        axis.faults("[{\"verb\":\"getAgenciesListQD20\",\"fault\":\"fail\"}]");

        synchronizer.run();
        assertThat(map.find("H41.77")).as("not before changes are due").isEmpty();
        clock.shift(Duration.ofMinutes(61));
        synchronizer.run();
        assertThat(map.find("000.00.77.H41")).isPresent();

        province.delete("H41.77");
        clock.shift(Duration.ofMinutes(122));
        synchronizer.run();
        assertThat(map.find("H41.77")).isEmpty();
        assertThat(map.size()).isEqualTo(303);
    }

    @Test
    void survivesTheAxisBeingAwayAndARestart() {
        synchronizer.run();
        axis.server().stop();
        clock.shift(Duration.ofDays(30));

        synchronizer.run();
        AgencyMap another = new AgencyMap();
        synchronizer(another).run();

        assertThat(map.size()).isEqualTo(303);
        assertThat(another.find("H41.01.01.001")).isEqualTo(map.find("H41.01.01.001"));
        axis.server().start();
    }

    @Test
    void takesNoListThatCannotBeReadOrLacksMostAgencies() {
        synchronizer.run();
        axis.faults("[{\"verb\":\"getAgenciesList\",\"fault\":\"truncated\"}]");
        clock.shift(Duration.ofDays(8));
        synchronizer.run();
        assertThat(map.size()).isEqualTo(303);

        axis.close();
        axis = RunningAxis.start(folder.resolve("another"), 10);
        clock.shift(Duration.ofDays(16));
        synchronizer(map).run();

        assertThat(map.size()).isEqualTo(303);
    }
}
