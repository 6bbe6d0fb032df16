package vn.dancu.bus.partner.connection.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.partner.authority.BilingualLabel;
import vn.dancu.bus.partner.authority.LabelReader;

/** Reads the steps file; whatever is malformed or contradictory is refused with file, line and rule. */
final class StepPlanReader {

    private static final Set<String> STEP_KEYS = Set.of(
            "id",
            "name",
            "handsIn",
            "handInWithin",
            "documents",
            "checks",
            "approvals",
            "decideWithin",
            "basis",
            "effect");
    private static final Set<String> DOCUMENT_KEYS = Set.of("id", "vi", "en", "when");
    private static final Set<Role> MAY_HAND_IN =
            Set.of(Role.ONBOARDING_CLERK, Role.APPROVER, Role.OPERATOR, Role.POLICY_MANAGER, Role.PARTNER);
    private static final Set<Role> MAY_APPROVE =
            Set.of(Role.ONBOARDING_CLERK, Role.APPROVER, Role.OPERATOR, Role.POLICY_MANAGER);
    private static final int MOST_STEPS = 30;
    private static final int MOST_APPROVALS = 2;
    private static final long LONGEST_TERM = 250;

    /** @param name what the file is called in errors */
    StepPlan read(String name, String text) {
        YamlPlace list = steps(YamlPlace.of(name, text));
        List<YamlPlace> places = list.items();
        if (places.isEmpty() || places.size() > MOST_STEPS) {
            throw list.broken("must have 1 to " + MOST_STEPS + " steps");
        }
        StepRules rules = new StepRules(list);
        List<ConnectionStep> steps = new ArrayList<>();
        Set<String> documents = new HashSet<>();
        for (YamlPlace place : places) {
            ConnectionStep step = step(place, documents);
            rules.take(place, step);
            steps.add(step);
        }
        rules.finish();
        return new StepPlan(Sha256.hex(text), steps);
    }

    private static YamlPlace steps(YamlPlace root) {
        return root.required(root.keys(Set.of("steps")), "steps");
    }

    private static ConnectionStep step(YamlPlace place, Set<String> documents) {
        Map<String, YamlPlace> keys = place.keys(STEP_KEYS);
        return new ConnectionStep(
                LabelReader.id(place.required(keys, "id")),
                LabelReader.label(place.required(keys, "name")),
                handIn(place, keys, documents),
                decision(place, keys),
                place.required(keys, "basis").text(),
                effect(keys.get("effect")));
    }

    private static ConnectionStep.HandIn handIn(YamlPlace place, Map<String, YamlPlace> keys, Set<String> documents) {
        YamlPlace roles = place.required(keys, "handsIn");
        List<Role> named = roles(roles, MAY_HAND_IN);
        if (named.isEmpty() || new HashSet<>(named).size() < named.size()) {
            throw roles.broken("must name at least one role, each once");
        }
        YamlPlace within = keys.get("handInWithin");
        List<ConnectionStep.Document> asked = new ArrayList<>();
        for (YamlPlace document : place.required(keys, "documents").items()) {
            asked.add(document(document, documents));
        }
        return new ConnectionStep.HandIn(Set.copyOf(named), within == null ? null : term(within), asked);
    }

    private static ConnectionStep.Document document(YamlPlace place, Set<String> documents) {
        Map<String, YamlPlace> keys = place.keys(DOCUMENT_KEYS);
        YamlPlace id = place.required(keys, "id");
        if (!documents.add(LabelReader.id(id))) {
            throw id.broken("is the id of another document of this file already");
        }
        YamlPlace when = keys.get("when");
        if (when != null && !when.text().equals("through-platform")) {
            throw when.broken("must be through-platform or not be there");
        }
        return new ConnectionStep.Document(id.text(), LabelReader.label(place, keys), when != null);
    }

    private static ConnectionStep.Decision decision(YamlPlace place, Map<String, YamlPlace> keys) {
        YamlPlace approvals = place.required(keys, "approvals");
        List<Role> roles = roles(approvals, MAY_APPROVE);
        if (roles.isEmpty() || roles.size() > MOST_APPROVALS) {
            throw approvals.broken("must name one role for each person who approves, one or two");
        }
        YamlPlace checks = place.required(keys, "checks");
        List<BilingualLabel> looked =
                checks.items().stream().map(LabelReader::label).toList();
        if (looked.isEmpty()) {
            throw checks.broken("must say at least one thing that is looked at");
        }
        return new ConnectionStep.Decision(looked, roles, term(place.required(keys, "decideWithin")));
    }

    private static ConnectionStep.Effect effect(@Nullable YamlPlace place) {
        if (place == null) {
            return ConnectionStep.Effect.NONE;
        }
        for (ConnectionStep.Effect effect : ConnectionStep.Effect.values()) {
            if (effect.code().equals(place.text())) {
                return effect;
            }
        }
        throw place.broken("must be none, credentials or go-live");
    }

    private static List<Role> roles(YamlPlace place, Set<Role> possible) {
        List<Role> roles = new ArrayList<>();
        for (YamlPlace item : place.items()) {
            roles.add(Role.byCode(item.text())
                    .filter(possible::contains)
                    .orElseThrow(() -> item.broken("must be one of "
                            + String.join(
                                    ", ",
                                    possible.stream().map(Role::code).sorted().toList()))));
        }
        return roles;
    }

    private static int term(YamlPlace place) {
        long days = place.number();
        if (days < 1 || days > LONGEST_TERM) {
            throw place.broken("must be 1 to " + LONGEST_TERM + " working days");
        }
        return (int) days;
    }
}
