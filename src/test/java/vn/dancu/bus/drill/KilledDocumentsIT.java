package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.DocumentSpool;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.ChildBus;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.Attachment;

/**
 * kill -9 while documents are received, answered and sent over an axis that plays its faults: each is answered once, and the
 * books are even, those of the portal of the sandbox too. It runs with {@code -Plong}, where the portal sends 1,000, one document has 200 MB, and
 * the bus is killed a second time when half of them are answered.
 */
@EnabledIfSystemProperty(named = "test.drills", matches = "long")
class KilledDocumentsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DOCUMENTS = 10;
    private static final int OF_PORTAL = Integer.getInteger("test.documents", 80);
    private static final int LARGE_MEGABYTES = Integer.getInteger("test.document.megabytes", 0);
    private static final int LISTED = 1500;
    private static final boolean IS_KILLED_TWICE = Boolean.getBoolean("test.document.second-kill");
    private static final Duration PATIENCE = Duration.ofSeconds(90 + OF_PORTAL / 2);

    /** By counting, for whoever calls: the bus, the portal and the agency of this test. */
    private static final String FAULTS =
            """
            [{"verb":"getReceivedEdocList","fault":"garbage","every":5},{"verb":"getReceivedEdocList","fault":"duplicate","every":3},
            {"verb":"getEdoc","fault":"truncated","every":11},{"verb":"sendEdoc","fault":"fail","every":13},
            {"verb":"sendEdoc","fault":"lost","every":17},{"verb":"sendEdoc","fault":"duplicate","every":19},
            {"verb":"updateStatus","fault":"error-page","every":7},{"fault":"page","every":23}]""";

    /** What a killed process had in hand is taken over when its lease ends: by default that takes as long as the rest of the test. */
    private static final String[] LEASES = {"--dancu.document.lease=6s", "--dancu.delivery.lease=6s"};

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
            if (LARGE_MEGABYTES > 0) {
                ids.add(large(agency, question(people.get(0))));
            }
            AxisAgency.faults(ports.axis(), FAULTS);
            portal(ports, "POST", "runs?documents=" + OF_PORTAL);
            await().atMost(PATIENCE).until(() -> count(ports, "received") >= OF_PORTAL / 4);

            bus.kill();
        }
        if (IS_KILLED_TWICE) {
            try (ChildBus bus = ChildBus.start(folder, ports, LEASES)) {
                AxisAgency.faults(ports.axis(), FAULTS);
                await().atMost(PATIENCE).until(() -> count(ports, "answered") >= OF_PORTAL / 2);

                bus.kill();
            }
        }

        try (ChildBus again = ChildBus.start(folder, ports, LEASES)) {
            AxisAgency.faults(ports.axis(), FAULTS);
            portalHasEveryAnswer(ports);
            agencyHasEveryAnswer(ports, agency, ids);
            long in = ids.size() + OF_PORTAL;
            long done = count(ports, "answered");
            new Balance("killed-documents", in, done, 0, in - done, 0).written();
        }
    }

    private static void portalHasEveryAnswer(RunningBus.Ports ports) throws IOException {
        await().atMost(PATIENCE)
                .until(() -> portal(ports, "GET", "balance").path("waiting").asInt() == 0);
        JsonNode portal = portal(ports, "GET", "balance");
        assertThat(portal.path("made").asInt()).isEqualTo(OF_PORTAL);
        assertThat(portal.path("answered").asInt()).as(portal.toString()).isEqualTo(OF_PORTAL);
        assertThat(portal.path("flawed").asInt()).as(portal.toString()).isZero();
        assertThat(portal.path("strays").asInt()).as(portal.toString()).isZero();
        assertThat(portal.path("failures").asInt())
                .as("faults that were played")
                .isPositive();
    }

    private static void agencyHasEveryAnswer(RunningBus.Ports ports, AxisAgency agency, List<String> ids)
            throws IOException {
        AxisAgency.faults(ports.axis(), "[]");
        for (String id : ids) {
            assertThat(agency.statusesUntil(id, "06")).as(id).startsWith("01").endsWith("06");
        }
        await().atMost(PATIENCE).until(() -> count(ports, "inWork") == 0);
        assertThat(count(ports, "received")).isEqualTo(ids.size() + OF_PORTAL);
        assertThat(count(ports, "answered")).isEqualTo(ids.size() + OF_PORTAL);
        assertThat(ids).allSatisfy(id -> assertThat(answerIds(agency, id)).hasSize(1));
        assertThat(agency.answers(ids.get(0)).get(0).text("ket-qua.csv").lines())
                .hasSize(LISTED + 1)
                .doesNotHaveDuplicates();
    }

    private static JsonNode portal(RunningBus.Ports ports, String method, String what) throws IOException {
        return JSON.readTree(RawHttp.send(
                        ports.http(), method + " /sandbox/portal/" + what, List.of("Content-Length: 0"), new byte[0])
                .body());
    }

    /** A question with a picture that is larger than most. */
    private static String large(AxisAgency agency, byte[] question) throws IOException {
        String id = "000.00.00.H41,2026/11/29," + UUID.randomUUID();
        try (DocumentSpool edxml = new DocumentSpool(1L << 30)) {
            agency.write(
                    id,
                    List.of(
                            Attachment.of("tep-1", "hoi.json", "application/json", Content.of(question)),
                            Attachment.of("tep-2", "anh.png", "image/png", new Blank((long) LARGE_MEGABYTES << 20))),
                    edxml);
            agency.send(edxml, AxisMessageType.EDOC, agency.code());
        }
        return id;
    }

    /** So many zeros. */
    private record Blank(long length) implements Content {

        @Override
        public InputStream open() {
            return new InputStream() {
                private long left = length;

                @Override
                public int read() {
                    return left-- > 0 ? 0 : -1;
                }

                @Override
                public int read(byte[] target, int offset, int count) {
                    int given = (int) Math.min(left, count);
                    left -= given;
                    return given == 0 ? -1 : given;
                }
            };
        }

        @Override
        public void close() {}
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
