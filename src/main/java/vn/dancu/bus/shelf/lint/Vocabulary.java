package vn.dancu.bus.shelf.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a route file may hold, as data.
 *
 * @param limits the largest numbers of {@code lines}, {@code steps}, and of {@code depth} that steps are nested
 * @param forms what may stand where; {@code root} is the form of a file's one item
 * @param sources where a route may receive, by name
 * @param targets where a route may send, by name
 * @param beans the methods that a route may call, by bean
 */
record Vocabulary(
        Map<String, Integer> limits,
        Map<String, Form> forms,
        Map<String, Form.Endpoint> sources,
        Map<String, Form.Endpoint> targets,
        Map<String, Set<String>> beans) {

    private static final String RESOURCE = "/shelf/vocabulary.yaml";

    /** The shipped one. */
    static Vocabulary load() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new VocabularyReader(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8)).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Form form(String name) {
        return Objects.requireNonNull(forms.get(name), name);
    }

    int limit(String name) {
        return Objects.requireNonNull(limits.get(name), name);
    }

    /** The source or target that has this address. */
    Optional<Form.Endpoint> endpoint(String kind, String uri) {
        return endpoints(kind).stream()
                .filter(each -> each.uri().matcher(uri).matches())
                .findFirst();
    }

    List<Form.Endpoint> endpoints(String kind) {
        return List.copyOf((kind.equals("sources") ? sources : targets).values());
    }

    boolean offers(String bean, String method) {
        return beans.getOrDefault(bean, Set.of()).contains(method);
    }

    /** All that a bean step may call, as {@code bean.method}. */
    List<String> calls() {
        return beans.entrySet().stream()
                .flatMap(bean -> bean.getValue().stream().map(method -> bean.getKey() + "." + method))
                .toList();
    }
}
