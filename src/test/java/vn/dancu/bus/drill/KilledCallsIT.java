package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.dancu.bus.fixtures.ChildBus;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.fixtures.SoapClient;

/** kill -9 of a bus in the role upstream while it asks: nothing was asked without a record, and nothing answered without its own. */
@EnabledIfSystemProperty(named = "test.drills", matches = "long")
class KilledCallsIT {

    private static final int ASKERS = 8;
    private static final int BEFORE_THE_KILL = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ID = Pattern.compile("MaYeuCau>([^<]+)<");
    private static final Person NOBODY = new Person("999000000000", null, "Nguyễn Văn Không", "1980-01-02");

    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    @Test
    void asksNothingThatIsNotRecorded() throws IOException {
        Path folder = RunningBus.newFolder("sandbox-calls-");
        RunningBus.Ports ports = RunningBus.Ports.free();
        ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
        try (ScriptedSide side = new ScriptedSide()) {
            side.answers(KilledCallsIT::nobody);
            String[] settings = settings(side);
            try (ChildBus bus = ChildBus.start(folder, ports, settings)) {
                for (int i = 0; i < ASKERS; i++) {
                    askers.execute(() -> ask(ports.http()));
                }
                await().atMost(PATIENCE).until(() -> side.questions().size() >= BEFORE_THE_KILL);
                bus.kill();
            }
            askers.shutdownNow();
            Set<String> asked = new HashSet<>();
            side.questions().forEach(question -> asked.add(id(question.body())));

            try (RunningBus again = RunningBus.startIn(folder, ports, settings)) {
                assertThat(recorded(again, "result = 'asked'"))
                        .as("what the other side has read")
                        .containsAll(asked);
                assertThat(recorded(again, "kind = 'ANSWER'"))
                        .as("what an asker has got")
                        .containsAll(answered);
                assertThat(recorded(again, "kind = 'CALL' and result = 'not_found'"))
                        .as("the outcome goes before the answer")
                        .containsAll(recorded(again, "kind = 'ANSWER'"));
            }
            assertThat(asked).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
            assertThat(side.questions()).as("nothing was asked twice").hasSize(asked.size());
        }
    }

    private void ask(int port) {
        SoapClient client = new SoapClient(port, "h41-lgsp", "sandbox-h41");
        while (!Thread.currentThread().isInterrupted()) {
            String id = "killed-" + number.incrementAndGet();
            try {
                if (client.lookUp(NOBODY, id).status() == 200) {
                    answered.add(id);
                }
            } catch (RuntimeException e) {
                // The bus was killed.
                return;
            }
        }
    }

    private static byte[] nobody(ScriptedSide.Request request) {
        return ScriptedSide.http(
                "200 OK",
                "Content-Type: text/xml; charset=utf-8\r\nConnection: close\r\n",
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                        + "<dc:CongdanCollection xmlns:dc=\"http://www.mic.gov.vn/dancu/1.0\" GhiChu=\"not_found\" SoCongDan=\"0\""
                        + " ThoiDiemDuLieu=\"2026-11-24T01:02:03Z\" id=\"" + id(request.body())
                        + "\"/></s:Body></s:Envelope>");
    }

    private static String id(String body) {
        Matcher found = ID.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    private static List<String> recorded(RunningBus bus, String condition) {
        return bus.jdbc()
                .sql("select message_id from audit.event where message_id like 'killed-%' and " + condition)
                .query(String.class)
                .list();
    }

    private static String[] settings(ScriptedSide side) {
        return new String[] {
            "--dancu.register.kind=upstream",
            "--dancu.upstream.national.dialect=official",
            "--dancu.upstream.national.address=" + side.address(),
            "--dancu.upstream.national.account.username=hub",
            "--dancu.upstream.national.account.secret-key=synthetic"
        };
    }
}
