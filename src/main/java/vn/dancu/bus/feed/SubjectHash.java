package vn.dancu.bus.feed;

import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** By which hash the events name a person: not that of the trail, so that the two cannot be joined without the key. */
public final class SubjectHash {

    private final SecretBox box;

    /** @param master the master key of the bus */
    public SubjectHash(byte[] master) {
        this.box = SecretBox.forUse(master, "feed/person");
    }

    /** 32 bytes, the same for the same number. */
    public byte[] of(PersonalId person) {
        return box.hash(person.kind() + ":" + person.digits());
    }

    /** The same of digits as the register holds them: 9 are a CMND number, 12 a số định danh. */
    public byte[] of(String digits) {
        return of(
                digits.length() == PersonalId.Kind.SO_CMND.length()
                        ? PersonalId.soCmnd(digits)
                        : PersonalId.soDinhDanh(digits));
    }

    /** Of somebody who never had a number, by the row of the register. */
    public byte[] ofCitizen(long citizen) {
        return box.hash("CITIZEN:" + citizen);
    }
}
