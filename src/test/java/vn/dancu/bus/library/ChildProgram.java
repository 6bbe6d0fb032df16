package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own. */
record ChildProgram(List<String> command, Map<String, String> environment) {

    private static final int PATIENCE = 120;

    /** A JVM with these classes alone. */
    static ChildProgram java(List<String> classPath, String mainClass, Map<String, String> environment) {
        return new ChildProgram(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        // It lives for seconds.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        mainClass),
                environment);
    }

    /** Whether the command is there and ends well with these arguments. */
    static boolean works(String command, String... arguments) {
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of(arguments));
        try {
            Process child = new ProcessBuilder(whole)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = child.waitFor(PATIENCE, TimeUnit.SECONDS);
            child.destroyForcibly();
            return ended && child.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it prints; it ends well, and in time. */
    String run(Path folder, String... arguments) throws Exception {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(whole).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process child = builder.start();
        boolean ended = child.waitFor(PATIENCE, TimeUnit.SECONDS);
        child.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(errors) + Files.readString(output))
                .isZero();
        return Files.readString(output);
    }
}
