package vn.dancu.bus.desk.console.session;

import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.http.HttpSettings;

/** Sessions in PostgreSQL, for the paths of the console alone: no other door looks one up. */
@Configuration(proxyBeanMethods = false)
class SessionStoreWiring {

    static final String COOKIE = "dancu-desk";

    /** Somebody who looks at the page of sign-in has a session too, for the token of its form. */
    private static final Duration NOT_SIGNED_IN = Duration.ofMinutes(10);

    @Bean
    JdbcIndexedSessionRepository consoleSessions(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc, own);
        sessions.setTableName("desk.session");
        sessions.setDefaultMaxInactiveInterval(NOT_SIGNED_IN);
        sessions.setConversionService(values());
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        return sessions;
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> consoleSessionFilter(
            JdbcIndexedSessionRepository sessions, HttpSettings http) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/desk");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie("https".equals(http.publicAddress().getScheme()));
        CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
        ids.setCookieSerializer(cookie);
        SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(ids);
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/desk", "/desk/*");
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    /** What an older version of a library wrote, and this one cannot read, is absent: its owner signs in anew. */
    private static GenericConversionService values() {
        DeserializingConverter stored = new DeserializingConverter();
        Converter<byte[], Object> lenient = bytes -> {
            try {
                return stored.convert(bytes);
            } catch (SerializationFailedException e) {
                return null;
            }
        };
        GenericConversionService values = new GenericConversionService();
        values.addConverter(Object.class, byte[].class, new SerializingConverter());
        values.addConverter(byte[].class, Object.class, lenient);
        return values;
    }
}
