package vn.dancu.bus.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.message.population.CitizenFields;

/** The same person over SOAP, REST and queue: each partner gets its own fields, and the same over every door. */
class OnePersonSixWaysIT {

    private static final RunningBus BUS = RunningBus.shared();

    @ParameterizedTest
    @CsvSource({"h41-lgsp, sandbox-h41, 21", "g22-portal, sandbox-g22, 6"})
    void releasesTheSameFieldsOverEveryDoor(String partner, String secret, int fields) throws JMSException {
        // Given
        Person person = BUS.anybody();

        // When
        RawHttp.Answer soap = new SoapClient(BUS.ports().http(), partner, secret).lookUp(person);
        RawHttp.Answer rest = rest(partner, secret, person);
        Message queue = queue(partner, secret, person);

        // Then
        List<Set<String>> released = List.of(
                released(soap.headers().get("DanCu-Event-Id")),
                released(rest.headers().get("DanCu-Event-Id")),
                released(queue.getStringProperty("DanCuEventId")));
        assertThat(released.get(0)).hasSize(fields);
        assertThat(released).containsOnly(released.get(0));
        List<Set<String>> seen = List.of(inXml(soap.body()), inJson(rest.body()), inXml(HubClient.content(queue)));
        assertThat(seen).containsOnly(seen.get(0));
        assertThat(released.get(0)).containsAll(seen.get(0));
    }

    private static RawHttp.Answer rest(String partner, String secret, Person person) {
        int port = BUS.ports().http();
        byte[] body = ("{\"maYeuCau\":\"" + UUID.randomUUID() + "\",\"maDVC\":\"1.001193\",\"maCanBo\":\"canbo01\","
                        + "\"soDinhDanh\":\"" + person.soDinhDanh() + "\",\"hoVaTen\":\"" + person.hoVaTen()
                        + "\",\"ngaySinh\":\"" + person.ngaySinh() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        return RawHttp.send(
                port,
                "POST /api/v1/citizens/lookup",
                List.of(
                        "Authorization: Bearer " + Tokens.fetch(port, partner, secret),
                        "Content-Type: application/json",
                        "Content-Length: " + body.length),
                body);
    }

    private static Message queue(String partner, String secret, Person person) {
        String id = UUID.randomUUID().toString();
        String request = "<dan:TraCuuThongTinCongDan xmlns:dan=\"http://dancuquocgia.bca\">"
                + SoapClient.lookUpContent(person, id) + "</dan:TraCuuThongTinCongDan>";
        HubClient hub = new HubClient(BUS.ports().artemis(), partner, secret);
        hub.send(request.getBytes(StandardCharsets.UTF_8), true, id);
        Message answer = hub.answer(id);
        assertThat(answer).as("answer over the queue").isNotNull();
        return answer;
    }

    private static Set<String> released(String event) {
        return Set.copyOf(BUS.jdbc()
                .sql("select jsonb_array_elements_text(released_fields) from audit.event_detail where id = :id::uuid")
                .param("id", event)
                .query(String.class)
                .list());
    }

    /** The children of CongDan, whatever their content. */
    private static Set<String> inXml(String answer) {
        String citizen = Pattern.compile("(?s).*<(?:\\w+:)?CongDan>(.*)</(?:\\w+:)?CongDan>.*")
                .matcher(answer)
                .replaceFirst("$1");
        Set<String> children = new TreeSet<>();
        int depth = 0;
        var tag = Pattern.compile("<(/?)(?:\\w+:)?(\\w+)[^>]*?(/?)>").matcher(citizen);
        while (tag.find()) {
            boolean closes = !tag.group(1).isEmpty();
            if (!closes && depth == 0) {
                children.add(tag.group(2));
            }
            depth += closes ? -1 : tag.group(3).isEmpty() ? 1 : 0;
        }
        return children;
    }

    private static Set<String> inJson(String answer) {
        Map<String, String> byJsonName = CitizenFields.OF_CITIZEN.stream()
                .collect(Collectors.toMap(
                        field -> Character.toLowerCase(field.value().charAt(0))
                                + field.value().substring(1),
                        field -> field.value()));
        Set<String> children = new TreeSet<>();
        int depth = 0;
        String citizen = answer.substring(answer.indexOf("\"congDan\":[{") + "\"congDan\":[".length());
        var token = Pattern.compile("[{}]|\"((?:[^\"\\\\]|\\\\.)*)\"(\\s*:)?").matcher(citizen);
        while (token.find()) {
            if (token.group().equals("{")) {
                depth++;
            } else if (token.group().equals("}")) {
                depth--;
            } else if (depth == 1 && token.group(2) != null) {
                children.add(byJsonName.getOrDefault(token.group(1), token.group(1)));
            }
        }
        return children;
    }
}
