package vn.dancu.bus.hub;

import java.util.List;

/**
 * What is to become of the mapping of a partner.
 *
 * @param base the version that is changed: the one in force, 0 where there is none yet
 * @param reason why, 1 to 500 characters on one line, no personal number
 * @param set lines that are new or get another value; each key once
 * @param removed keys of lines that end; each is in force
 */
public record MappingChange(long base, String reason, List<MappingEntry> set, List<MappingEntry.Key> removed) {

    public MappingChange {
        set = List.copyOf(set);
        removed = List.copyOf(removed);
    }
}
