package vn.dancu.bus.partner.connection.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.dancu.bus.kernel.YamlPlace;

/** Checks the steps of one file together. An operator's own file may require more than the law does and never less. */
final class StepRules {

    /** TT 46/2022/TT-BCA Điều 6: looked at before connecting. */
    private static final String ASSESSMENT = "security-assessment";

    /** Asked where the connection leads through another platform. */
    private static final Set<String> THROUGH_PLATFORM = Set.of("platform-assessment", "manager-consent");

    private final YamlPlace file;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Boolean> documents = new HashMap<>();
    private boolean credentials;
    private boolean live;
    private boolean after;

    StepRules(YamlPlace file) {
        this.file = file;
    }

    /** Takes the steps in their order. */
    void take(YamlPlace place, ConnectionStep step) {
        if (!ids.add(step.id())) {
            throw place.broken("has the id of another step of this file already");
        }
        switch (step.effect()) {
            case GO_LIVE -> goLive(place, step);
            case CREDENTIALS -> credentials(place);
            default -> after = live;
        }
        if (live && step.effect() != ConnectionStep.Effect.GO_LIVE) {
            return;
        }
        step.handIn().documents().forEach(it -> documents.put(it.id(), it.throughPlatform()));
        if (live) {
            requireWhatTheLawAsks(place);
        }
    }

    void finish() {
        if (!live) {
            throw file.broken("must have a step with the effect go-live");
        }
        if (!after) {
            throw file.broken("must have a step after go-live: the system is looked at after connecting too "
                    + "(TT 46/2022/TT-BCA Điều 6)");
        }
    }

    private void goLive(YamlPlace place, ConnectionStep step) {
        if (live) {
            throw place.broken("must not go live: another step of this file does already");
        }
        if (step.decision().approvals().size() < 2) {
            throw place.broken("must be approved by two persons, since it lets a partner connect");
        }
        live = true;
    }

    private void credentials(YamlPlace place) {
        if (live) {
            throw place.broken("must stand before go-live: who has no credentials cannot connect");
        }
        if (credentials) {
            throw place.broken("must not be for credentials: another step of this file is already");
        }
        credentials = true;
    }

    private void requireWhatTheLawAsks(YamlPlace place) {
        requireAlways(place, ConnectionStep.AGREEMENT, "NĐ 278/2025/NĐ-CP, thay NĐ 47/2020/NĐ-CP Điều 37, 38");
        requireAlways(place, ASSESSMENT, "TT 46/2022/TT-BCA Điều 6");
        for (String document : THROUGH_PLATFORM) {
            if (!documents.containsKey(document)) {
                throw place.broken("must not go live before the document " + document
                        + ", for a connection through another platform");
            }
        }
    }

    private void requireAlways(YamlPlace place, String document, String basis) {
        if (documents.getOrDefault(document, true)) {
            throw place.broken(
                    "must not go live before the document " + document + ", asked of everybody (" + basis + ")");
        }
    }
}
