package vn.dancu.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The class paths that the build wrote.
 *
 * @param target the build folder of the project
 * @param folder where the processes write
 */
record ClassPaths(Path target, Path folder) {

    ClassPaths(Path target) {
        this(target, target.resolve("bench"));
    }

    /** Those of another checkout, whose processes write here. */
    ClassPaths of(Path project) {
        return new ClassPaths(project.resolve("target"), folder);
    }

    /** What {@code spring-boot:run} has: the classes with the sandbox, no test and no bench. */
    String bus() {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(target.resolve("classes").toString());
        parts.addAll(jars("compile.path"));
        parts.addAll(jars("runtime.path"));
        return String.join(File.pathSeparator, parts);
    }

    /** The same and the bench's own classes before it. */
    String bare() {
        return target.resolve("bench/classes") + File.pathSeparator + bus();
    }

    /** The route files of the same checkout: another one may write them otherwise. */
    Path routes() {
        return target.toAbsolutePath().resolveSibling("routes");
    }

    private Set<String> jars(String file) {
        try {
            String path =
                    Files.readString(target.resolve("bench").resolve(file)).strip();
            return new LinkedHashSet<>(Arrays.asList(path.split(File.pathSeparator)));
        } catch (IOException e) {
            throw new UncheckedIOException("The class paths are written by mvn -Pbench process-classes", e);
        }
    }
}
