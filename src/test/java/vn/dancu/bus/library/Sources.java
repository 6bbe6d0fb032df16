package vn.dancu.bus.library;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources in a folder. */
final class Sources {

    private Sources() {}

    /** Compiles all of them into the folder, by these classes alone; gives what the compiler says. */
    static String compile(Path folder, List<String> classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(folder)) {
            List<Path> files =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-nowarn",
                    "-d",
                    folder.toString(),
                    "-proc:none",
                    "-cp",
                    String.join(File.pathSeparator, classPath));
            compiler.getTask(told, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return told.toString();
    }
}
