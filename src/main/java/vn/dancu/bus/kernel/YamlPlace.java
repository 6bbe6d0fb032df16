package vn.dancu.bus.kernel;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file that knows its line and its path, so that an error can say where it is. */
public final class YamlPlace {

    /** Most characters of a file: enough for some thousand partners. */
    private static final int MAX_LENGTH = 32 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

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
     * The root of a file that is mappings, lists and texts, and nothing cleverer: one document, no anchors, no tags, no
     * directives.
     *
     * @param file what the file is called in errors
     * @param depth how many levels there may be
     * @throws YamlFileException when it is empty, no well-formed YAML, or not plain
     */
    public static YamlPlace plain(String file, String text, int depth) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(depth);
        Yaml yaml = new Yaml(options);
        try {
            PlainYaml.require(file, yaml.parse(new StringReader(text)), depth);
            Node root = yaml.compose(new StringReader(text));
            if (root == null) {
                throw PlainYaml.broken(file, null, "the file is empty");
            }
            return new YamlPlace(file, "", root, first -> {
                throw first;
            });
        } catch (MarkedYAMLException e) {
            throw PlainYaml.broken(file, e.getProblemMark(), "is not well-formed YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw PlainYaml.broken(file, null, "is not well-formed YAML");
        }
    }

    /**
     * The root of a file whose errors are reported together.
     *
     * @param file what the file is called in errors
     * @param wrong receives an error for each key that is not allowed or repeated; such keys are ignored
     * @throws YamlFileException when it is empty or no well-formed YAML
     */
    public static YamlPlace of(String file, String text, Consumer<YamlFileException> wrong) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        options.setCodePointLimit(MAX_LENGTH);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new YamlFileException(file, 1, 1, "", "must not be empty");
            }
            return new YamlPlace(file, "", root, wrong);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new YamlFileException(file, line, 1, "", "must be well-formed YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new YamlFileException(file, 1, 1, "", "must be well-formed YAML: " + e.getMessage());
        }
    }

    /** The root of a tree that was made, its errors thrown at once. */
    public static YamlPlace of(String file, Node root) {
        return new YamlPlace(file, "", root, first -> {
            throw first;
        });
    }

    /** The tree from here. */
    public Node node() {
        return node;
    }

    /** The error that this place breaks a rule. */
    public YamlFileException broken(String rule) {
        return new YamlFileException(file, line(), column(), path, rule);
    }

    /** From 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** From 1. */
    public int column() {
        return node.getStartMark().getColumn() + 1;
    }

    /** The keys and values of a mapping, in the order of the file, whatever they are; nothing when it is no mapping. */
    public Optional<List<Map.Entry<YamlPlace, YamlPlace>>> entries() {
        return node instanceof MappingNode mapping
                ? Optional.of(mapping.getValue().stream()
                        .map(tuple -> Map.entry(at(path, tuple.getKeyNode()), at(path, tuple.getValueNode())))
                        .toList())
                : Optional.empty();
    }

    /** The text, which may be blank; nothing when it is none. */
    public Optional<String> scalar() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /**
     * The keys of a mapping, in the order of the file; every key must be one of these and stand once.
     *
     * @throws YamlFileException when it is no mapping, or a key is not allowed or stands twice
     */
    public Map<String, YamlPlace> keys(Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("must be a mapping with the keys "
                    + String.join(", ", allowed.stream().sorted().toList()));
        }
        Map<String, YamlPlace> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? named(scalar) : "?";
            YamlPlace place = at(path.isEmpty() ? key : path + "." + key, tuple.getValueNode());
            if (!allowed.contains(key)) {
                wrong.accept(at(place.path, tuple.getKeyNode())
                        .broken("is no key here; there are "
                                + String.join(", ", allowed.stream().sorted().toList())));
            } else if (keys.putIfAbsent(key, place) != null) {
                wrong.accept(at(place.path, tuple.getKeyNode()).broken("stands twice"));
            }
        }
        return keys;
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
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw broken("must be a text");
        }
        return scalar.getValue();
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

    /** A key that is no name is not repeated in errors. */
    private static String named(ScalarNode key) {
        return NAME.matcher(key.getValue()).matches() ? key.getValue() : "?";
    }

    private YamlPlace at(String where, Node what) {
        return new YamlPlace(file, where, what, wrong);
    }

    /** Looks at the events of a text before anything is made of them: a bomb of aliases is seen before it can go off. */
    private static final class PlainYaml {

        static void require(String file, Iterable<Event> events, int maxDepth) {
            int depth = 0;
            int documents = 0;
            for (Event event : events) {
                if (event instanceof CollectionStartEvent) {
                    depth++;
                } else if (event instanceof CollectionEndEvent) {
                    depth--;
                } else if (event instanceof DocumentStartEvent) {
                    documents++;
                }
                String rule = depth > maxDepth
                        ? "there are at most " + maxDepth + " levels"
                        : documents > 1 ? "there is one document in a file" : rule(event);
                if (rule != null) {
                    throw broken(file, event.getStartMark(), rule);
                }
            }
        }

        static @Nullable String rule(Event event) {
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                return "anchors and aliases are not allowed; write it out";
            }
            if (event instanceof DocumentStartEvent start && (start.getVersion() != null || start.getTags() != null)) {
                return "directives are not allowed";
            }
            boolean tagged = event instanceof ScalarEvent scalar
                    ? scalar.getTag() != null
                    : event instanceof CollectionStartEvent collection && collection.getTag() != null;
            return tagged ? "tags are not allowed" : null;
        }

        static YamlFileException broken(String file, @Nullable Mark mark, String rule) {
            int line = mark == null ? 1 : mark.getLine() + 1;
            int column = mark == null ? 1 : mark.getColumn() + 1;
            return new YamlFileException(file, line, column, "", rule);
        }
    }
}
