package vn.dancu.bus.citizen.question;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.citizen.AccessQuestionSettings;
import vn.dancu.bus.citizen.AnswerTerm;
import vn.dancu.bus.citizen.CaseNumbers;
import vn.dancu.bus.citizen.PersonHashes;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.notice.Notices;

@Configuration(proxyBeanMethods = false)
class QuestionWiring {

    private static final Duration LOOK_INTERVAL = Duration.ofMinutes(5);

    @Bean
    JdbcQuestions accessQuestionTable(JdbcTemplate jdbc) {
        return new JdbcQuestions(jdbc);
    }

    @Bean
    QuestionRecorder questionRecorder(Acts acts, Notices notices, Partners partners) {
        return new QuestionRecorder(acts, notices, partners);
    }

    @Bean
    QuestionTexts questionTexts(MasterKey masterKey) {
        return new QuestionTexts(SecretBox.forUse(masterKey.bytes(), "citizen/question"));
    }

    @Bean
    QuestionTerms questionTerms(
            AccessQuestionSettings settings,
            JdbcQuestions questions,
            QuestionRecorder recorder,
            PlatformTransactionManager manager,
            ApplicationEventPublisher rooms,
            AnswerTerm term) {
        return new QuestionTerms(
                settings, questions, recorder, new TransactionTemplate(manager), rooms::publishEvent, term);
    }

    @Bean
    CitizenQuestions citizenQuestions(
            AccessLog log,
            PersonHashes persons,
            CaseNumbers numbers,
            JdbcQuestions questions,
            QuestionTexts texts,
            QuestionRecorder recorder,
            QuestionTerms terms,
            PlatformTransactionManager manager) {
        return new QuestionOpener(
                log, persons, numbers, questions, texts, recorder, terms, new TransactionTemplate(manager));
    }

    @Bean
    QuestionResponder questionResponder(
            JdbcQuestions questions,
            QuestionTexts texts,
            QuestionRecorder recorder,
            QuestionTerms terms,
            PlatformTransactionManager manager) {
        return new QuestionResponder(questions, texts, recorder, new TransactionTemplate(manager), terms::now);
    }

    @Bean
    SchedulingConfigurer questionTermTasks(QuestionTerms terms, DataDeletion deletion) {
        return tasks -> {
            tasks.addFixedDelayTask(terms::run, LOOK_INTERVAL);
            tasks.addFixedDelayTask(() -> terms.deleteOld(deletion), LOOK_INTERVAL);
        };
    }

    @Bean
    Gauge overdueQuestions(MeterRegistry registry, JdbcQuestions questions) {
        return Gauge.builder("dancu.citizen.questions.overdue", () -> questions.waiting(QuestionState.OVERDUE))
                .description("Questions of citizens about uses of their data that were not answered in time")
                .register(registry);
    }
}
