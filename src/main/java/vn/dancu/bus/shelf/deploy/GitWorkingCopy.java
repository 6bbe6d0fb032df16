package vn.dancu.bus.shelf.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.dancu.bus.shelf.bundle.BundleFolder;

/**
 * A folder of routes in a git working copy: what counts is what its last commit holds, whatever is being edited there. It is
 * read by the program {@code git}; links and submodules are left out.
 */
final class GitWorkingCopy {

    private static final Pattern ENTRY = Pattern.compile("100(?:644|755) blob ([0-9a-f]{40,64})\t(.+)");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40,64}");
    private static final int PATIENCE_SECONDS = 10;

    private final Path folder;
    private String commit = "";
    private @Nullable BundleFolder read;

    GitWorkingCopy(Path folder) {
        this.folder = folder;
    }

    /**
     * What the last commit holds of the folder.
     *
     * @throws IOException when the folder is no working copy, or there is no git
     */
    BundleFolder read() throws IOException {
        String head = git("rev-parse", "HEAD").strip();
        BundleFolder known = read;
        if (known != null && head.equals(commit)) {
            return known;
        }
        if (!COMMIT.matcher(head).matches()) {
            throw new IOException("git names no commit");
        }
        BundleFolder now = checkedOut(head);
        read = now;
        commit = head;
        return now;
    }

    private BundleFolder checkedOut(String head) throws IOException {
        Path copy = Files.createTempDirectory("dancu-routes-");
        try {
            for (String entry : git("ls-tree", "-r", "-z", head).split("\0")) {
                Matcher file = ENTRY.matcher(entry);
                if (file.matches()) {
                    Path target = copy.resolve(file.group(2)).normalize();
                    if (target.startsWith(copy)) {
                        Files.createDirectories(target.getParent());
                        Files.write(target, run("cat-file", "blob", file.group(1)));
                    }
                }
            }
            return BundleFolder.read(copy);
        } finally {
            FileSystemUtils.deleteRecursively(copy);
        }
    }

    private String git(String... arguments) throws IOException {
        return new String(run(arguments), StandardCharsets.UTF_8);
    }

    private byte[] run(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("git", "-C", folder.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("git " + arguments[0] + " failed");
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
