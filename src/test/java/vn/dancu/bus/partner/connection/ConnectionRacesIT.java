package vn.dancu.bus.partner.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.partner.connection.Applicants.BINH;
import static vn.dancu.bus.partner.connection.Applicants.BOTH;
import static vn.dancu.bus.partner.connection.Applicants.CHI;
import static vn.dancu.bus.partner.connection.Applicants.CLERK;
import static vn.dancu.bus.partner.connection.Applicants.HUB;
import static vn.dancu.bus.partner.connection.Applicants.applicant;
import static vn.dancu.bus.partner.connection.Applicants.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.connection.plan.Plans;

/** What is done to an application by several at once. */
class ConnectionRacesIT {

    private final ConnectionRoom room = new ConnectionRoom();
    private Connections connections;

    @BeforeEach
    void anAuthority() {
        connections = room.with(Plans.smallText());
        room.authorities()
                .register(new Authority(AgencyCode.of("000.00.00.H41"), null, "province", "Tỉnh Nghệ An"), CLERK);
    }

    @Test
    void countsTheApprovalsOfTwoAtOnceOnceEach() throws Exception {
        connections =
                room.with(Plans.smallText().replaceFirst("approvals: \\[approver]", "approvals: [approver, approver]"));
        inReviewAtRequest();

        List<String> outcomes = together(
                () -> outcome(() -> connections.approve(HUB, "request", BINH)),
                () -> outcome(() -> connections.approve(HUB, "request", CHI)));

        assertThat(outcomes).containsExactlyInAnyOrder("in-review", "applying");
        assertThat(connections.find(HUB).orElseThrow().approvals("request")).hasSize(2);
    }

    @Test
    void countsTheApprovalsOfOneAtOnceOnce() throws Exception {
        connections =
                room.with(Plans.smallText().replaceFirst("approvals: \\[approver]", "approvals: [approver, approver]"));
        inReviewAtRequest();

        List<String> outcomes = together(
                () -> outcome(() -> connections.approve(HUB, "request", BINH)),
                () -> outcome(() -> connections.approve(HUB, "request", BINH)),
                () -> outcome(() -> connections.approve(HUB, "request", BINH)));

        assertThat(outcomes).containsExactlyInAnyOrder("in-review", "already_approved", "already_approved");
        assertThat(connections.find(HUB).orElseThrow().approvals("request")).hasSize(1);
    }

    @Test
    void letsOneOfTwoDecisionsAtOnceWin() throws Exception {
        for (int i = 0; i < 5; i++) {
            PartnerId id = new PartnerId("h41-dua-" + i);
            connections.apply(applicant(id.value()), CLERK);
            connections.submit(id, "request", papers("letter", "security-assessment"), CLERK);

            List<String> outcomes = together(
                    () -> outcome(() -> connections.approve(id, "request", BINH)),
                    () -> outcome(() -> connections.sendBack(id, "request", "thiếu", CHI)));

            assertThat(outcomes).contains("move_not_allowed").containsAnyOf("applying", "sent-back");
        }
    }

    @Test
    void opensOneOfTwoApplicationsAtOnce() throws Exception {
        List<String> outcomes = together(
                () -> outcome(() -> connections.apply(applicant(null), CLERK)),
                () -> outcome(() -> connections.apply(applicant(null), BOTH)));

        assertThat(outcomes).containsExactlyInAnyOrder("applying", "resource_exists");
    }

    private void inReviewAtRequest() {
        connections.apply(applicant(null), CLERK);
        connections.submit(HUB, "request", papers("letter", "security-assessment"), CLERK);
    }

    private static String outcome(Callable<Application> move) throws Exception {
        try {
            return move.call().progress().state().code();
        } catch (BusException e) {
            return e.refusal().code().code();
        }
    }

    @SafeVarargs
    private static List<String> together(Callable<String>... moves) throws Exception {
        CyclicBarrier start = new CyclicBarrier(moves.length);
        ExecutorService threads = Executors.newFixedThreadPool(moves.length);
        try {
            List<Future<String>> futures = new ArrayList<>();
            for (Callable<String> move : moves) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return move.call();
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
