package vn.dancu.bus.replay.letter;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.KeptQuestions;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.inspection.MessageEvents;
import vn.dancu.bus.consent.ConsentCheck;
import vn.dancu.bus.delivery.DeadDeliveries;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.document.SetAsideDocuments;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.policy.FollowLists;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.ReplaySource;
import vn.dancu.bus.replay.door.AnsweredQuestions;
import vn.dancu.bus.replay.door.ReturnLane;

@Configuration(proxyBeanMethods = false)
class LetterWiring {

    @Bean
    ReplaySource deliveryLetters(
            Deliveries deliveries,
            DeadDeliveries dead,
            Partners partners,
            Documents documents,
            Explanations explanations,
            FollowLists lists,
            ConsentCheck consents,
            MessageEvents events) {
        return new DeliveryLetters(
                deliveries, dead, new ReleasedRights(partners, documents, explanations, lists, consents, events));
    }

    @Bean
    ReplaySource documentLetters(
            Documents documents, SetAsideDocuments aside, Partners partners, PlatformTransactionManager transactions) {
        return new DocumentLetters(documents, aside, partners, new TransactionTemplate(transactions));
    }

    @Bean
    EventLetters eventLetters(
            MessageEvents events, KeptQuestions questions, Partners partners, List<ReturnLane> lanes) {
        return new EventLetters(events, questions, partners, lanes);
    }

    @Bean
    AnsweredQuestions answeredQuestions(KeptQuestions questions) {
        return questions::open;
    }

    @Bean
    LetterSources letterSources(List<ReplaySource> sources) {
        return new LetterSources(sources);
    }

    @Bean
    DeadLetters deadLetters(
            LetterSources sources, Acts acts, PlatformTransactionManager transactions, MasterKey masterKey) {
        return new RecordedLetters(
                sources,
                acts,
                new TransactionTemplate(transactions),
                SecretBox.forUse(masterKey.bytes(), PersonHash.USE));
    }
}
