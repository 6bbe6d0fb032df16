package vn.dancu.bus.desk.console.route;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class RoutePageWiring {

    private static final Set<Role> SEEN_BY = Set.of(Role.OPERATOR, Role.INSPECTOR);

    @Bean
    ConsolePage routesPage() {
        return new ConsolePage("/desk/routes", "route.title", ConsolePage.Section.ROUTES, 10, SEEN_BY);
    }

    @Bean
    ConsolePage deploymentsPage() {
        return new ConsolePage("/desk/deployments", "route.deployments", ConsolePage.Section.ROUTES, 20, SEEN_BY);
    }

    @Bean
    ConsolePage newDeploymentPage() {
        return new ConsolePage(
                "/desk/deploy", "route.deploy-title", ConsolePage.Section.ROUTES, 30, Set.of(Role.OPERATOR));
    }
}
