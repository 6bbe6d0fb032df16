package vn.dancu.bus.signing;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;

/**
 * An authority of time-stamps, asked for one over nothing.
 *
 * @param name of the connection
 * @param url null where none is set
 */
public record TimeStampConnection(String name, @Nullable String url) implements ConnectionSource {

    @Override
    public List<TestedConnection> connections() {
        return url == null
                ? List.of()
                : List.of(TestedConnection.http(
                        name,
                        TestedConnection.Kind.TIME_STAMP,
                        URI.create(url),
                        TlsMaterial::ofMachine,
                        steps -> steps.run(ProbeStage.ANSWER, () -> ask(url))));
    }

    private static String ask(String url) throws ProbeFailure {
        try {
            new TimeStampAuthority(url).ask(Sha256.hex(new byte[0]));
            return "RFC 3161";
        } catch (TimeStampStatusException e) {
            throw ProbeFailure.ofStatus(e.status());
        } catch (IOException e) {
            throw ProbeFailure.of(e, ProbeFault.ANSWER_UNREADABLE);
        }
    }
}
