package vn.dancu.bus.gateway.rest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.gateway.GatewaySettings;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.partner.Partner;

/** The REST doors on a real server and a real PostgreSQL, with scripted rooms behind them. No stereotype: no scan finds it. */
@EnableAutoConfiguration
@EnableConfigurationProperties(GatewaySettings.class)
@ComponentScan(
        basePackages = "vn.dancu.bus.gateway",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "vn\\.dancu\\.bus\\.gateway\\.(soap|jms)\\..*"))
class DoorsConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        return postgres.getPostgresDatabase();
    }

    @Bean
    MasterKey masterKey() {
        return new MasterKey("a master key for tests, 32 bytes".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Bean
    ShiftedClock clock() {
        return new ShiftedClock();
    }

    @Bean
    ScriptedInquiries inquiries() {
        return new ScriptedInquiries();
    }

    @Bean
    InMemoryPartners partners() {
        return new InMemoryPartners()
                .with("h41-lgsp", "sandbox-h41", Partner.State.ACTIVE)
                .with("x01-held", "secret-held", Partner.State.SUSPENDED)
                .with("x02-gone", "secret-gone", Partner.State.TERMINATED);
    }
}
