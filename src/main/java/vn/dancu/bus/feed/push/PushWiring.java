package vn.dancu.bus.feed.push;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.delivery.Receipts;
import vn.dancu.bus.feed.ChangeFeed;
import vn.dancu.bus.feed.FeedSettings;
import vn.dancu.bus.feed.PushReceipts;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.register.RegisterSettings;

@Configuration(proxyBeanMethods = false)
class PushWiring {

    /** Channels of the outbox. */
    static final String BY_WEBHOOK = "changes";

    static final String BY_QUEUE = "changes-queue";

    /** The bean that route files may call, by the room's name. */
    @Bean("feed")
    PushSteps pushSteps(FeedSettings settings, Clock clock) {
        return new PushSteps(settings.pushQueues(), clock);
    }

    @Bean
    PushReceipts pushReceipts(Receipts receipts) {
        return (partner, receipt) -> take(receipts, partner, receipt);
    }

    /** At a door that has proved the partner a wrong signature is a wrong value. */
    private static void take(Receipts receipts, PartnerId partner, String receipt) {
        try {
            receipts.accept(partner.value(), receipt);
        } catch (BusException e) {
            if (e.refusal().code() == ErrorCode.RESOURCE_UNKNOWN) {
                throw e;
            }
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    "bienNhan",
                    "the receipt of a page that was pushed, for its very content, signed with the partner's key");
        }
    }

    /** Where the register is elsewhere, nobody hears here that it changes. */
    @Bean
    @ConditionalOnProperty(name = RegisterSettings.KIND, havingValue = "database", matchIfMissing = true)
    SchedulingConfigurer changePushes(
            FeedSettings settings,
            Partners partners,
            ChangeFeed feed,
            Outbox outbox,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        Map<PartnerId, String> followers = new HashMap<>();
        settings.push().forEach(partner -> followers.put(new PartnerId(partner), BY_WEBHOOK));
        settings.pushQueues().keySet().forEach(partner -> followers.put(new PartnerId(partner), BY_QUEUE));
        ChangePusher pusher = new ChangePusher(
                followers, partners, feed, new JdbcPushes(jdbc), outbox, new TransactionTemplate(transactions));
        return tasks -> {
            if (!followers.isEmpty()) {
                tasks.addFixedDelayTask(pusher::run, settings.look());
            }
        };
    }
}
