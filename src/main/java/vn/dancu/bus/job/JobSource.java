package vn.dancu.bus.job;

import java.util.List;

/** The work that a room keeps; each room that has such work has one as a bean. */
@FunctionalInterface
public interface JobSource {

    /** The newest first, all instances' together. */
    List<Job> jobs(int most);
}
