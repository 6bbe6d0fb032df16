package vn.dancu.bus.gateway.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;

/** Scanners and load balancers ask for what is no service; that is worth no record and no line in the log. */
class SoapProbesIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final List<String> PROBES = List.of(
            "GET " + Signature.PATH,
            "HEAD " + Signature.PATH,
            "OPTIONS " + Signature.PATH,
            "PUT " + Signature.PATH,
            "BREW " + Signature.PATH,
            "GET " + Signature.PATH + "?xsd=nothing.xsd",
            "GET " + Signature.PATH + "?wsdl=nothing.wsdl",
            "GET /soap",
            "GET /soap/",
            "GET /soap/population/v2",
            "POST /soap/population/v2");

    @Test
    void leaveNoRecordAndNoErrorInTheLog() throws IOException {
        long before = records();
        long errors = errors();

        for (String probe : PROBES) {
            RawHttp.Answer answer =
                    RawHttp.send(BUS.ports().http(), probe, List.of("Content-Length: 0"), new byte[0]);
            assertThat(answer.status()).as(probe).isIn(probe.startsWith("POST") ? List.of(500) : List.of(404, 405));
            assertThat(answer.body()).as(probe).doesNotContainIgnoringCase("html");
        }

        assertThat(records()).isEqualTo(before);
        assertThat(errors()).isEqualTo(errors);
    }

    private static long records() {
        return BUS.bean(JdbcClient.class)
                .sql("select count(*) from audit.event where kind in ('ANSWER', 'REFUSAL')")
                .query(Long.class)
                .single();
    }

    private static long errors() throws IOException {
        return Files.readAllLines(RunningBus.LOG).stream()
                .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                .count();
    }
}
