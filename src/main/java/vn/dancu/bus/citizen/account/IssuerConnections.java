package vn.dancu.bus.citizen.account;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.citizen.AccountSettings.Issuer;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;

/** The addresses at which issuers publish their keys. */
record IssuerConnections(AccountSettings settings, IssuerTrust trust) implements ConnectionSource {

    @Override
    public List<TestedConnection> connections() {
        return settings.issuers().entrySet().stream()
                .filter(each -> !each.getValue().hasKeyFile())
                .map(this::connection)
                .toList();
    }

    private TestedConnection connection(Map.Entry<String, Issuer> each) {
        Issuer issuer = each.getValue();
        return TestedConnection.http(
                        "citizen-issuer-" + each.getKey(),
                        TestedConnection.Kind.IDENTITY_PROVIDER,
                        issuer.jwks(),
                        () -> material(trust.of(issuer)),
                        steps -> steps.run(ProbeStage.ANSWER, () -> read(issuer)))
                .through(issuer.keys().proxy());
    }

    private static TlsMaterial material(@Nullable SslBundle bundle) {
        return bundle == null
                ? TlsMaterial.ofMachine()
                : TlsMaterial.of(
                        bundle.getManagers().getKeyManagerFactory(),
                        bundle.getManagers().getTrustManagerFactory());
    }

    private String read(Issuer issuer) throws ProbeFailure {
        try {
            int keys = new KeySetReader(issuer, trust.contextOf(issuer)).read().size();
            return keys + " keys";
        } catch (IOException e) {
            throw ProbeFailure.of(e, ProbeFault.ANSWER_UNREADABLE);
        }
    }
}
