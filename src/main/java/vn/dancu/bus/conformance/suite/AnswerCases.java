package vn.dancu.bus.conformance.suite;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.conformance.ConformancePlan;
import vn.dancu.bus.conformance.ConformancePlan.Someone;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.suite.ConformanceCase.Seen;
import vn.dancu.bus.conformance.wire.WireAnswer;
import vn.dancu.bus.conformance.wire.WireCalls;

/** What is answered: the fields that may be, and the statuses. */
public final class AnswerCases {

    private static final String NOBODY = "999999999999";
    private static final String NO_NAME = "KHONGPHAINGUOINAY";
    private static final String NO_DAY = "1911-11-11";
    private static final int GOOD = 200;

    private AnswerCases() {}

    public static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase("FF-01", AnswerCases::onlyWhatIsAsked),
                new ConformanceCase("FF-02", AnswerCases::nothingWithheld),
                new ConformanceCase("FF-03", AnswerCases::overRest),
                new ConformanceCase("FF-04", AnswerCases::onlyWhatIsAskedOverRest),
                new ConformanceCase("ST-01", calls -> person(calls, ConformancePlan.FOUND)),
                new ConformanceCase("ST-02", calls -> nobody(calls, NOBODY, null, null)),
                new ConformanceCase("ST-03", calls -> nobody(calls, null, NO_NAME, null)),
                new ConformanceCase("ST-04", calls -> nobody(calls, null, null, NO_DAY)),
                new ConformanceCase("ST-05", AnswerCases::replaced),
                new ConformanceCase("ST-06", calls -> person(calls, "deceased")),
                new ConformanceCase("ST-07", calls -> person(calls, "missing")),
                new ConformanceCase("ST-08", AnswerCases::cancelled),
                new ConformanceCase("ST-09", AnswerCases::nobodyOverRest));
    }

    private static Seen onlyWhatIsAsked(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        return path == null ? Seen.noDoor() : cut(calls, calls.soap(path, found(calls), asked(calls)));
    }

    private static Seen onlyWhatIsAskedOverRest(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().rest();
        String token = path == null ? null : token(calls);
        return path == null || token == null
                ? Seen.noDoor()
                : cut(calls, calls.rest(path, token, calls.json(found(calls), asked(calls))));
    }

    private static List<String> asked(WireCalls calls) {
        return calls.plan().allowed().subList(0, 1);
    }

    /** The field that was asked for is there, and the others that might have been are not. */
    private static Seen cut(WireCalls calls, WireAnswer answer) {
        List<String> allowed = calls.plan().allowed();
        boolean more = allowed.subList(1, allowed.size()).stream().anyMatch(answer::hasField);
        return Seen.of(answer.hasPerson() && answer.hasField(allowed.get(0)) && !more, answer);
    }

    private static Seen nothingWithheld(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        List<String> withheld = calls.plan().withheld();
        if (path == null) {
            return Seen.noDoor();
        }
        if (withheld.isEmpty()) {
            return new Seen(Outcome.SKIPPED, "Kế hoạch không nêu trường bị giữ lại / no withheld field in the plan");
        }
        WireAnswer whole = calls.soap(path, found(calls), List.of());
        WireAnswer named = calls.soap(path, found(calls), withheld);
        boolean leaks = withheld.stream().anyMatch(field -> whole.hasField(field) || named.hasField(field));
        return Seen.of(whole.hasPerson() && !leaks, whole);
    }

    private static Seen overRest(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().rest();
        String token = path == null ? null : token(calls);
        if (path == null || token == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = calls.rest(path, token, calls.json(found(calls), List.of()));
        return Seen.of(answer.isAbout(found(calls).number()), answer);
    }

    private static Seen person(WireCalls calls, String kind) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        Optional<Someone> someone = calls.plan().person(kind);
        if (path == null) {
            return Seen.noDoor();
        }
        if (someone.isEmpty()) {
            return Seen.noPerson();
        }
        WireAnswer answer = calls.soap(path, someone.get(), List.of());
        return Seen.of(answer.isAbout(someone.get().number()), answer);
    }

    /** Found under the old number, with the one now in force in the record. */
    private static Seen replaced(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        Optional<Someone> someone = calls.plan().person("replaced");
        if (path == null) {
            return Seen.noDoor();
        }
        if (someone.isEmpty()) {
            return Seen.noPerson();
        }
        WireAnswer answer = calls.soap(path, someone.get(), List.of());
        boolean isNew = !answer.number().isEmpty()
                && !answer.number().equals(someone.get().number());
        return Seen.of(answer.status() == GOOD && isNew, answer);
    }

    private static Seen cancelled(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        Optional<Someone> someone = calls.plan().person("cancelled");
        if (path == null) {
            return Seen.noDoor();
        }
        if (someone.isEmpty()) {
            return Seen.noPerson();
        }
        WireAnswer answer = calls.soap(path, someone.get(), List.of());
        return Seen.of(answer.status() == GOOD && answer.hasAnswer() && !answer.hasPerson(), answer);
    }

    /** The person that is found, with one thing changed: an answer with nobody in it and no fault. */
    private static Seen nobody(WireCalls calls, @Nullable String number, @Nullable String name, @Nullable String born)
            throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = calls.soap(path, other(found(calls), number, name, born), List.of());
        return Seen.of(answer.status() == GOOD && answer.hasAnswer() && !answer.hasPerson(), answer);
    }

    private static Seen nobodyOverRest(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().rest();
        String token = path == null ? null : token(calls);
        if (path == null || token == null) {
            return Seen.noDoor();
        }
        WireAnswer answer = calls.rest(path, token, calls.json(other(found(calls), NOBODY, null, null), List.of()));
        return Seen.of(answer.status() == GOOD && answer.hasAnswer() && !answer.hasPerson(), answer);
    }

    private static Someone other(Someone found, @Nullable String number, @Nullable String name, @Nullable String born) {
        return new Someone(
                number == null ? found.number() : number,
                name == null ? found.name() : name,
                born == null ? found.born() : born);
    }

    static Someone found(WireCalls calls) {
        return calls.plan().person(ConformancePlan.FOUND).orElseThrow();
    }

    static @Nullable String token(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().token();
        return path == null ? null : WireCalls.tokenOf(calls.token(path, calls.secret()));
    }
}
