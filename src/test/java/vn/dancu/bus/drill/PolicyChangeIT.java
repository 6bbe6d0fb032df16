package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.fixtures.GovernedPartner.json;
import static vn.dancu.bus.fixtures.GovernedPartner.rights;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;

/** What is published on one instance holds on the other, five seconds later at most. */
class PolicyChangeIT {

    private static final Logger LOGGER = LoggerFactory.getLogger(PolicyChangeIT.class);
    private static final Duration AIM = Duration.ofSeconds(5);
    private static final RunningBus FIRST = RunningBus.shared();
    private static final GovernedPartner PARTNER = GovernedPartner.enrol(FIRST, "h89-hai-may");

    private static final SecondInstance SECOND = startSecond();
    private static String token = "";

    private static SecondInstance startSecond() {
        PARTNER.publish(rights(Map.of(), "HoVaTen"));
        return SecondInstance.beside(FIRST, "--dancu.desk.users=");
    }

    @BeforeAll
    static void signIn() {
        token = PARTNER.token(SECOND.http());
    }

    @AfterAll
    static void stop() {
        SECOND.close();
    }

    @Test
    void aFieldThatWasPublishedIsInTheAnswerOfTheOtherInstance() {
        PARTNER.publish(rights(Map.of(), "HoVaTen"));
        untilAnswered("the field is gone", () -> !answersWith("gioiTinh"));
        long draft = PARTNER.draft(rights(Map.of(), "HoVaTen", "GioiTinh"));

        assertThat(publishAndWait(draft, "a field published on A is in the answer of B", "gioiTinh"))
                .isLessThan(AIM);
    }

    @Test
    void aFieldThatWasPublishedIsThereThoughNobodyHearsOfIt() {
        PARTNER.publish(rights(Map.of(), "HoVaTen"));
        untilAnswered("the field is gone", () -> !answersWith("nhomMau"));
        long draft = PARTNER.draft(rights(Map.of(), "HoVaTen", "NhomMau"));
        int ended = FIRST.jdbc()
                .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where query like 'listen dancu%'")
                .query(Integer.class)
                .single();

        assertThat(ended).isGreaterThanOrEqualTo(2);
        Duration took = publishAndWait(draft, "the same with the listeners' connections ended", "nhomMau");
        boolean isInTime = took.compareTo(AIM) < 0;
        new Balance("changed-policy", 1, isInTime ? 1 : 0, 0, isInTime ? 0 : 1, 0).written();
        assertThat(took).isLessThan(AIM);
    }

    @Test
    void anOfficerRegisteredAtOneInstanceAsksAtTheOther() {
        assertThat(PARTNER.ask(SECOND.http(), token, "moi01").status()).isEqualTo(403);
        GovernedPartner.call(FIRST.ports().http(), token, "PUT /api/v1/officers/moi01", "{}");

        assertThat(untilAnswered(
                        "an officer registered at A asks at B",
                        () -> PARTNER.ask(SECOND.http(), token, "moi01").status() == 200))
                .isLessThan(AIM);
    }

    private Duration publishAndWait(long draft, String what, String field) {
        var publisher = PARTNER.desk(Desk.Sandbox.SECOND_POLICY_MANAGER);
        assertThat(publisher
                        .send("POST", "policy/drafts/" + draft + "/publish", null)
                        .status())
                .isEqualTo(200);
        return untilAnswered(what, () -> answersWith(field));
    }

    private static boolean answersWith(String field) {
        return json(PARTNER.ask(SECOND.http(), token, "canbo01"))
                .at("/congDan/0")
                .has(field);
    }

    private static Duration untilAnswered(String what, Callable<Boolean> answered) {
        long start = System.nanoTime();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(answered);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOGGER.atInfo()
                .addKeyValue("what", what)
                .addKeyValue("ms", took.toMillis())
                .log("Drill of a changed policy");
        return took;
    }
}
