package vn.dancu.bus.document.agency;

import java.util.Optional;

/** The agencies of the axis. A look-up is one in memory; what it knows may be some minutes old, or as old as the axis is away. */
public interface AgencyDirectory {

    /**
     * The agency of that code, in whatever form.
     *
     * @param code may come from anybody
     * @return empty where the axis had no such agency when its list was read, and before it was read for the first time
     */
    Optional<AgencyEntry> find(String code);

    /** How many agencies there are. */
    int size();
}
