package vn.dancu.bus.policy.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import vn.dancu.bus.partner.KnownDialects;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.policy.KnownServices;
import vn.dancu.bus.policy.PolicySettings;
import vn.dancu.bus.policy.Purposes;

@Configuration(proxyBeanMethods = false)
class FileWiring {

    @Bean
    Purposes purposes(PolicySettings settings) throws IOException {
        Resource file = settings.purposes();
        return PurposesReader.read(file.getDescription(), file.getContentAsString(StandardCharsets.UTF_8));
    }

    @Bean
    GrantReader grantReader(ObjectProvider<KnownServices> services, Purposes purposes, Authorities authorities) {
        return new GrantReader(known(services.stream().toList()), purposes, new ConsentDutyCheck(authorities::kindOf));
    }

    /** Several rooms have services; none, when nobody says which there are. */
    private static @Nullable KnownServices known(List<KnownServices> services) {
        return services.isEmpty()
                ? null
                : service -> services.stream()
                        .flatMap(its -> its.fieldsOf(service).stream())
                        .findFirst();
    }

    @Bean
    PolicyFileReader policyFileReader(
            GrantReader grants, ObjectProvider<KnownDialects> dialects, Environment environment) {
        return new PolicyFileReader(grants, dialects.getIfAvailable(() -> dialect -> true), environment::getProperty);
    }
}
