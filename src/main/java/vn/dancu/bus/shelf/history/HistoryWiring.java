package vn.dancu.bus.shelf.history;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;

@Configuration(proxyBeanMethods = false)
class HistoryWiring {

    @Bean
    BundleHistory bundleHistory(JdbcTemplate jdbc, PlatformTransactionManager transactions, Acts acts, Clock clock) {
        return new JdbcBundleHistory(jdbc, new TransactionTemplate(transactions), acts, clock);
    }

    @Bean
    DeploymentLog deploymentLog(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Acts acts,
            Clock clock,
            InstanceReports instances) {
        return new JdbcDeploymentLog(jdbc, new TransactionTemplate(transactions), acts, clock, instances.self());
    }

    @Bean
    DeploymentLock deploymentLock(DataSource dataSource) {
        return new JdbcDeploymentLock(dataSource);
    }

    /** An instance that stops in an orderly way is not waited for. */
    @Bean(destroyMethod = "leave")
    InstanceReports instanceReports(JdbcTemplate jdbc, Clock clock) {
        return new JdbcInstanceReports(
                jdbc, clock, host() + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "bus";
        }
    }
}
