package vn.dancu.bus.hub.kept;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.dancu.bus.hub.KeptAnswersSettings;
import vn.dancu.bus.kernel.Changed;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("dancu.hub.kept-answers.validity")
class KeptWiring {

    @Bean
    @Primary
    RecentAnswers recentAnswers(KeptAnswersSettings settings) {
        return new RecentAnswers(settings, Ticker.systemTicker());
    }

    /** Any room that is known to have changed may have narrowed what somebody may have; keeping is only ever worth minutes. */
    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> keptForgotten(RecentAnswers answers) {
        return event -> answers.forget();
    }
}
