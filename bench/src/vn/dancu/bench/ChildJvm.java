package vn.dancu.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process that the bench started; its output is a file, and closing it ends it by its process id. */
final class ChildJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final Path output;

    private ChildJvm(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /** Starts {@code java <jvm> -cp <classPath> <arguments>}; {@code folder} takes the output. */
    static ChildJvm start(String name, Path folder, List<String> jvm, String classPath, List<String> arguments) {
        Path output = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath));
        command.addAll(arguments);
        try {
            File log = output.toFile();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            ChildJvm child = new ChildJvm(name, process, output);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " did not start", e);
        }
    }

    /** Fails when the process is gone. */
    void checkAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    name + " ended with exit code " + process.exitValue() + "; its output is in " + output);
        }
    }

    /** Processor time used since its start, by this process alone. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
