package vn.dancu.bus.policy.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.policy.PolicyFlaw;

/** All errors of one document, so that its author sees them together. */
public final class PolicyFindings {

    /** Further errors are left out. */
    private static final int MAX_FINDINGS = 200;

    private final List<PolicyFlaw> found = new ArrayList<>();

    /** The result of the work; null when it finds an error, which is then added. */
    public <T> @Nullable T attempt(Supplier<T> work) {
        try {
            return work.get();
        } catch (YamlFileException e) {
            add(e);
            return null;
        } catch (PolicyFileException e) {
            e.findings().forEach(this::add);
            return null;
        }
    }

    void add(YamlFileException wrong) {
        add(new PolicyFlaw(wrong.file(), wrong.line(), wrong.path(), wrong.rule()));
    }

    private void add(PolicyFlaw finding) {
        if (found.size() < MAX_FINDINGS && !found.contains(finding)) {
            found.add(finding);
        }
    }

    int count() {
        return found.size();
    }

    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new PolicyFileException(found);
        }
    }
}
