package vn.dancu.bus.desk.contact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.thymeleaf.ITemplateEngine;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.contact.Contacts;

/** What everybody may read without signing in. */
@Configuration(proxyBeanMethods = false)
class PublicContactsWiring {

    private static final String[] OPEN = {"/api/v1/contacts", "/api/v1/contacts/**", "/contacts", "/contacts/**"};

    /** Our own style sheet and nothing else: no script, no picture, no frame, no form. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Nothing can be changed here: what is not read is answered with 405. */
    @Bean
    @Order(1)
    SecurityFilterChain contactsChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(OPEN)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(it -> it.policyDirectives(POLICY))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }

    @Bean
    ContactReader registerReading(Authorities authorities, Contacts contacts) {
        return new ContactReader(authorities, contacts);
    }

    @Bean
    ContactPages contactPages(ITemplateEngine templates) throws IOException {
        String style =
                new ClassPathResource("templates/contacts/contacts.css").getContentAsString(StandardCharsets.UTF_8);
        return new ContactPages(templates, style);
    }
}
