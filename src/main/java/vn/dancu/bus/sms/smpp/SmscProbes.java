package vn.dancu.bus.sms.smpp;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.springframework.boot.ssl.SslBundles;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeRun;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SmscConnections;
import vn.dancu.bus.trust.TlsContexts;

/**
 * The operators of the settings. One that is bound needs no second session, which it may not allow: the test says that it is
 * bound. To another it binds as a transmitter, which takes no message away, and unbinds.
 */
record SmscProbes(SmsSettings settings, SmscConnections smsc, SslBundles bundles, TlsContexts contexts)
        implements ConnectionSource {

    @Override
    public List<TestedConnection> connections() {
        return settings.operators().entrySet().stream().map(this::connection).toList();
    }

    private TestedConnection connection(Map.Entry<String, SmsSettings.Operator> each) {
        SmsSettings.Operator operator = each.getValue();
        TestedConnection plain = TestedConnection.plain(
                "sms-" + each.getKey(),
                TestedConnection.Kind.SMSC,
                new TestedConnection.Address(operator.host(), operator.port()),
                steps -> bind(each.getKey(), operator, steps));
        return operator.tls() ? plain.encrypted(null, () -> SmscTls.material(operator, bundles)) : plain;
    }

    private void bind(String name, SmsSettings.Operator operator, ProbeRun steps) throws ProbeFailure {
        boolean isBound =
                smsc.states().stream().anyMatch(state -> state.operator().equals(name) && state.bound());
        steps.run(ProbeStage.CREDENTIAL, () -> isBound ? "bound" : bind(operator));
    }

    private String bind(SmsSettings.Operator operator) throws ProbeFailure {
        int timeout = (int) Math.min(operator.timeout().toMillis(), 4_000);
        SMPPSession session = new SMPPSession(new SmscSockets(timeout, SmscTls.context(operator, contexts)));
        try {
            session.connectAndBind(
                    operator.host(),
                    operator.port(),
                    new BindParameter(
                            BindType.BIND_TX,
                            operator.systemId(),
                            operator.password(),
                            operator.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""),
                    timeout);
            return "bind_transmitter";
        } catch (IOException e) {
            throw e.getCause() instanceof NegativeResponseException
                    ? new ProbeFailure(ProbeFault.CREDENTIAL_REFUSED, SubmitFailures.bindFault(e), e)
                    : ProbeFailure.of(e, ProbeFault.ANSWER_SILENT);
        } finally {
            session.unbindAndClose();
        }
    }
}
