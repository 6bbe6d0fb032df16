package vn.dancu.bus.policy.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.policy.content.CaseForm;
import vn.dancu.bus.policy.content.GrantTerms;
import vn.dancu.bus.policy.content.PolicyContent;

/** Reads the terms of one grant: legal basis, officers, relationship, consent. */
final class GrantTermsReader {

    private static final int MAX_LEGAL_BASIS_LENGTH = 500;
    private static final int MAX_CASE_FORMS = 20;

    GrantTerms read(Map<String, YamlPlace> keys) {
        YamlPlace officers = keys.get("officers");
        GrantTerms.Demand demand = demand(keys.get("relationship"));
        YamlPlace forms = keys.get("caseForms");
        if (forms != null && demand != GrantTerms.Demand.CASE) {
            throw forms.broken("belongs to relationship: case");
        }
        return new GrantTerms(
                basis(keys.get("legalBasis")), officers(officers), demand, forms(forms), consent(keys.get("consent")));
    }

    /** A grant without the key is for every officer, so the key must list names. */
    private static Set<String> officers(@Nullable YamlPlace place) {
        if (place == null) {
            return Set.of();
        }
        Set<String> officers = GrantReader.officers(place);
        if (officers.isEmpty() || officers.contains(PolicyContent.ANY) || officers.contains(PolicyContent.NONE)) {
            throw place.broken("must name officers; without the key every officer of the partner may use the grant");
        }
        return officers;
    }

    private static GrantTerms.Demand demand(@Nullable YamlPlace place) {
        if (place == null) {
            return GrantTerms.Demand.NOTHING;
        }
        String text = place.text();
        return Arrays.stream(GrantTerms.Demand.values())
                .filter(it -> it.code().equals(text))
                .findFirst()
                .orElseThrow(() -> place.broken("must be none, case, follow-list or citizen"));
    }

    private static GrantTerms.ConsentDemand consent(@Nullable YamlPlace place) {
        if (place == null) {
            return GrantTerms.ConsentDemand.NONE;
        }
        String text = place.text();
        return Arrays.stream(GrantTerms.ConsentDemand.values())
                .filter(it -> it.code().equals(text))
                .findFirst()
                .orElseThrow(() -> place.broken("must be none or required"));
    }

    private static List<CaseForm> forms(@Nullable YamlPlace place) {
        List<CaseForm> forms = new ArrayList<>();
        if (place != null) {
            for (YamlPlace item : place.items()) {
                forms.add(item.as(CaseForm::new));
            }
            if (forms.isEmpty() || forms.size() > MAX_CASE_FORMS) {
                throw place.broken("must have 1 to " + MAX_CASE_FORMS + " forms");
            }
        }
        return forms;
    }

    private static @Nullable String basis(@Nullable YamlPlace place) {
        if (place == null) {
            return null;
        }
        String text = place.text().strip();
        if (text.length() > MAX_LEGAL_BASIS_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw place.broken("must be one line of at most " + MAX_LEGAL_BASIS_LENGTH + " characters");
        }
        return text;
    }
}
