package vn.dancu.bus.dialect.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.dialect.Dialect;

/** Reads packs, all of them before anything is refused. */
public final class PackReader {

    private static final String FILE = "dialect.yaml";

    private PackReader() {}

    /** The dialects of these packs, or {@link vn.dancu.bus.dialect.DialectPackException} with every error of every pack. */
    public static List<Dialect> read(List<PackFolder> folders) {
        PackErrors findings = new PackErrors();
        List<Dialect> dialects = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PackFolder folder : folders) {
            if (!names.add(folder.name())) {
                findings.add(folder.path(FILE), 1, 1, "another pack has this name; give the folder one of its own");
            }
            read(folder, findings).ifPresent(dialects::add);
        }
        findings.throwIfAny();
        return dialects;
    }

    private static Optional<Dialect> read(PackFolder folder, PackErrors findings) {
        return PackTextReader.read(folder, FILE, findings)
                .flatMap(text -> YamlFile.read(folder.path(FILE), text, findings))
                .map(root -> new DialectReader(folder, findings).read(root));
    }
}
