package vn.dancu.bus.delivery.lane;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.delivery.content.MessageSeal;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.trace.Traces;

@Configuration(proxyBeanMethods = false)
class LaneWiring {

    private static final int CONNECTIONS = 4;

    private final MeterRegistry registry;
    private final Traces traces;
    private final Clock clock;

    LaneWiring(MeterRegistry registry, Traces traces, Clock clock) {
        this.registry = registry;
        this.traces = traces;
        this.clock = clock;
    }

    @Bean
    @DependsOnDatabaseInitialization
    LaneScheduler deliveryLanes(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            MessageSeal seal,
            Partners partners,
            ReceiptVerifier receipts,
            DeliverySettings settings) {
        ExecutorService threads = threads();
        DatabaseShare share = new DatabaseShare(CONNECTIONS);
        return new LaneScheduler(
                new LaneParts(
                        new JdbcLanes(jdbc, share, UUID.randomUUID(), settings.lease()),
                        new JdbcClaims(jdbc, new TransactionTemplate(transactions), share, clock),
                        seal,
                        partners,
                        receipts,
                        settings,
                        threads,
                        new LaneMetrics(registry),
                        traces,
                        clock),
                threads);
    }

    /** No limit but that of the lanes themselves: a destination that hangs must not take the thread of another. */
    private static ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory factory = work -> new Thread(work, "dancu-delivery-" + count.incrementAndGet());
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }
}
