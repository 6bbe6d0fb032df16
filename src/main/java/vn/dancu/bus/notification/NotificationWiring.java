package vn.dancu.bus.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.citizen.OverdueAnswer;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.expiry.Expiries;
import vn.dancu.bus.ledger.UnevenHour;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.contact.Contacts;
import vn.dancu.bus.partner.notice.Notices;
import vn.dancu.bus.probe.ConnectionSource;

@Configuration(proxyBeanMethods = false)
class NotificationWiring {

    private static final Duration EXPIRY_LOOK = Duration.ofHours(1);

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty({"spring.mail.host", "dancu.notification.from"})
    ChannelSenders.Connection mailChannel(ChannelSenders channels, JavaMailSender mail, NotificationSettings settings) {
        return channels.connect(SmtpSender.CHANNEL, new SmtpSender(mail, Objects.requireNonNull(settings.from())));
    }

    @Bean
    WebhookSender webhookSender(NotificationSettings settings, Clock clock) {
        return new WebhookSender(settings.webhooks(), clock);
    }

    @Bean(destroyMethod = "close")
    ChannelSenders.Connection webhookChannel(
            ChannelSenders channels, NotificationSettings settings, WebhookSender sender) {
        return settings.webhooks().isEmpty() ? () -> {} : channels.connect(WebhookSender.CHANNEL, sender);
    }

    /** Pages of the change feed go to the same addresses. */
    @Bean(destroyMethod = "close")
    ChannelSenders.Connection changesChannel(
            ChannelSenders channels, NotificationSettings settings, WebhookSender sender) {
        return settings.webhooks().isEmpty() ? () -> {} : channels.connect(WebhookSender.CHANGES, sender);
    }

    @Bean
    SchedulingConfigurer expiryMails(
            Expiries expiries, Outbox outbox, PlatformTransactionManager transactions, NotificationSettings settings) {
        ExpiryMails mails =
                new ExpiryMails(expiries, outbox, new TransactionTemplate(transactions), settings.operators());
        return tasks -> {
            if (settings.from() != null && !settings.operators().isEmpty()) {
                tasks.addFixedDelayTask(mails::send, EXPIRY_LOOK);
            }
        };
    }

    @Bean
    ConnectionSource noticeConnections(
            ObjectProvider<JavaMailSenderImpl> mail, WebhookSender sender, NotificationSettings settings) {
        return new NoticeConnections(
                settings.from() == null ? null : mail.getIfAvailable(), sender, settings.webhooks());
    }

    @Bean
    OperatorNotice operatorNotice(
            Outbox outbox, PlatformTransactionManager transactions, NotificationSettings settings, ObjectMapper json) {
        return new OperatorNotice(outbox, new TransactionTemplate(transactions), settings, json);
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<UnevenHour>> unevenHours(OperatorNotice notice) {
        return event -> notice.send(event.getPayload());
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<OverdueAnswer>> overdueAnswerNotices(OperatorNotice notice) {
        return event -> notice.sendOverdue(event.getPayload());
    }

    /** The bean that route files may call, by the room's name. */
    @Bean("notification")
    BounceSteps bounceSteps(
            Deliveries deliveries,
            Partners partners,
            Contacts contacts,
            OperatorNotice operators,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        return new BounceSteps(
                deliveries, partners, contacts, operators, new TransactionTemplate(transactions), meters);
    }

    /** For the address of the mailbox: neither read nor, as what the bus could not use, flagged. */
    @Bean
    SearchTerm newBounces() {
        Flags seen = new Flags(Flags.Flag.SEEN);
        seen.add(Flags.Flag.FLAGGED);
        return new FlagTerm(seen, false);
    }

    @Bean
    SchedulingConfigurer noticeDigests(
            Notices notices,
            Partners partners,
            Contacts contacts,
            Outbox outbox,
            PlatformTransactionManager transactions,
            NotificationSettings settings,
            ObjectMapper json) {
        NoticeDigest digest = new NoticeDigest(
                notices, partners, contacts, outbox, new TransactionTemplate(transactions), settings, json);
        return tasks -> {
            if (settings.from() != null || !settings.webhooks().isEmpty()) {
                tasks.addFixedDelayTask(digest::send, settings.digest());
            }
        };
    }
}
