package vn.dancu.bus.shelf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.shelf.bundle.BundleFolder;

/** What a commit holds counts, and nothing that is only being edited. */
@EnabledIf(value = "hasGit", disabledReason = "There is no git on this machine")
class GitWorkingCopyTest {

    @TempDir
    private Path copy;

    private Path routes = Path.of("");

    static boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @BeforeEach
    void commitARoute() throws IOException, InterruptedException {
        routes = copy.resolve("deep/routes");
        git("init", "-q");
        write("one/bundle.yaml", "name: one");
        write("loose.camel.yaml", "- route: {}");
        Files.createSymbolicLink(routes.resolve("one/link.yaml"), Path.of("/etc/hostname"));
        commit();
    }

    @Test
    void readsTheLastCommitOfTheFolder() throws IOException, InterruptedException {
        GitWorkingCopy workingCopy = new GitWorkingCopy(routes);
        write("one/bundle.yaml", "name: being-edited");
        write("two/bundle.yaml", "name: not-committed");

        BundleFolder found = workingCopy.read();
        assertThat(found.bundles()).containsOnlyKeys("one/");
        assertThat(found.bundles().get("one/").files())
                .as("without the link")
                .singleElement()
                .satisfies(file -> assertThat(file.text()).isEqualTo("name: one"));
        assertThat(found.loose()).extracting(file -> file.path()).containsExactly("loose.camel.yaml");

        commit();
        assertThat(workingCopy.read().bundles()).containsOnlyKeys("one/", "two/");
    }

    @Test
    void saysThatAFolderIsNoWorkingCopy() throws IOException {
        Path elsewhere = Files.createTempDirectory("no-git");

        assertThatThrownBy(() -> new GitWorkingCopy(elsewhere).read()).isInstanceOf(IOException.class);
    }

    private void write(String name, String text) throws IOException {
        Path file = routes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "-A");
        git("-c", "user.name=test", "-c", "user.email=test@example.vn", "commit", "-q", "-m", "test");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", copy.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
