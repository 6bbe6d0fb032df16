package vn.dancu.bus.upstream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;
import vn.dancu.bus.upstream.call.CallFailure;

/** The way to each upstream, and whether its token address takes the account. Nobody is asked for: that would be a question about a person. */
record UpstreamProbes(Upstreams upstreams, SslBundles bundles) implements ConnectionSource {

    @Override
    public List<TestedConnection> connections() {
        return upstreams.all().stream().map(this::connection).toList();
    }

    private TestedConnection connection(Upstreams.Upstream upstream) {
        return TestedConnection.http(
                "upstream-" + upstream.name(),
                TestedConnection.Kind.UPSTREAM,
                upstream.settings().address(),
                () -> tls(upstream.settings().http().sslBundle()),
                steps -> {
                    if (upstream.wire().hasToken()) {
                        steps.run(ProbeStage.CREDENTIAL, () -> signIn(upstream));
                    }
                });
    }

    private TlsMaterial tls(@Nullable String name) {
        if (name == null) {
            return TlsMaterial.ofMachine();
        }
        SslBundle bundle = bundles.getBundle(name);
        return TlsMaterial.of(
                bundle.getManagers().getKeyManagerFactory(),
                bundle.getManagers().getTrustManagerFactory());
    }

    private static String signIn(Upstreams.Upstream upstream) throws ProbeFailure {
        try {
            upstream.wire().signIn();
            return "";
        } catch (CallFailure e) {
            ProbeFault fault =
                    switch (e.refusal().code()) {
                        case UPSTREAM_CREDENTIALS_REFUSED -> ProbeFault.CREDENTIAL_REFUSED;
                        case UPSTREAM_TOKEN_INVALID -> ProbeFault.ANSWER_UNREADABLE;
                        default -> ProbeFault.ANSWER_STATUS;
                    };
            throw new ProbeFailure(fault, "an access token", e);
        }
    }
}
