package vn.dancu.bus.dialect.pack;

import java.util.Optional;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.kernel.YamlPlace;

/** A YAML file that is mappings, lists and texts, and nothing cleverer. */
final class YamlFile {

    private static final int MAX_DEPTH = 8;

    private YamlFile() {}

    /** The root of the file; empty, with a finding, when it cannot be read. */
    static Optional<PackNode> read(String file, String text, PackErrors findings) {
        try {
            return Optional.of(PackNode.root(file, YamlPlace.plain(file, text, MAX_DEPTH), findings));
        } catch (YamlFileException e) {
            findings.add(file, e.line(), e.column(), e.rule());
            return Optional.empty();
        }
    }
}
