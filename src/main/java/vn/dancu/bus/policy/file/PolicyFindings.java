package vn.dancu.bus.policy.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.policy.PolicyFlaw;

/** What is wrong in one document, gathered so that its author learns everything at once. */
public final class PolicyFindings {

    /** Nobody mends more than that in one go. */
    private static final int MOST = 200;

    private final List<PolicyFlaw> found = new ArrayList<>();

    /** What the work gives; null when something in it is wrong, which is then noted. */
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
        if (found.size() < MOST && !found.contains(finding)) {
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
