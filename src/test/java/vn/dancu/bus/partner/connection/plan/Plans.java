package vn.dancu.bus.partner.connection.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans of steps for tests. */
public final class Plans {

    /** Three steps: a request, go-live by approver and operator, a check after it. */
    public static StepPlan small() {
        return new StepPlanReader().read("small.yaml", smallText());
    }

    /** The steps that the bus comes with. */
    static StepPlan shipped() {
        return new StepPlanReader().read("steps.yaml", shippedText());
    }

    public static String smallText() {
        return text("src/test/resources/connection/small.yaml");
    }

    public static String shippedText() {
        return text("src/main/resources/connection/steps.yaml");
    }

    public static String calendar() {
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
