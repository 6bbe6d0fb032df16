package vn.dancu.bus.conformance.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.conformance.ConformancePlan.Someone;
import vn.dancu.bus.conformance.suite.ConformanceCase.Seen;
import vn.dancu.bus.conformance.wire.WireAnswer;
import vn.dancu.bus.conformance.wire.WireCalls;

/** Who signs in is answered, and nobody else is. */
public final class SignInCases {

    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;
    private static final String WRONG = "khong-phai-khoa-nay";
    private static final Duration STALE = Duration.ofHours(1);

    private SignInCases() {}

    public static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase("SI-01", SignInCases::token),
                new ConformanceCase("SI-02", SignInCases::wrongSecretAtTheToken),
                new ConformanceCase("SI-03", calls -> signed(calls, calls.now(), true, calls.secret(), true)),
                new ConformanceCase("SI-04", calls -> signed(calls, calls.now(), false, calls.secret(), true)),
                new ConformanceCase("SI-05", calls -> signed(calls, calls.now(), false, WRONG, false)),
                new ConformanceCase(
                        "SI-06", calls -> signed(calls, calls.now().minus(STALE), false, calls.secret(), false)),
                new ConformanceCase(
                        "SI-07", calls -> signed(calls, calls.now().plus(STALE), false, calls.secret(), false)),
                new ConformanceCase("SI-08", SignInCases::nobody),
                new ConformanceCase("SI-09", SignInCases::twice),
                new ConformanceCase("SI-10", SignInCases::garbageToken));
    }

    private static Seen token(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().token();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = calls.token(path, calls.secret());
        return Seen.of(WireCalls.tokenOf(answer) != null && answer.status() == 200, answer);
    }

    private static Seen wrongSecretAtTheToken(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().token();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = calls.token(path, WRONG);
        boolean refused = answer.status() == UNAUTHORIZED || answer.status() == BAD_REQUEST;
        return Seen.of(refused && WireCalls.tokenOf(answer) == null, answer);
    }

    private static Seen signed(WireCalls calls, Instant at, boolean seconds, String by, boolean right)
            throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        Someone found = calls.plan().person("found").orElseThrow();
        WireAnswer answer = calls.soap(
                path, bytes(calls.envelope(found, List.of())), WireCalls.XML, calls.digest(path, by, at, seconds));
        return Seen.of(right ? answer.isAbout(found.number()) : answer.isRefusal(), answer);
    }

    private static Seen nobody(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        Someone found = calls.plan().person("found").orElseThrow();
        WireAnswer answer = calls.soap(path, bytes(calls.envelope(found, List.of())), WireCalls.XML, List.of());
        return Seen.of(answer.isRefusal(), answer);
    }

    private static Seen twice(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        Someone found = calls.plan().person("found").orElseThrow();
        byte[] question = bytes(calls.envelope(found, List.of()));
        List<String> signed = new ArrayList<>(calls.digest(path));
        WireAnswer first = calls.soap(path, question, WireCalls.XML, signed);
        WireAnswer second = calls.soap(path, question, WireCalls.XML, signed);
        return Seen.of(first.isAbout(found.number()) && second.isRefusal(), second);
    }

    private static Seen garbageToken(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().rest();
        if (path == null) {
            return Seen.noDoor();
        }
        Someone found = calls.plan().person("found").orElseThrow();
        WireAnswer answer = calls.rest(path, "khong.phai.ma", calls.json(found, List.of()));
        return Seen.of(answer.status() == UNAUTHORIZED && !answer.hasPerson(), answer);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
