package vn.dancu.bus.camel;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryFault;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.inquiry.UndeliveredAnswer;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.Refusal;

/** Makes the failure of an exchange a refusal, recorded once where its caller is known, and the reply. */
final class RefuseProducer extends DefaultProducer {

    private final Inquiries inquiries;

    RefuseProducer(InquiryEndpoint endpoint, Inquiries inquiries) {
        super(endpoint);
        this.inquiries = inquiries;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Caller caller = exchange.getProperty(ExchangeKeys.CALLER, Caller.class);
        InquiryReply reply = new InquiryReply.Refused(refusal(caller, failure));
        exchange.getMessage().setBody(reply);
        Outcome.write(reply, exchange.getMessage());
    }

    private Refusal refusal(@Nullable Caller caller, @Nullable Throwable failure) {
        Throwable cause = failure == null ? new IllegalStateException("Nothing has failed") : failure;
        if (caller == null) {
            return UnexpectedFailure.refusal(cause, getEndpoint().getEndpointUri());
        }
        if (cause instanceof InquiryFault fault) {
            return inquiries.refuse(caller, fault);
        }
        if (cause instanceof UndeliveredAnswer undelivered) {
            return inquiries.refuse(caller, undelivered);
        }
        return inquiries.refuse(
                caller.origin(),
                UnexpectedFailure.refusal(cause, caller.origin().door()));
    }
}
