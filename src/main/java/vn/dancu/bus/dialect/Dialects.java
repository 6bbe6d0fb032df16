package vn.dancu.bus.dialect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dancu.bus.dialect.pack.PackFolder;
import vn.dancu.bus.dialect.pack.PackReader;

/**
 * The dialects that the bus speaks: those of the built-in packs and those of the operator's folder. Thread-safe.
 *
 * <pre>{@code
 * Dialects dialects = Dialects.withFolder(Path.of("/etc/dancu/dialects"));
 * Dialect dialect = dialects.byName("hub-dongthap").orElseThrow();
 * }</pre>
 */
public final class Dialects {

    private final Map<String, Dialect> byName;

    private Dialects(List<Dialect> dialects) {
        byName = dialects.stream()
                .collect(Collectors.toMap(Dialect::name, Function.identity(), (one, two) -> one, TreeMap::new));
    }

    /** The built-in packs alone. */
    public static Dialects builtIn() {
        return new Dialects(PackReader.read(PackFolder.builtIn()));
    }

    /**
     * The built-in packs and those of a folder, each in a folder of its own. Throws {@link DialectPackException} with all
     * errors of all packs at once.
     */
    public static Dialects withFolder(Path folder) {
        List<PackFolder> packs = new ArrayList<>(PackFolder.builtIn());
        packs.addAll(PackFolder.under(folder));
        return new Dialects(PackReader.read(packs));
    }

    /** The dialect of that name, or empty when no pack has it. */
    public Optional<Dialect> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, in the order of their names. */
    public List<Dialect> all() {
        return List.copyOf(byName.values());
    }
}
