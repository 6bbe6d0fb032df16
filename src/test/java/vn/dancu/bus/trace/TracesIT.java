package vn.dancu.bus.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.KeptSpans;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;

/** One question is one trace, from its door to Kafka. */
class TracesIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final KeptSpans SPANS = BUS.bean(KeptSpans.class);
    private static final String ASKER = "00f067aa0ba902b7";
    private static final Pattern PERSONAL = Pattern.compile("999[0-9]{6}(?:[0-9]{3})?");

    @Test
    void followsASoapQuestionToKafka() {
        Person person = BUS.anybody();
        String trace = newTrace();

        RawHttp.Answer answer = askOverSoap(person, List.of("traceparent: " + traceparent(trace)));

        assertThat(answer.status()).isEqualTo(200);
        assertWhole(trace, "question soap", person);
    }

    @Test
    void followsARestQuestionToKafka() {
        Person person = BUS.anybody();
        String trace = newTrace();
        String token = Tokens.fetch(BUS.ports().http(), "g22-portal", "sandbox-g22");
        byte[] body = question(person).getBytes(StandardCharsets.UTF_8);

        RawHttp.Answer answer = RawHttp.send(
                BUS.ports().http(),
                "POST /api/v1/citizens/lookup",
                List.of(
                        "Authorization: Bearer " + token,
                        "Content-Type: application/json",
                        "traceparent: " + traceparent(trace),
                        "Content-Length: " + body.length),
                body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertWhole(trace, "question rest", person);
    }

    @Test
    void followsAHubsQuestionToKafka() {
        Person person = BUS.anybody();
        String trace = newTrace();
        String id = UUID.randomUUID().toString();
        byte[] question = ("<dan:TraCuuThongTinCongDan xmlns:dan=\"http://dancuquocgia.bca\">"
                        + SoapClient.lookUpContent(person, id) + "</dan:TraCuuThongTinCongDan>")
                .getBytes(StandardCharsets.UTF_8);

        try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            hub.send(question, true, id, Map.of("traceparent", traceparent(trace)));
            assertThat(hub.answer(id)).isNotNull();
        }

        assertWhole(trace, "question jms", person);
    }

    @Test
    void keepsNoTraceThatTheAskerDoesNotKeepAndReadsNoOtherForm() {
        String unkept = newTrace();

        askOverSoap(BUS.anybody(), List.of("traceparent: 00-" + unkept + "-" + ASKER + "-00"));
        RawHttp.Answer odd = askOverSoap(BUS.anybody(), List.of("traceparent: 999000000001"));
        String last = newTrace();
        askOverSoap(BUS.anybody(), List.of("traceparent: " + traceparent(last)));

        assertThat(odd.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(SPANS.of(last)).isNotEmpty());
        assertThat(SPANS.of(unkept)).isEmpty();
    }

    private static void assertWhole(String trace, String door, Person person) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(SPANS.of(trace))
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder(door, "policy", "register", "audit", "kafka"));
        List<SpanData> spans = SPANS.of(trace);
        SpanData question = named(spans, door);
        assertThat(question.getParentSpanId()).isEqualTo(ASKER);
        assertThat(named(spans, "policy").getParentSpanId()).isEqualTo(question.getSpanId());
        assertThat(named(spans, "register").getParentSpanId()).isEqualTo(question.getSpanId());
        assertThat(named(spans, "audit").getParentSpanId()).isEqualTo(question.getSpanId());
        assertThat(named(spans, "kafka").getParentSpanId())
                .isEqualTo(named(spans, "audit").getSpanId())
                .isNotEqualTo(SpanId.getInvalid());
        assertThat(question.getAttributes().asMap()).hasSize(3);
        for (SpanData span : spans) {
            String written = span.getName() + " " + span.getAttributes();
            assertThat(PERSONAL.matcher(written).find()).as(written).isFalse();
            assertThat(written).doesNotContain(person.hoVaTen()).doesNotContain(person.folded());
        }
    }

    private static SpanData named(List<SpanData> spans, String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RawHttp.Answer askOverSoap(Person person, List<String> more) {
        byte[] body = SoapClient.envelope(
                        "TraCuuThongTinCongDan",
                        SoapClient.lookUpContent(person, UUID.randomUUID().toString()))
                .getBytes(StandardCharsets.UTF_8);
        List<String> headers = new ArrayList<>(Signature.headers(
                "h41-lgsp", "sandbox-h41", String.valueOf(Clock.systemUTC().millis())));
        headers.addAll(List.of("Content-Type: text/xml; charset=utf-8", "SOAPAction: \"\""));
        headers.add("Content-Length: " + body.length);
        headers.addAll(more);
        return RawHttp.send(BUS.ports().http(), "POST " + Signature.PATH, headers, body);
    }

    private static String question(Person person) {
        return "{\"maYeuCau\":\"" + UUID.randomUUID()
                + "\",\"maDVC\":\"1.001193\",\"maCanBo\":\"canbo01\",\"soDinhDanh\":\"" + person.soDinhDanh()
                + "\",\"hoVaTen\":\"" + person.hoVaTen() + "\",\"ngaySinh\":\"" + person.ngaySinh() + "\"}";
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-" + ASKER + "-01";
    }
}
