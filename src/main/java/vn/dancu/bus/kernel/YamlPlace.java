package vn.dancu.bus.kernel;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file that knows its line and its path, so that an error can say where it is. */
public final class YamlPlace {

    /** Room for lists of some thousand partners. */
    private static final int MAX_CODE_POINTS = 32 * 1024 * 1024;

    // A key of another form is not repeated in an error.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final String file;
    private final String path;
    private final Node node;
    private final Consumer<YamlFileException> wrong;

    private YamlPlace(String file, String path, Node node, Consumer<YamlFileException> wrong) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.wrong = wrong;
    }

    /**
     * The root of a file.
     *
     * @param file what the file is called in errors
     * @throws YamlFileException when it is empty or no well-formed YAML
     */
    public static YamlPlace of(String file, String text) {
        return of(file, text, first -> {
            throw first;
        });
    }

    /**
     * The root of a file of which everything that is wrong is to be said at once.
     *
     * @param file what the file is called in errors
     * @param wrong is told of keys that are not allowed or stand twice, which are then left aside
     * @throws YamlFileException when it is empty or no well-formed YAML
     */
    public static YamlPlace of(String file, String text, Consumer<YamlFileException> wrong) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        options.setCodePointLimit(MAX_CODE_POINTS);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new YamlFileException(file, 1, 1, "", "must not be empty");
            }
            return new YamlPlace(file, "", root, wrong);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new YamlFileException(
                    file,
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    "",
                    "must be well-formed YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new YamlFileException(file, 1, 1, "", "must be well-formed YAML: " + e.getMessage());
        }
    }

    /** The error that this place breaks a rule. */
    public YamlFileException broken(String rule) {
        Mark mark = node.getStartMark();
        return new YamlFileException(file, mark.getLine() + 1, mark.getColumn() + 1, path, rule);
    }

    /**
     * The keys of a mapping, in the order of the file; every key must be one of these and stand once.
     *
     * @throws YamlFileException when it is no mapping, or a key is not allowed or stands twice
     */
    public Map<String, YamlPlace> keys(Set<String> allowed) {
        String all = String.join(", ", allowed.stream().sorted().toList());
        if (!(node instanceof MappingNode)) {
            throw broken("must be a mapping with the keys " + all);
        }
        Map<String, YamlPlace> keys = new LinkedHashMap<>();
        for (Entry entry : entries()) {
            if (!allowed.contains(entry.name())) {
                wrong.accept(entry.key().broken("is no key here; there are " + all));
            } else if (keys.putIfAbsent(entry.name(), entry.value()) != null) {
                wrong.accept(entry.key().broken("stands twice"));
            }
        }
        return keys;
    }

    /** A key of a mapping with its own place, and the place of its value. */
    public record Entry(String name, YamlPlace key, YamlPlace value) {}

    /**
     * The entries of a mapping, in the order of the file; a key may stand twice.
     *
     * @throws YamlFileException when it is no mapping
     */
    public List<Entry> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("must be a mapping");
        }
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String shown = NAME.matcher(name).matches() ? name : "?";
            String where = path.isEmpty() ? shown : path + "." + shown;
            entries.add(new Entry(name, at(where, tuple.getKeyNode()), at(where, tuple.getValueNode())));
        }
        return entries;
    }

    /**
     * The value of a key that must be there.
     *
     * @throws YamlFileException when it is not
     */
    public YamlPlace required(Map<String, YamlPlace> keys, String key) {
        YamlPlace place = keys.get(key);
        if (place == null) {
            throw broken("must have " + key);
        }
        return place;
    }

    /**
     * The places of a list; it may be empty.
     *
     * @throws YamlFileException when it is no list
     */
    public List<YamlPlace> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw broken("must be a list");
        }
        List<Node> nodes = sequence.getValue();
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> at(path + "[" + i + "]", nodes.get(i)))
                .toList();
    }

    /**
     * A text that is not blank.
     *
     * @throws YamlFileException when it is none
     */
    public String text() {
        return scalar().filter(text -> !text.isBlank()).orElseThrow(() -> broken("must be a text"));
    }

    /** What stands there as it is; empty for a mapping and a list. */
    public Optional<String> scalar() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /**
     * A whole number from 0; it may be grouped by underscores.
     *
     * @throws YamlFileException when it is none
     */
    public long number() {
        try {
            long number = Long.parseLong(text().replace("_", ""));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw broken("must be a whole number");
        }
        throw broken("must not be negative");
    }

    /**
     * The text as a value whose type refuses bad ones.
     *
     * @throws YamlFileException with the message of the type's {@link IllegalArgumentException}
     */
    public <T> T as(Function<String, T> type) {
        String text = text();
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    private YamlPlace at(String where, Node what) {
        return new YamlPlace(file, where, what, wrong);
    }
}
