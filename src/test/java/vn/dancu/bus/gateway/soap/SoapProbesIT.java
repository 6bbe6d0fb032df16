package vn.dancu.bus.gateway.soap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
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
    void leaveNoRecordAndNoErrorInTheLog() {
        long before = records();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);

        try {
            for (String probe : PROBES) {
                RawHttp.Answer answer =
                        RawHttp.send(BUS.ports().http(), probe, List.of("Content-Length: 0"), new byte[0]);
                assertThat(answer.status()).as(probe).isIn(probe.startsWith("POST") ? List.of(500) : List.of(404, 405));
                assertThat(answer.body()).as(probe).doesNotContainIgnoringCase("html");
            }
        } finally {
            root.detachAppender(log);
        }

        assertThat(records()).isEqualTo(before);
        assertThat(List.copyOf(log.list))
                .noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN)
                        && line.getThreadName().startsWith("http-"));
    }

    private static long records() {
        return BUS.bean(JdbcClient.class)
                .sql("select count(*) from audit.event where kind in ('ANSWER', 'REFUSAL')")
                .query(Long.class)
                .single();
    }
}
