package vn.dancu.bus.document.request;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.DocumentWork;
import vn.dancu.bus.document.agency.AgencyDirectory;
import vn.dancu.bus.document.answer.AnswerWriter;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.ledger.DocumentStore;
import vn.dancu.bus.document.signature.DocumentSignatures;
import vn.dancu.bus.document.summary.SummaryWriter;
import vn.dancu.bus.document.unpack.DocumentOpener;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class RequestWiring {

    private final DocumentSettings settings;
    private final Clock clock;

    RequestWiring(DocumentSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RequestThreads requestThreads() {
        return RequestThreads.start(settings.parallel());
    }

    @Bean
    RequestOpener requestOpener(
            Partners partners,
            AgencyDirectory directory,
            DocumentSignatures signatures,
            DocumentStore store,
            DialectXml dialects) {
        SenderPartners senders = new SenderPartners(partners, directory, settings.senders());
        return new RequestOpener(senders, signatures, store.ledger(), dialects, settings.maxPeople());
    }

    @Bean
    ListAsker listAsker(Inquiries inquiries, MessageContext messages, DocumentStore store, RequestThreads threads) {
        return new ListAsker(
                new QuestionAsker(inquiries), messages.populationJson(), store, threads.asking(), settings.chunk());
    }

    @Bean
    AnswerAssembler answerAssembler(
            AnswerWriter writer,
            SummaryWriter summaries,
            DocumentDispatch dispatch,
            ClaimChecks claims,
            MessageContext messages,
            RequestThreads threads) {
        PopulationJson json = messages.populationJson();
        return new AnswerAssembler(
                writer,
                summaries,
                new SummaryCounter(dispatch, json),
                dispatch,
                claims,
                json,
                threads.writing(),
                clock);
    }

    @Bean
    RequestAnswerer requestAnswerer(
            DocumentStore store,
            DocumentOpener opener,
            RequestOpener requests,
            ListAsker asker,
            AnswerAssembler assembler,
            DocumentDispatch dispatch) {
        return new RequestAnswerer(store, opener, requests, asker, assembler, dispatch, settings, clock);
    }

    @Bean
    DocumentWork documentWork(
            DocumentStore store,
            DocumentOpener opener,
            RequestOpener requests,
            Inquiries inquiries,
            RequestAnswerer answerer,
            DocumentDispatch dispatch,
            RequestThreads threads) {
        LeaseKeeper leases = new LeaseKeeper(store.ledger(), threads.beats(), settings.lease(), clock);
        RequestRefuser refuser = new RequestRefuser(store, opener, requests, inquiries, dispatch);
        return new RequestWorker(store.ledger(), answerer, refuser, leases, settings, clock);
    }
}
