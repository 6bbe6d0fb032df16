package vn.dancu.bus.citizen;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.register.PersonNumbers;

@Configuration(proxyBeanMethods = false)
class CitizenWiring {

    @Bean
    AnswerTerm answerTerm(WorkingDays calendar, Clock clock) {
        return new AnswerTerm(calendar, clock);
    }

    @Bean
    CaseNumbers caseNumbers() {
        return new CaseNumbers();
    }

    @Bean
    PersonHashes personHashes(PersonNumbers numbers, MasterKey masterKey) {
        return new PersonHashes(numbers, SecretBox.forUse(masterKey.bytes(), PersonHash.USE));
    }
}
