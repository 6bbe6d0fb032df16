package vn.dancu.bus.drill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;

/** All doors of one instance, as one partner knocks at them. */
final class StoryDoors {

    private final int port;
    private final int artemis;
    private final String partner;
    private final String secret;
    private final String hubSecret;
    private final Person person;

    StoryDoors(RunningBus first, int port, String partner, String secret, String hubSecret) {
        this.port = port;
        this.artemis = first.ports().artemis();
        this.partner = partner;
        this.secret = secret;
        this.hubSecret = hubSecret;
        this.person = first.anybody();
    }

    /** An answer to the question who that is, over REST. */
    RawHttp.Answer ask(String token) {
        String body = "{\"maYeuCau\":\"" + UUID.randomUUID() + "\",\"maDVC\":\"1.001193\",\"maCanBo\":\"canbo01\","
                + "\"soDinhDanh\":\"" + person.soDinhDanh() + "\",\"hoVaTen\":\"" + person.hoVaTen()
                + "\",\"ngaySinh\":\"" + person.ngaySinh() + "\"}";
        return GovernedPartner.call(port, token, "POST /api/v1/citizens/lookup", body);
    }

    /** Waits at each door in turn, all watched from one moment on, until it refuses with the code or no more. */
    Duration all(Story story, long from, String token, String code, boolean refused) {
        Map<String, Supplier<String>> doors = new LinkedHashMap<>();
        doors.put("REST, a token of before", () -> ask(token).body());
        doors.put("REST, a new token", () -> Tokens.ask(port, partner, secret).body());
        doors.put(
                "SOAP",
                () -> new SoapClient(port, partner, secret).lookUp(person).body());
        doors.put("catalogues", () -> catalogue(token));
        doors.put("queue", this::queue);
        Duration longest = Duration.ZERO;
        for (Map.Entry<String, Supplier<String>> door : doors.entrySet()) {
            String what = "        " + door.getKey() + (refused ? ": " + code : ": no " + code + " any more");
            Duration took = story.until(from, what, () -> door.getValue().get().contains(code) == refused);
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        return longest;
    }

    private String catalogue(String token) {
        return RawHttp.send(port, "GET /dmdc/AllCategory", List.of("Authorization: Bearer " + token), new byte[0])
                .body();
    }

    /** Either instance may take the message. */
    private String queue() {
        try (HubClient hub = new HubClient(artemis, partner, hubSecret)) {
            String id = UUID.randomUUID().toString();
            String request = "<dan:TraCuuThongTinCongDan xmlns:dan=\"http://dancuquocgia.bca\">"
                    + SoapClient.lookUpContent(person, id) + "</dan:TraCuuThongTinCongDan>";
            hub.send(request.getBytes(StandardCharsets.UTF_8), true, id);
            var answer = hub.answer(id);
            return answer == null ? "" : HubClient.content(answer);
        }
    }
}
