package vn.dancu.bus.desk.console.question;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class QuestionPageWiring {

    @Bean
    ConsolePage questionsPage() {
        return new ConsolePage(
                "/desk/questions",
                "question.title",
                ConsolePage.Section.OVERSIGHT,
                15,
                Set.of(Role.OPERATOR, Role.INSPECTOR));
    }
}
