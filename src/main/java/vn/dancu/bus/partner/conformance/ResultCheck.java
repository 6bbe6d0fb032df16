package vn.dancu.bus.partner.conformance;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dancu.bus.conformance.result.CaseResult;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.expiry.PublicKeyFile;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.ConformanceSettings;

/** Whether a result counts: who signed it, whose it is, what it was run against, how old it is, and what came of it. */
final class ResultCheck {

    /** The cases of doors that only some have: whoever lacks the door skips them. */
    private static final String OF_XROAD = "XR-";

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final ConformanceSettings settings;
    private final List<String> mandatory;
    private final Map<String, JWK> keys = new HashMap<>();

    /** @param mandatory the ids of the cases that must have passed, whatever a result itself says of them */
    ResultCheck(ConformanceSettings settings, List<String> mandatory) {
        this.settings = settings;
        this.mandatory = List.copyOf(mandatory);
        settings.keys()
                .forEach((name, file) ->
                        keys.put(name, new PublicKeyFile("dancu.partner.conformance.keys." + name, file).key()));
    }

    /** @param signer name of the key */
    record Checked(String signer, ConformanceResult result) {}

    Checked check(PartnerId partner, SignedResult signed, Instant now) {
        try {
            JWSObject jws = JWSObject.parse(signed.compact());
            String name = String.valueOf(jws.getHeader().getKeyID());
            JWK key = keys.get(name);
            if (key == null) {
                throw BusException.of(ErrorCode.SIGNER_UNTRUSTED, "jws", "kid names a key that the bus knows");
            }
            if (!PublicKeyFile.isSigned(jws, key)) {
                throw BusException.of(ErrorCode.SIGNATURE_INVALID, "jws", "signed by that key");
            }
            ConformanceResult result = ConformanceResult.read(jws.getPayload().toString());
            require(result, partner, now);
            return new Checked(name, result);
        } catch (ParseException | IllegalArgumentException e) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "jws", "a signed result of dancu conformance");
        }
    }

    private void require(ConformanceResult result, PartnerId partner, Instant now) {
        requireThat(result.partner().equals(partner.value()), "partner", "the partner of this application");
        requireThat(
                settings.targets().isEmpty() || settings.targets().contains(result.target()),
                "target",
                "one of dancu.partner.conformance.targets");
        requireThat(result.suite() == ConformanceResult.SUITE, "suite", "version " + ConformanceResult.SUITE);
        requireThat(
                isFresh(result, now) && !result.ended().isAfter(now.plus(CLOCK_SKEW)),
                "ended",
                "not older than " + settings.maxAge());
        String wrong = mandatory.stream().filter(id -> !hasPassed(result, id)).collect(Collectors.joining(", "));
        if (!wrong.isEmpty()) {
            throw BusException.of(
                    ErrorCode.CONFORMANCE_FAILED, "cases", "all mandatory ones passed, these too: " + wrong);
        }
    }

    boolean isFresh(ConformanceResult result, Instant now) {
        return !result.ended().isBefore(now.minus(settings.maxAge()));
    }

    private static boolean hasPassed(ConformanceResult result, String id) {
        return result.cases().stream()
                .filter(one -> one.id().equals(id))
                .map(CaseResult::outcome)
                .anyMatch(
                        outcome -> outcome == Outcome.PASSED || outcome == Outcome.SKIPPED && id.startsWith(OF_XROAD));
    }

    private static void requireThat(boolean holds, String field, String rule) {
        if (!holds) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, rule);
        }
    }
}
