package vn.dancu.bus.policy;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file that knows its line and its path, so that an error can say where it is. */
final class YamlPlace {

    /** A policy of some thousand partners. */
    private static final int LONGEST = 32 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private final String file;
    private final String path;
    private final Node node;
    private final Findings findings;

    YamlPlace(String file, String path, Node node, Findings findings) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.findings = findings;
    }

    /** The root of a file that is well-formed YAML. */
    static YamlPlace of(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        options.setCodePointLimit(LONGEST);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw refused(file, 1, "must not be empty");
            }
            return new YamlPlace(file, "", root, new Findings());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw refused(file, line, "must be well-formed YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw refused(file, 1, "must be well-formed YAML");
        }
    }

    /** The error that this place breaks a rule. */
    PolicyFileException broken(String rule) {
        return new PolicyFileException(
                List.of(new PolicyFinding(file, node.getStartMark().getLine() + 1, path, rule)));
    }

    /** Everything that was found wrong in the whole document so far. */
    Findings findings() {
        return findings;
    }

    private static PolicyFileException refused(String file, int line, String rule) {
        return new PolicyFileException(List.of(new PolicyFinding(file, line, "", rule)));
    }

    /** The keys of a mapping; one that is not among these, or stands twice, is found wrong and left aside. */
    Map<String, YamlPlace> keys(Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("must be a mapping with the keys "
                    + String.join(", ", allowed.stream().sorted().toList()));
        }
        Map<String, YamlPlace> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? named(scalar) : "?";
            YamlPlace place = at(path.isEmpty() ? key : path + "." + key, tuple.getValueNode());
            if (!allowed.contains(key)) {
                note(at(place.path, tuple.getKeyNode())
                        .broken("is no key here; there are "
                                + String.join(", ", allowed.stream().sorted().toList())));
            } else if (keys.putIfAbsent(key, place) != null) {
                note(at(place.path, tuple.getKeyNode()).broken("stands twice"));
            }
        }
        return keys;
    }

    /** The value of a key that must be there. */
    YamlPlace required(Map<String, YamlPlace> keys, String key) {
        YamlPlace place = keys.get(key);
        if (place == null) {
            throw broken("must have " + key);
        }
        return place;
    }

    /** What is no name is not repeated. */
    private static String named(ScalarNode key) {
        return NAME.matcher(key.getValue()).matches() ? key.getValue() : "?";
    }

    private YamlPlace at(String where, Node what) {
        return new YamlPlace(file, where, what, findings);
    }

    private void note(PolicyFileException wrong) {
        wrong.findings().forEach(findings::add);
    }

    List<YamlPlace> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw broken("must be a list");
        }
        List<Node> nodes = sequence.getValue();
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> at(path + "[" + i + "]", nodes.get(i)))
                .toList();
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw broken("must be a text");
        }
        return scalar.getValue();
    }

    long number() {
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

    /** The text as a value of the kernel, whose own rule is the error's. */
    <T> T as(Function<String, T> type) {
        String text = text();
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }
}
