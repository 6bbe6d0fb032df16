package vn.dancu.bus.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vn.dancu.bus.conformance.result.CaseResult;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.conformance.suite.AnswerCases;
import vn.dancu.bus.conformance.suite.ConformanceCase;
import vn.dancu.bus.conformance.suite.ConformanceCase.Seen;
import vn.dancu.bus.conformance.suite.FaultCases;
import vn.dancu.bus.conformance.suite.LimitCases;
import vn.dancu.bus.conformance.suite.SignInCases;
import vn.dancu.bus.conformance.suite.XRoadCases;
import vn.dancu.bus.conformance.wire.WireCalls;
import vn.dancu.bus.kernel.YamlPlace;

/** Runs the cases one after the other, so that a target with a quota is not overrun. */
public final class ConformanceSuite {

    private static final String FILE = "/conformance/cases.yaml";
    private static final Set<String> KEYS = Set.of("mandatory", "vi", "en", "clause", "expected");

    private final Map<String, Words> words = read();
    private final Clock clock;

    private record Words(boolean mandatory, String vi, String en, String clause, String expected) {}

    public ConformanceSuite(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks all cases.
     *
     * @param secret of the plan's partner
     * @param heard hears of each case when it is done
     * @throws InterruptedException when the run is broken off
     */
    public ConformanceResult run(ConformancePlan plan, String secret, Consumer<CaseResult> heard)
            throws InterruptedException {
        WireCalls calls = new WireCalls(plan, secret, clock);
        Instant began = clock.instant();
        List<CaseResult> results = new ArrayList<>();
        for (ConformanceCase one : cases()) {
            CaseResult result = run(one, calls);
            results.add(result);
            heard.accept(result);
        }
        return new ConformanceResult(
                UUID.randomUUID().toString(),
                ConformanceResult.SUITE,
                plan.target().toString(),
                plan.partner(),
                began,
                clock.instant(),
                results);
    }

    private static List<ConformanceCase> cases() {
        List<ConformanceCase> cases = new ArrayList<>(SignInCases.all());
        cases.addAll(AnswerCases.all());
        cases.addAll(FaultCases.all());
        cases.addAll(XRoadCases.all());
        cases.addAll(LimitCases.all());
        return cases;
    }

    /** The ids of the cases that nobody may go live without. */
    public List<String> mandatory() {
        return cases().stream()
                .map(ConformanceCase::id)
                .filter(id -> of(id).mandatory())
                .toList();
    }

    private CaseResult run(ConformanceCase one, WireCalls calls) throws InterruptedException {
        long began = System.nanoTime();
        Seen seen;
        try {
            seen = one.check().run(calls);
        } catch (HttpTimeoutException e) {
            seen = new Seen(Outcome.FAILED, "Không có trả lời trong thời hạn / no answer in time");
        } catch (IOException e) {
            seen = new Seen(
                    Outcome.FAILED,
                    "Đứt kết nối / connection lost: " + e.getClass().getSimpleName());
        }
        Words said = of(one.id());
        return new CaseResult(
                one.id(),
                said.mandatory(),
                said.vi(),
                said.en(),
                said.clause(),
                said.expected(),
                seen.text(),
                seen.outcome(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private Words of(String id) {
        Words said = words.get(id);
        if (said == null) {
            throw new IllegalStateException("The case " + id + " has no words");
        }
        return said;
    }

    private Map<String, Words> read() {
        try (InputStream file = ConformanceSuite.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The class path has no " + FILE);
            }
            YamlPlace root = YamlPlace.of(FILE, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Words> read = new LinkedHashMap<>();
            root.keys(ids()).forEach((id, place) -> read.put(id, words(place)));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ids() {
        return Set.copyOf(cases().stream().map(ConformanceCase::id).toList());
    }

    private static Words words(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(KEYS);
        return new Words(
                place.required(keys, "mandatory").text().equals("true"),
                place.required(keys, "vi").text(),
                place.required(keys, "en").text(),
                place.required(keys, "clause").text(),
                place.required(keys, "expected").text());
    }
}
