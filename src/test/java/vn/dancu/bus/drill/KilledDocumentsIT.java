package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.ChildBus;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;

/** kill -9 twice while documents are received, answered and sent: each is answered once, and the books are even. */
class KilledDocumentsIT {

    private static final int DOCUMENTS = 30;
    private static final int LISTED = 3000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What a killed process had in hand is taken over when its lease ends: by default that takes as long as the rest of the test. */
    private static final String[] LEASES = {"--dancu.document.lease=10s", "--dancu.delivery.lease=10s"};

    @Test
    void everyDocumentIsAnsweredOnce() throws IOException, InterruptedException {
        Path folder = RunningBus.newFolder("sandbox-kill-");
        RunningBus.Ports ports = RunningBus.Ports.free();
        List<String> ids = new ArrayList<>();
        AxisAgency agency = AxisAgency.province(ports.axis());
        try (ChildBus bus = ChildBus.start(folder, ports, LEASES)) {
            List<Person> people = await().atMost(Duration.ofSeconds(30))
                    .until(() -> RunningBus.people(ports.http(), "limit=100"), list -> !list.isEmpty());
            ids.add(sent(agency, "danh-sach.csv", "text/csv", list(people)));
            for (int i = 0; i < DOCUMENTS; i++) {
                ids.add(sent(agency, "hoi.json", "application/json", question(people.get(i % people.size()))));
            }
            await().atMost(PATIENCE).until(() -> count(ports, "received") >= DOCUMENTS / 3);

            bus.kill();
        }
        try (ChildBus bus = ChildBus.start(folder, ports, LEASES)) {
            await().atMost(PATIENCE).until(() -> count(ports, "answered") >= DOCUMENTS / 2);

            bus.kill();
        }

        try (ChildBus again = ChildBus.start(folder, ports, LEASES)) {
            for (String id : ids) {
                assertThat(agency.statusesUntil(id, "06"))
                        .as(id)
                        .startsWith("01")
                        .endsWith("06");
            }
            await().atMost(PATIENCE).until(() -> count(ports, "inWork") == 0);
            assertThat(count(ports, "received")).isEqualTo(ids.size());
            assertThat(count(ports, "answered")).isEqualTo(ids.size());
            assertThat(ids).allSatisfy(id -> assertThat(answerIds(agency, id)).hasSize(1));
            assertThat(agency.answers(ids.get(0)).get(0).text("ket-qua.csv").lines())
                    .hasSize(LISTED + 1)
                    .doesNotHaveDuplicates();
        }
    }

    private static Set<String> answerIds(AxisAgency agency, String document) {
        return agency.answers(document).stream().map(AxisAgency.Answer::id).collect(Collectors.toSet());
    }

    private static String sent(AxisAgency agency, String name, String type, byte[] content) {
        String id = "000.00.00.H41,2026/11/29," + UUID.randomUUID();
        agency.send(agency.request(id, name, type, content));
        return id;
    }

    private static long count(RunningBus.Ports ports, String what) {
        JsonNode books = Desk.at(ports.http(), Desk.Sandbox.OPERATOR)
                .get("documents/balance")
                .body()
                .path("items");
        for (JsonNode account : books) {
            assertThat(account.path("even").asBoolean()).isTrue();
        }
        return books.path(0).path(what).asLong();
    }

    private static byte[] question(Person person) {
        return ("{\"dichVu\": \"TraCuuThongTinCongDan\", \"maYeuCau\": \"" + UUID.randomUUID()
                        + "\", \"maDVC\": \"1.001193\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \""
                        + person.soDinhDanh()
                        + "\", \"hoVaTen\": \"" + person.hoVaTen() + "\", \"ngaySinh\": \"" + person.ngaySinh() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] list(List<Person> people) {
        StringBuilder list = new StringBuilder("SoDinhDanh;HoVaTen;NgaySinh;MaCanBo;MaDVC;DichVu;Truong\n");
        for (int i = 0; i < LISTED; i++) {
            Person person = people.get(i % people.size());
            list.append(String.join(";", person.soDinhDanh(), person.hoVaTen(), person.ngaySinh()))
                    .append(i == 0 ? ";canbo01;1.001193;TraCuuThongTinCongDan;SoDinhDanh\n" : ";;;;\n");
        }
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }
}
