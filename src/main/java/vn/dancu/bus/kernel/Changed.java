package vn.dancu.bus.kernel;

/**
 * Reports within the process that some instance changed what a room keeps in the database. A report may be lost, so each
 * room also refreshes periodically.
 *
 * @param room the room's name, such as {@code policy}; {@code *} when messages may have been missed
 */
public record Changed(String room) {

    /** Whether it concerns that room. */
    public boolean concerns(String name) {
        return room.equals(name) || room.equals("*");
    }
}
