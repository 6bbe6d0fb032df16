package vn.dancu.bus.audit;

import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** By which hash the trail knows a person. */
public final class PersonHash {

    /** The name of the box that makes the hashes. */
    public static final String USE = "audit/person";

    /**
     * The keyed hash of a number, 32 bytes; another for the same digits as a number of another kind.
     *
     * @param box of the use {@link #USE}
     */
    public static byte[] of(SecretBox box, PersonalId person) {
        return box.hash(person.kind() + ":" + person.digits());
    }

    private PersonHash() {}
}
