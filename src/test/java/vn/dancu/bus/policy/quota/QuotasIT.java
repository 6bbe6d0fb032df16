package vn.dancu.bus.policy.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.policy.PolicySettings;
import vn.dancu.bus.policy.content.PolicyContent;

class QuotasIT {

    private static final PartnerId PARTNER = new PartnerId("h41-lgsp");
    private static final ServiceCode SERVICE = new ServiceCode("TraCuuThongTinCongDan");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final SetClock clock = new SetClock(Instant.parse("2026-11-24T16:59:30Z"));

    @Test
    void twoInstancesTogetherGrantExactlyTheQuota() throws Exception {
        PolicyContent.Quota quota = new PolicyContent.Quota(1_000_000, 12_345);
        List<Quotas> instances = List.of(instance(dataSource), instance(dataSource));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Quotas instance = instances.get(i % 2);
            counts.add(callers.submit(() -> taken(instance, quota, 2000)));
        }

        int granted = 0;
        for (Future<Integer> count : counts) {
            granted += count.get();
        }
        callers.shutdown();
        // An instance whose callers ended first may still hold permits that the other could not have.
        for (Quotas instance : instances) {
            granted += taken(instance, quota, 2000);
        }

        assertThat(granted).isEqualTo(12_345);
    }

    @Test
    void beginsAnewWithTheDayOfVietnam() {
        Quotas quotas = instance(dataSource);
        PolicyContent.Quota quota = new PolicyContent.Quota(100, 3);
        assertThat(taken(quotas, quota, 10)).isEqualTo(3);

        clock.set(Instant.parse("2026-11-24T17:00:00Z"));

        assertThat(taken(quotas, quota, 10)).isEqualTo(3);
    }

    @Test
    void countsMinutesOfTheirOwn() {
        Quotas quotas = instance(dataSource);
        PolicyContent.Quota quota = new PolicyContent.Quota(2, 5);
        assertThat(taken(quotas, quota, 10)).isEqualTo(2);

        clock.set(Instant.parse("2026-11-24T16:58:30Z"));
        assertThat(taken(quotas, quota, 10)).isEqualTo(2);
        clock.set(Instant.parse("2026-11-24T16:57:30Z"));
        assertThat(taken(quotas, quota, 10)).isEqualTo(1);
    }

    @Test
    void givesWhatItHasNotHandedOutToTheOthers() {
        PolicyContent.Quota quota = new PolicyContent.Quota(1_000_000, 1000);
        Quotas stopping = instance(dataSource);
        assertThat(taken(stopping, quota, 1)).isEqualTo(1);

        stopping.close();

        assertThat(new JdbcTemplate(dataSource)
                        .queryForObject("select used from policy.quota_use where period = 'DAY'", Long.class))
                .isEqualTo(1);
        assertThat(taken(instance(dataSource), quota, 2000)).isEqualTo(999);
    }

    @Test
    void handsOutAgainWhatWasGivenBackInItsPeriods() {
        Quotas quotas = instance(dataSource);
        PolicyContent.Quota quota = new PolicyContent.Quota(2, 3);
        Instant before = Instant.parse("2026-11-24T16:58:30Z");
        clock.set(before);
        assertThat(taken(quotas, quota, 10)).isEqualTo(2);

        quotas.giveBack(PARTNER, SERVICE, before);
        assertThat(taken(quotas, quota, 10)).isEqualTo(1);

        clock.set(Instant.parse("2026-11-24T16:59:30Z"));
        assertThat(taken(quotas, quota, 10)).as("what is left of the day").isEqualTo(1);
        quotas.giveBack(PARTNER, SERVICE, before);
        assertThat(taken(quotas, quota, 10))
                .as("of the day, not of the new minute")
                .isEqualTo(1);
    }

    @Test
    void saysHowMuchSeveralPartnersHaveTakenInOneQuestion() {
        Quotas quotas = instance(dataSource);
        PartnerId other = new PartnerId("h42-lgsp");
        taken(quotas, new PolicyContent.Quota(10, 10), 2);
        quotas.take(other, SERVICE, new PolicyContent.Quota(10, 10));
        quotas.take(other, new ServiceCode("Khac"), new PolicyContent.Quota(10, 10));
        clock.set(clock.instant().plusSeconds(25));

        assertThat(quotas.used(List.of(PARTNER, other, new PartnerId("h43-lgsp")), SERVICE))
                .containsOnly(Map.entry(PARTNER, new Quotas.Used(2, 2)), Map.entry(other, new Quotas.Used(1, 1)));
    }

    @Test
    void followsALimitThatWasRaised() {
        Quotas quotas = instance(dataSource);
        assertThat(taken(quotas, new PolicyContent.Quota(100, 3), 10)).isEqualTo(3);

        assertThat(taken(quotas, new PolicyContent.Quota(100, 5), 10)).isEqualTo(2);
    }

    @Test
    void grantsNothingWhereTheQuotaIsNothing() {
        assertThat(taken(instance(dataSource), new PolicyContent.Quota(0, 5), 10))
                .isZero();
    }

    @Test
    void saysSoWhenTheDatabaseIsAway() {
        DriverManagerDataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none");

        assertThat(instance(nowhere).take(PARTNER, SERVICE, new PolicyContent.Quota(100, 100)))
                .isEqualTo(Quotas.Take.UNAVAILABLE);
    }

    private Quotas instance(DataSource database) {
        PolicySettings settings = new PolicySettings(
                null,
                new ClassPathResource("policy/purposes.yaml"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                ZONE);
        return new Quotas(new JdbcQuotaUse(database, settings.leaseTimeout()), clock, settings);
    }

    private static int taken(Quotas quotas, PolicyContent.Quota quota, int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            if (quotas.take(PARTNER, SERVICE, quota) == Quotas.Take.TAKEN) {
                taken++;
            }
        }
        return taken;
    }

    private static final class SetClock extends Clock {
        private volatile Instant now;

        private SetClock(Instant now) {
            this.now = now;
        }

        private void set(Instant to) {
            now = to;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
