package vn.dancu.bus.document.signature;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.SignatureSettings;
import vn.dancu.bus.document.SignatureSettings.Check;
import vn.dancu.bus.document.SignatureSettings.PartnerRule;
import vn.dancu.bus.kernel.PartnerId;

/**
 * The rules for one sender.
 *
 * @param certificates the only certificates that may sign for it, by thumbprint; empty for any that is trusted
 */
record SignaturePolicy(Check check, Set<SignatureMethod> methods, Set<String> certificates) {

    SignaturePolicy {
        methods = Set.copyOf(methods);
        certificates = Set.copyOf(certificates);
    }

    static SignaturePolicy of(SignatureSettings settings, @Nullable PartnerId sender) {
        PartnerRule rule = sender == null ? null : settings.partners().get(sender.value());
        if (rule == null) {
            return new SignaturePolicy(settings.check(), methods(settings.methods()), Set.of());
        }
        return new SignaturePolicy(
                rule.check() == null ? settings.check() : rule.check(),
                methods(rule.methods().isEmpty() ? settings.methods() : rule.methods()),
                rule.certificates());
    }

    private static Set<SignatureMethod> methods(Set<String> names) {
        if (names.isEmpty()) {
            return EnumSet.complementOf(EnumSet.of(SignatureMethod.RSA_SHA1));
        }
        return names.stream().map(SignatureMethod::named).collect(Collectors.toUnmodifiableSet());
    }
}
