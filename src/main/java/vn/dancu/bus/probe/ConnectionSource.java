package vn.dancu.bus.probe;

import java.util.List;

/** The connections that a room has by its settings; each room that connects to others has one as a bean. */
@FunctionalInterface
public interface ConnectionSource {

    /** Without asking anybody: a list costs no connection. */
    List<TestedConnection> connections();
}
