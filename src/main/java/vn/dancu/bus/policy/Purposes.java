package vn.dancu.bus.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.bus.kernel.Purpose;

/** The list of purposes for which data may be asked, each with the clause behind it. */
public final class Purposes {

    private final Map<Purpose, Entry> entries = new LinkedHashMap<>();

    /** @param entries in the order in which they are shown, each code once */
    public Purposes(Collection<Entry> entries) {
        entries.forEach(it -> this.entries.put(it.code(), it));
    }

    /**
     * One purpose.
     *
     * @param code as a grant names it
     * @param name Vietnamese
     * @param nameEn English
     * @param legalBasis the clause
     * @param plain Vietnamese, as the person asked about reads it
     */
    public record Entry(Purpose code, String name, String nameEn, String legalBasis, String plain) {}

    /** In the order of the file. */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** The purpose of that code; empty when the list has none. */
    public Optional<Entry> find(Purpose code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** Whether the list has a purpose of that code. */
    public boolean knows(Purpose code) {
        return entries.containsKey(code);
    }
}
