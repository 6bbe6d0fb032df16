package vn.dancu.bus.citizen.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.inspection.PersonEvents;
import vn.dancu.bus.citizen.AccessLogSettings;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.AuthorityKind;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.register.PersonNumbers;

@Configuration(proxyBeanMethods = false)
class AccessWiring {

    private static final Duration DISCLOSURE_LOOK = Duration.ofMinutes(10);

    @Bean
    Concealments concealments(AccessLogSettings settings, Partners partners, Authorities authorities)
            throws IOException {
        Resource file = settings.disclosure();
        Set<String> kinds = authorities.kinds().stream().map(AuthorityKind::id).collect(Collectors.toSet());
        return new Concealments(DisclosureRules.read(file.getDescription(), text(file), kinds), partners, authorities);
    }

    @Bean
    AccessEntryMapper accessEntryMapper(AccessLogSettings settings, Purposes purposes, Partners partners)
            throws IOException {
        Resource file = settings.words();
        AccessWords words = AccessWords.read(file.getDescription(), text(file));
        return new AccessEntryMapper(words, purposes, partners, settings.operator());
    }

    @Bean
    AccessLog accessLog(
            PersonEvents events,
            PersonNumbers numbers,
            Concealments concealments,
            AccessEntryMapper mapper,
            Acts acts,
            PlatformTransactionManager manager,
            MasterKey masterKey,
            Clock clock) {
        return new RecordedAccessLog(
                events,
                numbers,
                concealments,
                mapper,
                acts,
                new TransactionTemplate(manager),
                SecretBox.forUse(masterKey.bytes(), PersonHash.USE),
                clock);
    }

    @Bean
    SchedulingConfigurer disclosures(
            Concealments concealments,
            PersonEvents events,
            JdbcTemplate jdbc,
            Acts acts,
            PlatformTransactionManager manager,
            Clock clock) {
        DisclosureRecorder recorder = new DisclosureRecorder(
                concealments, events, new JdbcDisclosures(jdbc), acts, new TransactionTemplate(manager), clock);
        return tasks -> tasks.addFixedDelayTask(recorder::run, DISCLOSURE_LOOK);
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }
}
