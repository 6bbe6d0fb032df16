package vn.dancu.bus.document.request;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.DocumentWork;
import vn.dancu.bus.document.answer.AnswerWriter;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.ResultChunks;
import vn.dancu.bus.document.signature.DocumentSignatures;
import vn.dancu.bus.document.summary.SummaryWriter;
import vn.dancu.bus.document.unpack.DocumentOpener;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class RequestWiring {

    @Bean
    RequestThreads requestThreads(DocumentSettings settings) {
        return RequestThreads.start(settings.parallel());
    }

    @Bean
    RequestOpener requestOpener(
            Partners partners, DocumentSignatures signatures, DialectXml dialects, DocumentSettings settings) {
        return new RequestOpener(
                new SenderPartners(partners, settings.senders()), signatures, dialects, settings.maxPeople());
    }

    @Bean
    ListAsker listAsker(
            Inquiries inquiries,
            MessageContext messages,
            ClaimChecks claims,
            ResultChunks chunks,
            PlatformTransactionManager transactions,
            RequestThreads threads,
            DocumentSettings settings) {
        return new ListAsker(
                new QuestionAsker(inquiries),
                messages.populationJson(),
                claims,
                chunks,
                new TransactionTemplate(transactions),
                threads.asking(),
                settings.chunk());
    }

    @Bean
    AnswerAssembler answerAssembler(
            AnswerWriter writer,
            SummaryWriter summaries,
            DocumentDispatch dispatch,
            ClaimChecks claims,
            MessageContext messages,
            RequestThreads threads,
            Clock clock) {
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
            ClaimChecks claims,
            DocumentOpener opener,
            RequestOpener requests,
            ListAsker asker,
            AnswerAssembler assembler,
            DocumentLedger ledger,
            ResultChunks chunks,
            DocumentDispatch dispatch,
            PlatformTransactionManager transactions,
            DocumentSettings settings,
            Clock clock) {
        return new RequestAnswerer(
                claims,
                opener,
                requests,
                asker,
                assembler,
                ledger,
                chunks,
                dispatch,
                new TransactionTemplate(transactions),
                settings,
                clock);
    }

    @Bean
    DocumentWork documentWork(
            ClaimChecks claims,
            DocumentOpener opener,
            RequestOpener requests,
            Inquiries inquiries,
            RequestAnswerer answerer,
            DocumentLedger ledger,
            ResultChunks chunks,
            DocumentDispatch dispatch,
            PlatformTransactionManager transactions,
            DocumentSettings settings,
            Clock clock) {
        RequestRefuser refuser = new RequestRefuser(
                claims, opener, requests, inquiries, ledger, chunks, dispatch, new TransactionTemplate(transactions));
        return new RequestWorker(ledger, answerer, refuser, settings, clock);
    }
}
