package vn.dancu.bus.message.lossless;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** One line for each property that was tried, in {@code target/lossless.txt}. */
final class Report implements AroundPropertyHook {

    private static final Path FILE = Path.of("target/lossless.txt");

    /** Begins a new report. */
    static void begin() {
        write("family, property, outcome, tries, seed\n", StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        String line = String.join(
                ", ",
                String.valueOf(context.testInstance()),
                context.targetMethod().getName(),
                result.status().toString(),
                Integer.toString(result.countTries()),
                result.seed().orElse("-"));
        write(line + "\n", StandardOpenOption.APPEND);
        return result;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    private static void write(String line, StandardOpenOption option) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.WRITE, option);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
