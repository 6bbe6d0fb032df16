package vn.dancu.bus.dialect.pack;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.kernel.YamlPlace;

/** A YAML file that is mappings, lists and texts, and nothing cleverer. */
final class YamlFile {

    private static final int MAX_DEPTH = 8;

    private final String file;
    private final String text;
    private final PackErrors errors;

    private YamlFile(String file, String text, PackErrors errors) {
        this.file = file;
        this.text = text;
        this.errors = errors;
    }

    /** The root of the file; empty, with an error, when it cannot be read. */
    static Optional<PackNode> read(String file, String text, PackErrors errors) {
        return new YamlFile(file, text, errors).read();
    }

    private Optional<PackNode> read() {
        try {
            return isPlain() ? Optional.of(new PackNode(YamlPlace.of(file, text), errors)) : Optional.empty();
        } catch (YamlFileException e) {
            errors.add(e);
            return Optional.empty();
        }
    }

    /** The stream of events expands nothing: a bomb of aliases is seen before it can go off. */
    private boolean isPlain() {
        int depth = 0;
        int documents = 0;
        try {
            for (Event event : new Yaml().parse(new StringReader(text))) {
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                documents += event instanceof DocumentStartEvent ? 1 : 0;
                String rule = depth > MAX_DEPTH
                        ? "there are at most " + MAX_DEPTH + " levels"
                        : documents > 1 ? "there is one document in a file" : rule(event);
                if (rule != null) {
                    Mark mark = event.getStartMark();
                    errors.add(file, mark.getLine() + 1, mark.getColumn() + 1, rule);
                    return false;
                }
            }
        } catch (MarkedYAMLException e) {
            return true; // YamlPlace reports it, with its line
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
}
