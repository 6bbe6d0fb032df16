package vn.dancu.bus.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Java blocks of a document, each with the text block that says what it prints. */
record Snippets(List<Snippet> all) {

    private static final Pattern BLOCKS =
            Pattern.compile("```java\\n(.*?)```\\n(?:\\s*```text\\n(.*?)```\\n)?", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("import [^;]+;\\n");
    private static final Pattern WHOLE = Pattern.compile("public class ([A-Za-z]+)");
    private static final List<String> LEFT_OUT = List.of(
            "vn.dancu.bus.message.*",
            "vn.dancu.bus.message.path.*",
            "vn.dancu.bus.message.population.*",
            "java.io.*",
            "java.nio.file.*",
            "java.time.*",
            "java.util.*");

    /** One block. */
    record Snippet(String name, String source, @Nullable String output) {

        static Snippet of(int number, String block, @Nullable String output) {
            Matcher whole = WHOLE.matcher(block);
            if (whole.find()) {
                return new Snippet(whole.group(1), block, output);
            }
            StringBuilder source = new StringBuilder();
            LEFT_OUT.forEach(one -> source.append("import ").append(one).append(";\n"));
            Matcher imports = IMPORT.matcher(block);
            while (imports.find()) {
                source.append(imports.group());
            }
            String name = "Block" + number;
            source.append("public class ").append(name);
            source.append(" {\npublic static void main(String[] arguments) throws Exception {\n");
            source.append("MessageContext context = MessageContext.create();\n");
            source.append(IMPORT.matcher(block).replaceAll("")).append("}\n}\n");
            return new Snippet(name, source.toString(), output);
        }
    }

    static Snippets of(String document) {
        List<Snippet> found = new ArrayList<>();
        Matcher blocks = BLOCKS.matcher(document);
        while (blocks.find()) {
            found.add(Snippet.of(found.size() + 1, blocks.group(1), blocks.group(2)));
        }
        return new Snippets(List.copyOf(found));
    }

    /** Compiles all blocks, and what else lies in the folder, by these classes alone; gives what the compiler says. */
    String compile(Path folder, List<String> classPath) throws IOException {
        for (Snippet snippet : all) {
            Files.writeString(folder.resolve(snippet.name() + ".java"), snippet.source());
        }
        return Sources.compile(folder, classPath);
    }

    /** What a block prints. */
    @SuppressWarnings("checkstyle:RegexpSinglelineJava") // what a reader's program prints is what is asked about
    static String run(Path folder, String name) throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, Snippets.class.getClassLoader());
                PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " fails", e.getCause());
        } finally {
            System.setOut(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }
}
