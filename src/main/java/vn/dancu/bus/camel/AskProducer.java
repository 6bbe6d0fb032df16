package vn.dancu.bus.camel;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.inquiry.AnswerEncoder;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.CitizenQuery;

/** Puts the reply in the place of the question, and its outcome into headers. */
final class AskProducer extends DefaultProducer {

    private final Inquiries inquiries;
    private final boolean throwFaults;

    private final MessageLibrary library;

    AskProducer(InquiryEndpoint endpoint, Inquiries inquiries, boolean throwFaults) {
        super(endpoint);
        this.library = MessageLibrary.of(endpoint.getCamelContext());
        this.inquiries = inquiries;
        this.throwFaults = throwFaults;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Caller caller = exchange.getProperty(ExchangeKeys.CALLER, Caller.class);
        if (caller == null) {
            throw new BusException(ErrorCode.CREDENTIALS_MISSING, null);
        }
        Message message = exchange.getMessage();
        CitizenQuery query = message.getMandatoryBody(CitizenQuery.class);
        exchange.setProperty(ExchangeKeys.QUESTION, query);
        AnswerEncoder encoder = AnswerEncoder.of(library.population(MessageLibrary.format(exchange), caller.dialect())
                .answers());
        InquiryReply reply =
                throwFaults ? inquiries.attempt(caller, query, encoder) : inquiries.ask(caller, query, encoder);
        message.setBody(reply);
        Outcome.write(reply, message);
    }
}
