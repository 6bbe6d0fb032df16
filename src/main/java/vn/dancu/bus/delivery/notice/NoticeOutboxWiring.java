package vn.dancu.bus.delivery.notice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.delivery.Outbox;

@Configuration(proxyBeanMethods = false)
class NoticeOutboxWiring {

    @Bean
    NoticeOutbox noticeOutbox(Outbox outbox) {
        return new NoticeOutbox(outbox);
    }
}
