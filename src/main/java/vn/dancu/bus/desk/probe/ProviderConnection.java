package vn.dancu.bus.desk.probe;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.desk.ProviderDocuments;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;

/** The identity provider: whether its discovery document is its own and names its keys. */
record ProviderConnection(@Nullable URI issuer) implements ConnectionSource {

    @Override
    public List<TestedConnection> connections() {
        return issuer == null
                ? List.of()
                : List.of(TestedConnection.http(
                        "identity-provider",
                        TestedConnection.Kind.IDENTITY_PROVIDER,
                        issuer,
                        TlsMaterial::ofMachine,
                        steps -> steps.run(ProbeStage.ANSWER, () -> read(issuer))));
    }

    private static String read(URI issuer) throws ProbeFailure {
        try {
            new ProviderDocuments(issuer).endpoint("jwks_uri");
            return "OpenID Connect Discovery 1.0";
        } catch (IOException e) {
            throw ProbeFailure.of(e, ProbeFault.ANSWER_UNREADABLE);
        }
    }
}
