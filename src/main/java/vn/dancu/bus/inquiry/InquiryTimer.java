package vn.dancu.bus.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;

/** Counts the questions in flight and times each by door, partner, service and outcome; no label can name a person. */
class InquiryTimer implements Inquiries {

    private final Inquiries inner;
    private final QuestionsInFlight questions;
    private final MeterRegistry registry;
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    InquiryTimer(Inquiries inner, QuestionsInFlight questions, MeterRegistry registry) {
        this.inner = inner;
        this.questions = questions;
        this.registry = registry;
    }

    private record Labels(String door, String partner, String service, String outcome) {}

    @Override
    public InquiryReply ask(Caller caller, CitizenQuery query, AnswerEncoder encoder) {
        long start = System.nanoTime();
        InquiryReply reply = counted(() -> inner.ask(caller, query, encoder));
        record(caller.origin(), query, reply, start);
        return reply;
    }

    @Override
    public InquiryReply attempt(Caller caller, CitizenQuery query, AnswerEncoder encoder) {
        long start = System.nanoTime();
        try {
            InquiryReply reply = counted(() -> inner.attempt(caller, query, encoder));
            record(caller.origin(), query, reply, start);
            return reply;
        } catch (InquiryFault e) {
            record(caller.origin(), query, new InquiryReply.Refused(e.refusal()), start);
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

    private void record(InquiryOrigin contact, CitizenQuery query, InquiryReply reply, long start) {
        String outcome = reply instanceof InquiryReply.Answered answered
                ? answered.status().code()
                : ((InquiryReply.Refused) reply).refusal().code().code();
        timer(contact, query.operation().element(), outcome).record(Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public Refusal refuse(InquiryOrigin contact, Refusal refusal) {
        long start = System.nanoTime();
        Refusal recorded = counted(() -> inner.refuse(contact, refusal));
        timer(contact, "none", refusal.code().code()).record(Duration.ofNanos(System.nanoTime() - start));
        return recorded;
    }

    private <T> T counted(Supplier<T> work) {
        questions.began();
        try {
            return work.get();
        } finally {
            questions.ended();
        }
    }

    private Timer timer(InquiryOrigin contact, String service, String outcome) {
        PartnerId partner = contact.partner();
        Labels labels = new Labels(contact.door(), partner == null ? "none" : partner.value(), service, outcome);
        return timers.computeIfAbsent(labels, this::register);
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
