package vn.dancu.bus.shelf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.lint.RouteFinding;

/**
 * What was found about a bundle before it runs.
 *
 * @param digest of the content
 * @param signer name of the key that signed it; null when it is unsigned
 * @param findings what is wrong; empty when it may run
 */
public record BundleVerdict(String digest, @Nullable String signer, List<RouteFinding> findings) {

    public BundleVerdict {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean isRight() {
        return findings.isEmpty();
    }
}
