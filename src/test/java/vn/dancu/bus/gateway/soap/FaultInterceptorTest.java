package vn.dancu.bus.gateway.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.gateway.RefusalWriter;
import vn.dancu.bus.gateway.fault.RecordedRefusal;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

class FaultInterceptorTest {

    private final ScriptedInquiries inquiries = new ScriptedInquiries();
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/soap/population/v1");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final ExchangeImpl exchange = new ExchangeImpl();
    private final Message fault = new MessageImpl();
    private final RefusalWriter writer = (to, answer, refusal) -> {
        try {
            answer.getWriter().write(refusal.code().code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    };

    @BeforeEach
    void exchanges() {
        Message in = new MessageImpl();
        in.put(AbstractHTTPDestination.HTTP_REQUEST, request);
        in.put(AbstractHTTPDestination.HTTP_RESPONSE, response);
        exchange.setInMessage(in);
        fault.setExchange(exchange);
        SoapAttempt attempt = new SoapAttempt(Instant.EPOCH);
        attempt.asks("request-1");
        exchange.put(SoapAttempt.class, attempt);
    }

    @Test
    void writesAndRecordsAFaultBeforeAnythingHasLeft() throws IOException {
        failed(BusException.of(ErrorCode.MESSAGE_INVALID));

        assertThat(response.getContentAsString()).isEqualTo("message_invalid");
        assertThat(inquiries.refusals()).singleElement().satisfies(recorded -> {
            assertThat(recorded.refusal().code()).isEqualTo(ErrorCode.MESSAGE_INVALID);
            assertThat(recorded.contact().messageId()).isEqualTo("request-1");
        });
    }

    @Test
    void recordsWhichAnswerIsCutWhenItHasBegunToLeave() {
        response.setHeader("DanCu-Event-Id", "event-1");
        response.setCommitted(true);
        failed(new IOException("the other side is gone"));

        assertThat(inquiries.refusals()).singleElement().satisfies(recorded -> {
            assertThat(recorded.refusal().code()).isEqualTo(ErrorCode.ANSWER_CUT);
            assertThat(recorded.refusal().rule()).contains("event-1");
        });
    }

    @Test
    void recordsNothingTwice() throws IOException {
        failed(new RecordedRefusal(Refusal.of(ErrorCode.QUOTA_EXCEEDED)));

        assertThat(response.getContentAsString()).isEqualTo("quota_exceeded");
        assertThat(inquiries.refusals()).isEmpty();
    }

    private void failed(Exception cause) {
        fault.setContent(Exception.class, new Fault(cause));
        new FaultInterceptor(inquiries, writer, Clock.systemUTC()).handleMessage(fault);
    }
}
