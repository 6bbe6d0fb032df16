package vn.dancu.bus.sandbox.server;

import javax.sql.DataSource;

/** What the database of a new sandbox holds from the beginning. It is made once for each user of this machine. */
public interface DatabaseContent {

    /** Another one whenever {@link #fill} would do anything else; letters and digits. */
    String key();

    /** Fills an empty database; goes on where a killed process has stopped. */
    void fill(DataSource database);
}
