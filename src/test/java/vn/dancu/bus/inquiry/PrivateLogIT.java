package vn.dancu.bus.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;

/** Whatever was asked, well or badly: nothing of a person is in the log or in the metrics. */
class PrivateLogIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile("(?<![0-9a-fA-F-])999[0-9]{6}(?:[0-9]{3})?(?![0-9a-fA-F-])");

    @Test
    void keepsPeopleOutOfTheLogAndTheMetrics() throws IOException {
        // Given
        List<String> names = new ArrayList<>();
        SoapClient soap = new SoapClient(BUS.ports().http(), "h41-lgsp", "sandbox-h41");
        SoapClient wrong = new SoapClient(BUS.ports().http(), "h41-lgsp", "not-the-secret");
        for (Person person : BUS.people().subList(0, 20)) {
            names.add(person.hoVaTen());
            names.add(person.folded());

            // When
            soap.lookUp(person);
            wrong.lookUp(person);
            soap.ask(
                    "TraCuuThongTinCongDan",
                    SoapClient.lookUpContent(person, "x").replace("HoVaTen", "HoTen"));
            soap.ask(
                    "TraCuuThongTinCongDan",
                    SoapClient.lookUpContent(person, "x").replace("</dan:HoVaTen>", ""));
            soap.ask(
                    "TraCuuThongTinCongDan",
                    SoapClient.lookUpContent(person, "x").replace("canbo01", "canbo99"));
            RawHttp.send(BUS.ports().http(), "GET /api/v1/citizens/" + person.soDinhDanh(), List.of(), new byte[0]);
            RawHttp.send(
                    BUS.ports().http(),
                    "GET /api/v1/citizens",
                    List.of("X-Who: " + person.soDinhDanh() + "\u000b" + person.folded()),
                    new byte[0]);
            poison(person);
        }

        // Then
        String log = Files.readString(RunningBus.LOG, StandardCharsets.UTF_8);
        String metrics = RawHttp.send(BUS.ports().http(), "GET /actuator/prometheus", List.of(), new byte[0])
                .body();
        assertThat(log).contains("Started BusApplication");
        assertThat(metrics).contains("jvm_memory");
        for (String text : List.of(log, metrics)) {
            assertThat(PERSONAL_NUMBER.matcher(text).results().map(found -> found.group()))
                    .isEmpty();
            assertThat(names).noneMatch(text::contains);
            assertThat(text).doesNotContain("not-the-secret");
        }
    }

    private static void poison(Person person) {
        String id = UUID.randomUUID().toString();
        try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            hub.send(("<poison>" + person.soDinhDanh() + person.folded()).getBytes(StandardCharsets.UTF_8), true, id);
            assertThat(hub.answer(id)).isNotNull();
        }
    }
}
