package vn.dancu.bus.partner;

/** The wire variants that the bus speaks; handed in by wiring, since this room knows no dialect. */
@FunctionalInterface
public interface KnownDialects {

    boolean knows(String dialect);
}
