package vn.dancu.bus.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.audit.ReleasedPersons;
import vn.dancu.bus.audit.UnsentEvents;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.ledger.traffic.TrafficMeter;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.KnownServices;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisterSettings;
import vn.dancu.bus.trace.Traces;

@Configuration(proxyBeanMethods = false)
class InquiryWiring {

    /** The policy room knows no message: here it learns which services there are and what each can answer with. */
    @Bean
    KnownServices knownServices() {
        return service -> PopulationOperation.byElement(service.value())
                .map(operation -> field -> CitizenFields.answers(operation, field));
    }

    /** Component {@code degrade} of health. */
    @Bean
    DegradePolicy degradeHealthIndicator(DegradeSettings settings, UnsentEvents unsent) {
        return new DegradePolicy(settings, unsent);
    }

    /** The other role's source is in room upstream. */
    @Bean
    @ConditionalOnProperty(name = RegisterSettings.KIND, havingValue = "database", matchIfMissing = true)
    AnswerSource registerAnswers(PopulationRegister register, Clock clock) {
        return new FieldReleaser(register, clock);
    }

    @Bean
    InquiryPipeline inquiryPipeline(
            AccessPolicy policy,
            DegradePolicy degrade,
            AnswerSource source,
            AuditTrail trail,
            ReleasedPersons persons,
            Clock clock,
            Traces traces) {
        return new InquiryPipeline(policy, source, new InquiryRecorder(trail, persons, clock), degrade, clock, traces);
    }

    @Bean
    @Primary
    Inquiries inquiries(
            InquiryPipeline pipeline,
            QuestionsInFlight questions,
            MeterRegistry meters,
            Traces traces,
            TrafficMeter traffic) {
        return new InquiryTimer(pipeline, questions, meters, traces, traffic);
    }
}
