package vn.dancu.bus.partner.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans of steps for tests. */
final class Plans {

    /** Three steps: a request, go-live by approver and operator, a check after it. */
    static StepPlan small() {
        return new StepPlanReader().read("small.yaml", smallText());
    }

    static String smallText() {
        return text("src/test/resources/connection/small.yaml");
    }

    static String shippedText() {
        return text("src/main/resources/connection/steps.yaml");
    }

    static String calendar() {
        return text("src/main/resources/calendar/vn.yaml");
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Plans() {}
}
