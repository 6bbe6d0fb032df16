package vn.dancu.bus.delivery.receipt;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.DeliverySettings;

@Configuration(proxyBeanMethods = false)
class ReceiptWiring {

    @Bean
    JdbcReceipts receipts(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, DeliverySettings settings, Clock clock) {
        return new JdbcReceipts(jdbc, new TransactionTemplate(transactions), settings.receiptKeys(), clock);
    }
}
