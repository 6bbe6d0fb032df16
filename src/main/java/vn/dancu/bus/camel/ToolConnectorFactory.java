package vn.dancu.bus.camel;

import org.apache.camel.cli.connector.DefaultCliConnectorFactory;
import org.apache.camel.spi.CliConnector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;

/**
 * Connects the command {@code camel} with the Camel of the bus, where that is set, and with no other of this process. Camel's own factory
 * would connect each: they share one file, and all would end when the first of them ends, such as the trial of a bundle.
 */
public final class ToolConnectorFactory extends DefaultCliConnectorFactory {

    /** For Camel, which finds this class by its file under {@code META-INF/services} and connects nothing by it. */
    public ToolConnectorFactory() {
        this(false);
    }

    ToolConnectorFactory(boolean connects) {
        setEnabled(connects);
        setRuntime("Spring Boot");
        setRuntimeVersion(SpringBootVersion.getVersion());
    }

    @Override
    public @Nullable CliConnector createConnector() {
        return isEnabled() ? new ReadingConnector(this) : null;
    }
}
