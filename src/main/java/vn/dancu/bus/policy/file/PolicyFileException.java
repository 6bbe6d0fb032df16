package vn.dancu.bus.policy.file;

import java.util.List;
import java.util.stream.Collectors;
import vn.dancu.bus.policy.PolicyFlaw;

/** A policy file, or the rights in a draft, has errors; the message names file, line, place and rule of each. */
public final class PolicyFileException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyFlaw> findings;

    PolicyFileException(List<PolicyFlaw> findings) {
        super(findings.stream().map(PolicyFlaw::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<PolicyFlaw> findings() {
        return findings;
    }
}
