package vn.dancu.bus.dialect.pack;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file that is mappings, lists and texts, and nothing cleverer. */
final class YamlFile {

    private static final int DEPTH = 8;

    private final String file;
    private final String text;
    private final PackErrors findings;

    private YamlFile(String file, String text, PackErrors findings) {
        this.file = file;
        this.text = text;
        this.findings = findings;
    }

    /** The root of the file; empty, with a finding, when it cannot be read. */
    static Optional<PackNode> read(String file, String text, PackErrors findings) {
        return new YamlFile(file, text, findings).read();
    }

    private Optional<PackNode> read() {
        try {
            if (!isPlain()) {
                return Optional.empty();
            }
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                findings.add(file, 1, 1, "the file is empty");
                return Optional.empty();
            }
            return Optional.of(PackNode.root(file, root, findings));
        } catch (MarkedYAMLException e) {
            return broken(e.getProblemMark(), "is not well-formed YAML: " + e.getProblem());
        }
    }

    /** The stream of events expands nothing: a bomb of aliases is seen before it can go off. */
    private boolean isPlain() {
        int depth = 0;
        int documents = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof DocumentStartEvent) {
                documents++;
            }
            String rule = depth > DEPTH
                    ? "there are at most " + DEPTH + " levels"
                    : documents > 1 ? "there is one document in a file" : rule(event);
            if (rule != null) {
                broken(event.getStartMark(), rule);
                return false;
            }
        }
        return true;
    }

    private static @Nullable String rule(Event event) {
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            return "anchors and aliases are not allowed; write it out";
        }
        boolean tagged = event instanceof ScalarEvent scalar
                ? scalar.getTag() != null
                : event instanceof CollectionStartEvent collection && collection.getTag() != null;
        return tagged ? "tags are not allowed" : null;
    }

    private Optional<PackNode> broken(@Nullable Mark mark, String rule) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        findings.add(file, line, column, rule);
        return Optional.empty();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEPTH);
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }
}
