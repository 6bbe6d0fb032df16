package vn.dancu.bus.ledger.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleReader;
import vn.dancu.bus.fixtures.ConsoleReader.Both;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.ledger.traffic.TrafficMeter.Outcome;

/** Questions of this and of other instances in one chart. */
class TrafficIT {

    private static final RunningBus BUS = RunningBus.shared();

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @Test
    void addsTheCountsAndTimesOfAllInstancesAndForgetsOldMinutes() {
        String service = "service-of-a-test";
        write(service, now.minus(Duration.ofMinutes(2)), 6, 1);
        write(service, now.minus(Duration.ofMinutes(2)), 4, 9);
        write(service, now.minus(Duration.ofHours(4)), 1000, 1);
        BUS.bean(TrafficMeter.class).ended("door-of-a-test", "none", service, Outcome.REFUSED, Duration.ofMillis(3));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            TrafficCount all = line(service).since(now.minus(Duration.ofMinutes(10)));
            assertThat(all.answered()).isEqualTo(10);
            assertThat(all.refused()).isEqualTo(1);
            assertThat(all.latency().percentile(0.5).orElseThrow()).isLessThan(1);
            assertThat(all.latency().percentile(0.95).orElseThrow()).isBetween(8.0, 12.0);
        });
        BUS.bean(TrafficKeeper.class).purge();
        assertThat(BUS.jdbc()
                        .sql("select count(*) from ledger.traffic where minute < now() - interval '3 hours 1 minute'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void showsPartnersToWhoSeesThemInTheLedger() {
        write("service-of-a-chart", now.minus(Duration.ofMinutes(1)), 3000, 2);
        String path = "/desk?by=service&of=service-of-a-chart";
        int port = BUS.ports().http();

        Both operator = ConsoleReader.signedIn(port, Desk.Sandbox.OPERATOR).read(path);
        assertThat(operator.vi())
                .contains("\"/desk?by=partner\"", "3.000", "Thời gian trả lời (mili giây): service-of-a-chart");
        assertThat(operator.en()).contains("Time of an answer (milliseconds): service-of-a-chart", "p99 (ms)");
        assertThat(ConsoleReader.signedIn(port, Desk.Sandbox.CLERK)
                        .read("/desk?by=partner")
                        .vi())
                .doesNotContain("href=\"/desk?by=partner\"")
                .contains("\"/desk?by=door\"");
    }

    private TrafficLine line(String service) {
        return BUS.bean(Traffic.class).since(TrafficTag.SERVICE, now.minus(Duration.ofHours(3)), 50).stream()
                .filter(line -> line.value().equals(service))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line"));
    }

    /** As another instance writes it: so many, all in one step. */
    private static void write(String service, Instant minute, int answered, int step) {
        Long[] latency = new Long[33];
        for (int i = 0; i < latency.length; i++) {
            latency[i] = i == step ? (long) answered : 0L;
        }
        BUS.jdbc()
                .sql("insert into ledger.traffic (tag, minute, value, instance, answered, refused, failed, latency)"
                        + " values ('service', ?, ?, ?, ?, 0, 0, ?::bigint[])")
                .params(
                        OffsetDateTime.ofInstant(minute, ZoneOffset.UTC),
                        service,
                        UUID.randomUUID(),
                        answered,
                        "{"
                                + String.join(
                                        ",",
                                        List.of(latency).stream()
                                                .map(String::valueOf)
                                                .toList()) + "}")
                .update();
    }
}
