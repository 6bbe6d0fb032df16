package vn.dancu.bus.desk.policy;

import java.util.List;
import vn.dancu.bus.policy.PolicyFlaw;

/**
 * One thing that is wrong in a draft.
 *
 * @param source {@code draft 7/h41-lgsp}
 * @param path such as {@code grants[0].fields[2]}
 * @param rule what it must be
 */
record FindingResponse(String source, String path, String rule) {

    /** Everything that is wrong; none means that the draft can be published as far as its content goes. */
    record FindingsResponse(List<FindingResponse> findings) {}

    static FindingsResponse of(List<PolicyFlaw> findings) {
        return new FindingsResponse(findings.stream()
                .map(it -> new FindingResponse(it.source(), it.path(), it.rule()))
                .toList());
    }
}
