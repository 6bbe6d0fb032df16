package vn.dancu.bus.desk.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;

/** The connections of a running bus, over the administration API and the console. */
class ConnectionTestIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();

    private final Desk operator = Desk.at(PORT, Desk.Sandbox.OPERATOR);

    @Test
    void reachesEverySideOfTheSandboxAndRecordsEachTest() {
        long before = tested();
        List<String> names = new ArrayList<>();
        for (JsonNode one : operator.get("connections").body().path("items")) {
            names.add(one.path("name").asText());
            if (one.path("name").asText().equals("citizen-issuer-eid")) {
                askForKeys(one.path("address").asText());
            }
        }

        assertThat(names).contains("axis-main", "broker", "queues-h41-lgsp", "kafka", "database");
        for (String name : names) {
            Desk.Answer answer = operator.send("POST", "connections/" + name + "/test", null);
            assertThat(answer.body().path("outcome").asText())
                    .as("%s: %s", name, answer.body())
                    .isEqualTo("ok");
        }
        assertThat(tested() - before).isEqualTo(names.size());
        assertThat(operator.send("POST", "connections/" + names.get(names.size() - 1) + "/test", null)
                        .code())
                .isEqualTo("overloaded");
        assertThat(operator.send("POST", "connections/elsewhere/test", null).code())
                .isEqualTo("resource_unknown");
    }

    /** The sandbox makes the key of its issuers when it is first asked for, which may take longer than a test has patience. */
    private static void askForKeys(String issuer) {
        int port = Integer.parseInt(issuer.substring(issuer.lastIndexOf(':') + 1));
        RawHttp.Answer keys =
                RawHttp.send(port, "GET /realms/citizen/protocol/openid-connect/certs", List.of(), new byte[0]);
        assertThat(keys.status()).as(keys.body()).isEqualTo(200);
    }

    @Test
    void isForOperatorsAlone() {
        assertThat(Desk.at(PORT, Desk.Sandbox.INSPECTOR)
                        .send("POST", "connections/kafka/test", null)
                        .code())
                .isEqualTo("role_missing");
        assertThat(Desk.at(PORT, Desk.Sandbox.CLERK).get("connections").code()).isEqualTo("role_missing");
    }

    @Test
    void showsTheStepsAtTheConsole() {
        ConsoleVisitor visitor = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.OPERATOR);

        assertThat(visitor.get("/desk/connections").body()).contains("axis-main", "queues-g22-portal");
        // Another test may have tested the same one a moment ago.
        await().untilAsserted(() -> assertThat(visitor.post("/desk/connections/queues-g22-portal/test", Map.of())
                        .location())
                .endsWith("/desk/connections/queues-g22-portal"));
        assertThat(visitor.get("/desk/connections/queues-g22-portal").body())
                .contains("dancu.hub.g22-portal.in", "Đăng nhập", "Kết nối tốt");
    }

    private static long tested() {
        return BUS.jdbc()
                .sql("select count(*) from audit.event where kind = 'ACT' and result = 'connection.tested'")
                .query(Long.class)
                .single();
    }
}
