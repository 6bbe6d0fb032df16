package vn.dancu.bus.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/**
 * The mappings of all partners. Each change makes a new version, is an act, and counts on all instances at once, by the latest
 * after {@code dancu.hub.refresh}.
 */
public interface Mappings {

    /** The largest number of lines of one partner. */
    int MAX_ENTRIES = 5_000;

    /** The columns of a file: {@code field,local,national}. */
    List<String> COLUMNS = List.of("field", "local", "national");

    /** The version in force of every partner that has one, by partner. */
    List<MappingVersion> all();

    /** The version in force; empty when the partner has none. */
    Optional<MappingVersion> current(PartnerId partner);

    /** The version that was in force at that moment; empty when the partner had none. */
    Optional<MappingVersion> at(PartnerId partner, Instant moment);

    /** The version of that number; empty when there is none such. */
    Optional<MappingVersion> find(PartnerId partner, long number);

    /**
     * Versions, newest first.
     *
     * @param below only versions with smaller numbers
     */
    List<MappingVersion> history(PartnerId partner, long below, int limit);

    /** Lines of a version by field and local code, from that place on; empty when there is no such version. */
    List<MappingEntry> entries(PartnerId partner, long number, int from, int limit);

    /**
     * Makes a new version.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} for an unknown partner, {@code version_outdated} when
     *     another version is in force, {@code field_invalid}, {@code limit_reached} for more than {@link #MAX_ENTRIES} lines,
     *     {@code move_not_allowed} when it would change nothing
     */
    MappingVersion change(Actor by, PartnerId partner, MappingChange change);

    /** Everything that is wrong in the file, in the order of its lines; empty when it can be taken. */
    List<MappingFlaw> check(String file);

    /**
     * Makes a new version that has the lines of the file and no others.
     *
     * @param base as in {@link MappingChange}
     * @param file comma-separated text with the header {@link #COLUMNS}
     * @throws vn.dancu.bus.kernel.BusException as {@link #change}, and {@code file_refused} when {@link #check} finds something
     */
    MappingVersion replace(Actor by, PartnerId partner, long base, String reason, String file);

    /**
     * The version in force as such a file, with personal numbers whole; that it was taken is an act.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} when the partner has no mapping
     */
    String file(Actor by, PartnerId partner);
}
