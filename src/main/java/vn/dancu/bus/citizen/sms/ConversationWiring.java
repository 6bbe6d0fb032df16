package vn.dancu.bus.citizen.sms;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.citizen.ConversationSettings;
import vn.dancu.bus.citizen.SmsChannel;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.citizen.sms.text.CommandReader;
import vn.dancu.bus.citizen.sms.text.OwnRecordWriter;
import vn.dancu.bus.citizen.sms.text.SmsAnswerWriter;
import vn.dancu.bus.citizen.sms.text.SmsGrammar;
import vn.dancu.bus.citizen.sms.text.SmsGrammarReader;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.ledger.DoorLedger;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.PolicySettings;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisterSettings;
import vn.dancu.bus.sms.OutboundTexts;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.TextAlphabet;
import vn.dancu.bus.sms.TextAnswerer;

@Configuration(proxyBeanMethods = false)
class ConversationWiring {

    private static final Duration CLEANING_INTERVAL = Duration.ofMinutes(10);
    private static final int CLEANING_BATCH = 1000;

    private final ConversationSettings settings;
    private final SecretBox people;
    private final SecretBox numbers;
    private final OneTimeCodes codes;
    private final Clock clock;

    ConversationWiring(ConversationSettings settings, RegisterSettings register, MasterKey masterKey, Clock clock) {
        this.settings = register.kind() == RegisterSettings.Kind.UPSTREAM ? settings.closed() : settings;
        this.people = SecretBox.forUse(masterKey.bytes(), PersonHash.USE);
        this.numbers = SecretBox.forUse(masterKey.bytes(), "citizen/sms-number");
        this.codes = new OneTimeCodes(SecretBox.forUse(masterKey.bytes(), "citizen/sms-code"));
        this.clock = clock;
    }

    @Bean
    SmsGrammar smsGrammar() throws IOException {
        return SmsGrammarReader.read(
                settings.grammar().getDescription(), settings.grammar().getContentAsString(StandardCharsets.UTF_8));
    }

    @Bean
    SmsAnswerWriter smsAnswers(SmsGrammar grammar, PolicySettings policy) {
        return new SmsAnswerWriter(grammar, settings.language(), policy.zone());
    }

    @Bean
    JdbcConversationStates conversationStates(JdbcTemplate jdbc) {
        return new JdbcConversationStates(jdbc);
    }

    @Bean
    ConversationSteps conversationSteps(
            JdbcConversationStates states,
            Acts acts,
            OutboundTexts texts,
            SmsAnswerWriter answers,
            PlatformTransactionManager transactions,
            QuestionsInFlight questions) {
        return new ConversationSteps(
                states,
                new ConversationRules(settings.limits()),
                new ConversationRecords(acts, texts, answers, settings.limits()),
                new TransactionTemplate(transactions),
                questions,
                clock);
    }

    @Bean
    OwnRecordInquiry ownRecordInquiry(
            Inquiries inquiries,
            Partners partners,
            DoorLedger ledger,
            SmsGrammar grammar,
            Catalogues catalogues,
            SmsAnswerWriter answers) {
        OwnRecordWriter records =
                new OwnRecordWriter(grammar, settings.language(), new RecordCodes(catalogues), settings.masked());
        return new OwnRecordInquiry(inquiries, partners, ledger, settings.partner(), records, answers);
    }

    @Bean
    TextAnswerer citizenConversation(
            PopulationRegister register,
            ConversationSteps steps,
            SmsGrammar grammar,
            SmsAnswerWriter answers,
            CitizenConversation.ReleasedContent content,
            CitizenConversation.Surroundings surroundings) {
        return new CitizenConversation(
                settings,
                new CommandReader(grammar),
                new SubscriberCheck(register, codes, people),
                steps,
                answers,
                content,
                surroundings);
    }

    @Bean
    CitizenConversation.ReleasedContent releasedContent(OwnRecordInquiry records, AccessLog log) {
        return new CitizenConversation.ReleasedContent(records, log);
    }

    @Bean
    CitizenConversation.Surroundings conversationSurroundings(
            QuestionsInFlight questions, MeterRegistry meters, SmsSettings texts, SmsAnswerWriter answers) {
        texts.operators()
                .forEach((name, operator) ->
                        answers.requireFits(room(operator), "dancu.sms.operators." + name + ".max-parts"));
        return new CitizenConversation.Surroundings(
                numbers,
                codes,
                questions,
                meters,
                name -> room(texts.operators().get(name)));
    }

    /** How many characters fit; our texts have none of those that take two places. */
    private static int room(SmsSettings.@Nullable Operator operator) {
        if (operator == null) {
            return TextAlphabet.GSM7.single();
        }
        TextAlphabet alphabet = operator.alphabet();
        return operator.maxParts() == 1 ? alphabet.single() : alphabet.each() * operator.maxParts();
    }

    @Bean
    SmsChannel smsChannel(JdbcConversationStates states, Acts acts, PlatformTransactionManager transactions) {
        return new KeptSmsChannel(states, acts, new TransactionTemplate(transactions), people, clock);
    }

    @Bean
    SchedulingConfigurer conversationCleaning(JdbcConversationStates states) {
        Duration kept = settings.limits().lockFor().plus(Duration.ofDays(1));
        return tasks -> tasks.addFixedDelayTask(
                () -> states.delete(clock.instant().minus(kept), CLEANING_BATCH), CLEANING_INTERVAL);
    }
}
