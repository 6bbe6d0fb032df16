package vn.dancu.bus.sandbox.guide;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.filter.CharacterEncodingFilter;
import vn.dancu.bus.http.HomeSection;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.axis.MockAxis;
import vn.dancu.bus.sandbox.national.MockNational;
import vn.dancu.bus.sandbox.server.SandboxServers;
import vn.dancu.bus.sandbox.sms.MockSmsc;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class GuideWiring {

    @Bean
    SyntheticPeople syntheticPeople(JdbcClient sql) {
        return new JdbcSyntheticPeople(sql);
    }

    @Bean
    HomeSection sandboxHomeSection(
            SyntheticPeople people,
            SandboxServers servers,
            MockNational national,
            SandboxSettings settings,
            Environment environment) {
        return new SandboxHomeSection(people, servers, national, settings, environment);
    }

    /** Browsers send forms in the encoding of the page, and do not name it; the servlets' own default is Latin-1. */
    @Bean
    FilterRegistrationBean<CharacterEncodingFilter> sandboxForms() {
        FilterRegistrationBean<CharacterEncodingFilter> forms =
                new FilterRegistrationBean<>(new CharacterEncodingFilter(StandardCharsets.UTF_8.name(), true, false));
        forms.addUrlPatterns("/sandbox/*");
        forms.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return forms;
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> welcomeBanner(
            SandboxServers servers,
            MockAxis axis,
            MockNational national,
            MockSmsc smsc,
            SandboxSettings settings,
            Environment environment) {
        WelcomeBanner banner = new WelcomeBanner(servers, axis, national, smsc, settings, environment);
        return event -> banner.print();
    }
}
