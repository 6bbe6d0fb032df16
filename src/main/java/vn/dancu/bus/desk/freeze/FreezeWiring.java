package vn.dancu.bus.desk.freeze;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.dancu.bus.audit.evidence.retention.LegalHolds;

@Configuration(proxyBeanMethods = false)
class FreezeWiring {

    /** After the check of roles: who may not act at all learns nothing of an order. */
    @Bean
    WebMvcConfigurer freezeCheck(LegalHolds holds) {
        FreezeCheck check = new FreezeCheck(holds);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(check)
                        .addPathPatterns("/api/v1/admin/**", "/desk/**")
                        .order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }
}
