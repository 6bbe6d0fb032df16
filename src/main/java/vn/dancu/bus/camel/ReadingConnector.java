package vn.dancu.bus.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.camel.cli.connector.LocalCliConnector;
import org.apache.camel.spi.CliConnectorFactory;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Lets the command {@code camel} look, and no more. It does not stop the bus, changes no route beside the shelf, and neither sends nor
 * shows messages, which hold personal data.
 */
final class ReadingConnector extends LocalCliConnector {

    private static final Logger LOGGER = LoggerFactory.getLogger(ReadingConnector.class);
    private static final Set<String> READING = Set.of("top-processors", "route-structure", "thread-dump");

    private final Path asked;

    ReadingConnector(CliConnectorFactory factory) {
        super(factory);
        this.asked = Path.of(
                System.getProperty("user.home"),
                ".camel",
                ProcessHandle.current().pid() + "-action.json");
    }

    /** The command writes what it wants into a file; what it shows by itself it reads from another. */
    @Override
    protected void actionTask() {
        try {
            String text = Files.exists(asked) ? Files.readString(asked) : "";
            if (text.isBlank()) {
                return;
            }
            String action = ((JsonObject) Jsoner.deserialize(text)).getString("action");
            if (action != null && READING.contains(action)) {
                super.actionTask();
            } else {
                Files.delete(asked);
                LOGGER.atWarn().log("The command camel may look at the bus alone; what else it wanted was not done");
            }
        } catch (IOException | DeserializationException | ClassCastException e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("What the command camel wanted could not be read");
        }
    }

    /** Asked for by {@code camel stop}, and when a file of the command's is gone. */
    @Override
    public void sigterm() {
        LOGGER.atWarn().log("The command camel does not stop the bus; stop its process");
    }
}
