package vn.dancu.bus.kernel;

/**
 * Says, within the process, that what a room keeps in the database was changed by some instance. It may be lost, so a room
 * also looks by itself from time to time.
 *
 * @param room the room's name, such as {@code policy}; {@code *} when messages may have been missed
 */
public record Changed(String room) {

    /** Whether it concerns that room. */
    public boolean concerns(String name) {
        return room.equals(name) || room.equals("*");
    }
}
