package vn.dancu.bus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SoapClient;

/** What askers say beside their question, from each door into the trail. */
class CallerHeadersIT {

    private static final RunningBus BUS = RunningBus.shared();

    @Test
    void recordsTheIssueOfASoapQuestion() {
        RawHttp.Answer answer =
                soap("X-Road-Issue: " + onTheWire("HS-2026/QĐ-17"), "X-Road-Represented-Party: GOV/H41");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(event(answer.headers().get("DanCu-Event-Id")))
                .contains("\"issue\":\"HS-2026/QĐ-17\"")
                .contains("\"representedParty\":\"GOV/H41\"")
                .contains("\"clientAddress\":\"127.0.0.1\"")
                .doesNotContain("\"path\"");
    }

    @Test
    void refusesAHostileIssueAtTheSoapDoor() {
        RawHttp.Answer answer = soap("X-Road-Issue: " + "x".repeat(257));

        assertThat(answer.body()).contains("header_invalid").contains("X-Road-Issue");
    }

    @Test
    void recordsTheIssueOfAQueueQuestion() throws JMSException {
        Message answer = hub("HS-2026-18");

        assertThat(event(answer.getStringProperty("DanCuEventId"))).contains("\"issue\":\"HS-2026-18\"");
    }

    @Test
    void refusesAHostileIssueInAQueue() throws JMSException {
        Message answer = hub("a\u0007b");

        assertThat(answer.getStringProperty("DanCuErrorCode")).isEqualTo("header_invalid");
        assertThat(answer.getStringProperty("DanCuErrorField")).isEqualTo("XRoadIssue");
    }

    private static RawHttp.Answer soap(String... headers) {
        byte[] body = ("<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>"
                        + request() + "</soapenv:Body></soapenv:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(Signature.headers(
                "h41-lgsp", "sandbox-h41", String.valueOf(Clock.systemUTC().millis())));
        lines.addAll(List.of(headers));
        lines.add("Content-Type: text/xml; charset=utf-8");
        lines.add("SOAPAction: \"\"");
        lines.add("Content-Length: " + body.length);
        return RawHttp.send(BUS.ports().http(), "POST " + Signature.PATH, lines, body);
    }

    private static String request() {
        Person person = BUS.anybody();
        String id = UUID.randomUUID().toString();
        return "<dan:TraCuuThongTinCongDan xmlns:dan=\"http://dancuquocgia.bca\">"
                + SoapClient.lookUpContent(person, id) + "</dan:TraCuuThongTinCongDan>";
    }

    private static Message hub(String issue) throws JMSException {
        String correlation = UUID.randomUUID().toString();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(
                        "tcp://127.0.0.1:" + BUS.ports().artemis());
                JMSContext context = factory.createContext("h41-lgsp", "sandbox-h41")) {
            Message question = context.createTextMessage(request());
            question.setJMSCorrelationID(correlation);
            question.setStringProperty("XRoadIssue", issue);
            context.createProducer().send(context.createQueue("dancu.hub.h41-lgsp.in"), question);
            try (JMSConsumer consumer = context.createConsumer(
                    context.createQueue("dancu.hub.h41-lgsp.out"), "JMSCorrelationID = '" + correlation + "'")) {
                return Objects.requireNonNull(consumer.receive(20_000), "the hub is answered");
            }
        }
    }

    private static String event(String id) {
        return BUS.jdbc()
                .sql("select event from audit.event where id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static String onTheWire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
