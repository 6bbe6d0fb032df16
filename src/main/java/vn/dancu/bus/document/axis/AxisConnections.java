package vn.dancu.bus.document.axis;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import vn.dancu.bus.document.AxisSettings;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.AxisSettings.Transport;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;

/** The accounts of the settings: each is asked for what waits, which changes nothing, with its own credentials. */
record AxisConnections(AxisSettings settings, AxisAccounts accounts, SslBundles bundles) implements ConnectionSource {

    @Override
    public List<TestedConnection> connections() {
        return settings.accounts().entrySet().stream().map(this::connection).toList();
    }

    private TestedConnection connection(Map.Entry<String, Account> each) {
        Account account = each.getValue();
        Supplier<TlsMaterial> tls = () -> tls(account.http().sslBundle());
        return TestedConnection.http(
                        "axis-" + each.getKey().toLowerCase(java.util.Locale.ROOT),
                        TestedConnection.Kind.AXIS,
                        account.endpoint(),
                        tls,
                        steps -> steps.run(ProbeStage.ANSWER, () -> ask(each.getKey(), account.transport())))
                .through(account.http().proxy());
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

    private String ask(String name, Transport transport) throws ProbeFailure {
        try {
            AxisTransport axis = accounts.find(name).orElseThrow().transport();
            if (transport == Transport.VXP) {
                axis.count(AxisMessageType.EDOC);
            } else {
                axis.received(AxisMessageType.EDOC);
            }
            return "";
        } catch (AxisFailure e) {
            throw failure(e);
        }
    }

    private static ProbeFailure failure(AxisFailure e) {
        String rule = String.valueOf(e.refusal().rule());
        return switch (e.kind()) {
            case ACCOUNT -> new ProbeFailure(ProbeFault.CREDENTIAL_REFUSED, rule, e);
            case REFUSED -> new ProbeFailure(ProbeFault.ANSWER_REFUSED, rule, e);
            case UNREADABLE -> new ProbeFailure(ProbeFault.ANSWER_UNREADABLE, rule, e);
            case UNAVAILABLE ->
                e.getCause() == null
                        ? new ProbeFailure(ProbeFault.ANSWER_STATUS, rule, e)
                        : ProbeFailure.of(e.getCause(), ProbeFault.CONNECTION_CUT);
        };
    }
}
