package vn.dancu.bus.gateway.certificate;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.trust.PeerCertificates;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CertificateSettings.class)
class CertificateWiring {

    /** After the guard of the wire, before everything that reads. */
    @Bean
    FilterRegistrationBean<CertificateGuard> certificateGuard(
            PeerCertificates certificates, CertificateSettings settings, WebRefusals refusals) {
        var registration =
                new FilterRegistrationBean<>(new CertificateGuard(certificates, settings.demandedAt(), refusals));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setAsyncSupported(true);
        return registration;
    }
}
