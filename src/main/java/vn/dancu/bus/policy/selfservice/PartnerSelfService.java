package vn.dancu.bus.policy.selfservice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.OfficerCode;
import vn.dancu.bus.policy.OwnRights;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.version.PolicyCache;
import vn.dancu.bus.policy.version.PolicySnapshot;

/** Partners register officers and switch procedures, inside the limits of the version that holds here and now. */
final class PartnerSelfService implements OwnRights {

    private static final Pattern PROCEDURE_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final JdbcSelfSettings own;
    private final PolicyCache policy;
    private final Acts acts;
    private final Clock clock;

    PartnerSelfService(JdbcSelfSettings own, PolicyCache policy, Acts acts, Clock clock) {
        this.own = own;
        this.policy = policy;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public int officerLimit(PartnerId partner) {
        return entitlement(partner).managedOfficers();
    }

    @Override
    public List<Officer> officers(PartnerId partner) {
        return own.officers(partner);
    }

    @Override
    public Optional<Officer> officer(PartnerId partner, String code) {
        return own.officer(partner, code);
    }

    @Override
    public Officer register(PartnerId partner, String code, @Nullable Instant until) {
        Instant now = Instant.now(clock);
        requireForm(code);
        if (until != null && !until.isAfter(now)) {
            throw invalid("hieuLucDen", "a time that is still to come");
        }
        Officer officer = own.alone(partner, () -> {
            if (own.others(partner, code, now) >= officerLimit(partner)) {
                throw BusException.of(
                        ErrorCode.LIMIT_REACHED,
                        "maCanBo",
                        "at most " + officerLimit(partner) + " officers registered by the partner itself");
            }
            own.put(partner, code, until, now);
            acts.record(act(
                    partner,
                    "policy.officer_registered",
                    "officer/" + code,
                    until == null ? Map.of() : Map.of("until", until.toString())));
            return own.officer(partner, code).orElseThrow(PartnerSelfService::unknown);
        });
        policy.refreshOrKeep();
        return officer;
    }

    @Override
    public void remove(PartnerId partner, String code) {
        own.alone(partner, () -> {
            if (!own.remove(partner, code)) {
                throw unknown();
            }
            return acts.record(act(partner, "policy.officer_removed", "officer/" + code, Map.of()));
        });
        policy.refreshOrKeep();
    }

    @Override
    public List<Procedure> procedures(PartnerId partner) {
        Set<String> closed = own.closed(partner);
        TreeSet<String> codes = new TreeSet<>(named(partner));
        codes.addAll(closed);
        codes.remove(PolicyContent.ANY);
        return codes.stream().map(it -> new Procedure(it, !closed.contains(it))).toList();
    }

    @Override
    public Procedure switchTo(PartnerId partner, String code, boolean open) {
        Set<String> named = named(partner);
        boolean form =
                code.equals(PolicyContent.NONE) || PROCEDURE_CODE.matcher(code).matches();
        if (!form || !(named.contains(code) || named.contains(PolicyContent.ANY))) {
            throw unknown();
        }
        Procedure procedure = own.alone(partner, () -> {
            boolean changed = open ? own.open(partner, code) : own.close(partner, code, Instant.now(clock));
            if (changed) {
                String action = open ? "policy.procedure_opened" : "policy.procedure_closed";
                acts.record(act(partner, action, "procedure/" + code, Map.of()));
            }
            return new Procedure(code, open);
        });
        policy.refreshOrKeep();
        return procedure;
    }

    private Set<String> named(PartnerId partner) {
        return entitlement(partner).permissions().values().stream()
                .flatMap(List::stream)
                .flatMap(it -> it.procedures().stream())
                .collect(Collectors.toSet());
    }

    private PolicyContent.Entitlement entitlement(PartnerId partner) {
        PolicySnapshot snapshot = policy.current();
        return snapshot == null
                ? PolicyContent.Entitlement.NOTHING
                : snapshot.policy().of(partner);
    }

    /** The code stands in a path, a log and the audit trail, so it must not be anybody's number. */
    private static void requireForm(String code) {
        if (!OfficerCode.isValid(code) || OfficerCode.isPersonalNumber(code)) {
            throw invalid("maCanBo", OfficerCode.RULE + ", and no personal number");
        }
    }

    private static Act act(PartnerId partner, String action, String subject, Map<String, String> detail) {
        return new Act(Actor.of(partner), action, partner, subject, detail);
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }

    private static BusException unknown() {
        return new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
    }
}
