package vn.dancu.bus.sandbox.phone;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.dancu.bus.sandbox.SandboxSmsSettings;
import vn.dancu.bus.sandbox.sms.MockSmsc;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class PhoneWiring {

    @Bean
    SubscriberPhones subscriberPhones(Clock clock) {
        return new SubscriberPhones(clock);
    }

    @Bean
    MockSmsc mockSmsc(SandboxSmsSettings settings, SubscriberPhones phones, Clock clock) {
        return new MockSmsc(settings, phones::receive, clock);
    }

    @Bean
    PhoneSender phoneSender(SandboxSmsSettings settings, MockSmsc smsc, SubscriberPhones phones) {
        return new PhoneSender(settings, smsc, phones);
    }
}
