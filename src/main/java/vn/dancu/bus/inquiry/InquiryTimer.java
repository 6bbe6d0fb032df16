package vn.dancu.bus.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.ledger.traffic.TrafficMeter;
import vn.dancu.bus.ledger.traffic.TrafficMeter.Outcome;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.trace.TraceSpan;
import vn.dancu.bus.trace.Traces;

/**
 * Counts the questions in flight, traces each, times it by door, partner, service and outcome, and counts it for the charts of the
 * console; no label can name a person.
 */
class InquiryTimer implements Inquiries {

    private static final int INTERNAL_ERROR = 500;

    private final Inquiries inner;
    private final QuestionsInFlight questions;
    private final MeterRegistry registry;
    private final Traces traces;
    private final TrafficMeter traffic;
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    InquiryTimer(
            Inquiries inner, QuestionsInFlight questions, MeterRegistry registry, Traces traces, TrafficMeter traffic) {
        this.inner = inner;
        this.questions = questions;
        this.registry = registry;
        this.traces = traces;
        this.traffic = traffic;
    }

    private record Labels(String door, String partner, String service, String outcome) {}

    @Override
    public InquiryReply ask(Caller caller, CitizenQuery query, AnswerEncoder encoder) {
        long start = System.nanoTime();
        try (TraceSpan span = traced(caller.origin())) {
            InquiryReply reply = counted(() -> inner.ask(caller, query, encoder));
            record(caller.origin(), query, reply, start, span);
            return reply;
        }
    }

    @Override
    public InquiryReply attempt(Caller caller, CitizenQuery query, AnswerEncoder encoder) {
        long start = System.nanoTime();
        try (TraceSpan span = traced(caller.origin())) {
            return attempt(caller, query, () -> inner.attempt(caller, query, encoder), start, span);
        }
    }

    @Override
    public InquiryReply resume(Caller caller, CitizenQuery query, AnswerEncoder encoder) {
        long start = System.nanoTime();
        try (TraceSpan span = traced(caller.origin())) {
            return attempt(caller, query, () -> inner.resume(caller, query, encoder), start, span);
        }
    }

    private InquiryReply attempt(
            Caller caller, CitizenQuery query, Supplier<InquiryReply> tried, long start, TraceSpan span) {
        try {
            InquiryReply reply = counted(tried);
            record(caller.origin(), query, reply, start, span);
            return reply;
        } catch (InquiryFault e) {
            record(caller.origin(), query, new InquiryReply.Refused(e.refusal()), start, span);
            throw e;
        }
    }

    @Override
    public Refusal refuse(Caller caller, InquiryFault fault) {
        return counted(() -> inner.refuse(caller, fault)); // timed when it was tried
    }

    @Override
    public Refusal refuse(Caller caller, UndeliveredAnswer undelivered) {
        return inner.refuse(caller, undelivered); // timed when it was answered
    }

    private void record(InquiryOrigin contact, CitizenQuery query, InquiryReply reply, long start, TraceSpan span) {
        String service = query.operation().element();
        if (reply instanceof InquiryReply.Answered answered) {
            record(contact, service, answered.status().code(), Outcome.ANSWERED, start, span);
        } else {
            record(contact, service, ((InquiryReply.Refused) reply).refusal(), start, span);
        }
    }

    private void record(InquiryOrigin contact, String service, Refusal refusal, long start, TraceSpan span) {
        ErrorCode code = refusal.code();
        Outcome outcome = code.httpStatus() < INTERNAL_ERROR ? Outcome.REFUSED : Outcome.FAILED;
        record(contact, service, code.code(), outcome, start, span);
    }

    @Override
    public Refusal refuse(InquiryOrigin contact, Refusal refusal) {
        long start = System.nanoTime();
        try (TraceSpan span = traced(contact)) {
            Refusal recorded = counted(() -> inner.refuse(contact, refusal));
            record(contact, "none", refusal, start, span);
            return recorded;
        }
    }

    private TraceSpan traced(InquiryOrigin contact) {
        return traces.question(contact.door(), contact.traits().traceparent(), contact.receivedAt());
    }

    private <T> T counted(Supplier<T> work) {
        questions.began();
        try {
            return work.get();
        } finally {
            questions.ended();
        }
    }

    private void record(
            InquiryOrigin contact, String service, String code, Outcome outcome, long start, TraceSpan span) {
        PartnerId partner = contact.partner();
        Labels labels = new Labels(contact.door(), partner == null ? "none" : partner.value(), service, code);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        timers.computeIfAbsent(labels, this::register).record(took);
        traffic.ended(labels.door(), labels.partner(), service, outcome, took);
        span.tag("partner", labels.partner());
        span.tag("service", service);
        span.tag("outcome", code);
    }

    private Timer register(Labels labels) {
        return Timer.builder("dancu.inquiry.calls")
                .description("Questions, from the door's hand-over to the durable record")
                .tag("door", labels.door())
                .tag("partner", labels.partner())
                .tag("service", labels.service())
                .tag("outcome", labels.outcome())
                .register(registry);
    }
}
