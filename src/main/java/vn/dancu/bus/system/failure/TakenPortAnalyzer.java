package vn.dancu.bus.system.failure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** A port of the bus itself on which something else listens. */
@Order(FailureOrder.BEFORE_SPRING_BOOT)
class TakenPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private final Environment environment;

    TakenPortAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
        String port = Integer.toString(cause.getPort());
        String key = port.equals(environment.getProperty("management.server.port"))
                        && !port.equals(environment.getProperty("server.port"))
                ? "management.server.port"
                : "server.port";
        return new FailureAnalysis(
                "Cổng " + port + " đang có chương trình khác dùng / port " + port + " is taken by another program.",
                "Dừng chương trình đó hoặc đặt cổng khác ở khóa " + key + " / Stop that program, or give " + key
                        + " another port.",
                cause);
    }
}
