package vn.dancu.bus.gateway.rest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.consent.ConsentSettings;
import vn.dancu.bus.consent.ConsentTerms;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.fixtures.ForgetfulLedger;
import vn.dancu.bus.fixtures.ForgottenNotices;
import vn.dancu.bus.fixtures.InMemoryOwnRights;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ScriptedAccessLog;
import vn.dancu.bus.fixtures.ScriptedCitizens;
import vn.dancu.bus.fixtures.ScriptedCorrections;
import vn.dancu.bus.fixtures.ScriptedFeed;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.fixtures.UnknownDeliveries;
import vn.dancu.bus.fixtures.UnknownLists;
import vn.dancu.bus.gateway.GatewaySettings;
import vn.dancu.bus.gateway.adapter.AdapterSettings;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.ledger.DoorLedger;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.register.PersonNumbers;
import vn.dancu.bus.signing.SigningKeys;

/**
 * The REST doors on a real server and a real PostgreSQL, with scripted rooms behind them. It has no stereotype, so that
 * no scan finds it.
 */
@EnableAutoConfiguration(
        exclude = {CamelAutoConfiguration.class, JmsAutoConfiguration.class, ArtemisAutoConfiguration.class})
@EnableConfigurationProperties({
    GatewaySettings.class,
    AdapterSettings.class,
    HttpSettings.class,
    AccountSettings.class,
    ConsentSettings.class
})
@ComponentScan(
        basePackages = {
            "vn.dancu.bus.gateway",
            "vn.dancu.bus.catalogue",
            "vn.dancu.bus.consent",
            "vn.dancu.bus.citizen.extract",
            "vn.dancu.bus.citizen.relation",
            "vn.dancu.bus.trust"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "vn\\.dancu\\.bus\\.gateway\\.(soap|jms|xroad)\\..*"))
class DoorsConfiguration {

    /** A file that fails after its first part has left. */
    @Bean
    ServletRegistrationBean<HttpServlet> brokenOff() {
        HttpServlet servlet = new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getOutputStream().write("half a file".getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
                throw new IllegalStateException("the rest is missing");
            }
        };
        return new ServletRegistrationBean<>(servlet, "/openapi/broken-off");
    }

    @Bean
    DataSource dataSource() {
        return MigratedDatabase.fresh();
    }

    /** Counts nothing: there is no day sheet here. */
    @Bean
    DoorLedger doorLedger() {
        return new ForgetfulLedger();
    }

    @Bean
    MasterKey masterKey() {
        return new MasterKey("a master key for tests, 32 bytes".getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    ShiftedClock clock() {
        return new ShiftedClock();
    }

    /** In place of the servlet of the SOAP door, which stands before no other filter than the first. */
    @Bean
    ServletRegistrationBean<HalfAnswer> cxfServletRegistration() {
        return new ServletRegistrationBean<>(new HalfAnswer(), "/soap/*");
    }

    @Bean
    ScriptedInquiries inquiries() {
        return new ScriptedInquiries();
    }

    /** One citizen, who has one child. */
    @Bean
    ScriptedCitizens citizens() {
        return new ScriptedCitizens();
    }

    /** One use of the citizen's data, and one question about it. */
    @Bean
    ScriptedAccessLog accessLog() {
        return new ScriptedAccessLog();
    }

    @Bean
    Purposes purposes() {
        return new Purposes(List.of());
    }

    /** The bundle that {@link AtTheDoors} names. */
    @Bean
    SslBundleRegistrar extractSignature() {
        return registry -> registry.registerBundle("doors-signature", SigningKeys.bundle());
    }

    @Bean
    ScriptedFeed feed() {
        return new ScriptedFeed();
    }

    @Bean
    InMemoryOwnRights ownRights() {
        return new InMemoryOwnRights();
    }

    /** The room of consent is the real one; the policy, the trail and the notices are not behind these doors. */
    @Bean
    ConsentTerms consentTerms() {
        return (partner, purpose) -> purpose.value().equals("chu-the-dong-y")
                ? Optional.of(new ConsentTerms.Terms(
                        Set.of(FieldPath.of("HoVaTen"), FieldPath.of("ThuongTru")), "Đồng ý", "Consent"))
                : Optional.empty();
    }

    @Bean
    QuestionsInFlight questionsInFlight() {
        return new QuestionsInFlight();
    }

    @Bean
    Acts acts() {
        return act -> UUID.randomUUID();
    }

    @Bean
    DataDeletion dataDeletion() {
        return (action, before, rows) -> {};
    }

    /** Nobody behind these doors ever had another number. */
    @Bean
    PersonNumbers personNumbers() {
        return Set::of;
    }

    @Bean
    ScriptedCorrections corrections() {
        return new ScriptedCorrections();
    }

    /** Nobody behind these doors has asked for a list. */
    @Bean
    UnknownLists lists() {
        return new UnknownLists();
    }

    /** Nobody behind these doors delivers data. */
    @Bean
    UnknownDeliveries deliveries() {
        return new UnknownDeliveries();
    }

    @Bean
    ForgottenNotices notices() {
        return new ForgottenNotices();
    }

    @Bean
    Dialects dialects() {
        return Dialects.builtIn();
    }

    @Bean
    InMemoryPartners partners() {
        return new InMemoryPartners()
                .with("h41-lgsp", "sandbox-h41", Partner.State.ACTIVE)
                .with("p01-signs", "a+b%c%41", Partner.State.ACTIVE)
                .with("x01-held", "secret-held", Partner.State.SUSPENDED)
                .with("x02-gone", "secret-gone", Partner.State.TERMINATED);
    }
}
