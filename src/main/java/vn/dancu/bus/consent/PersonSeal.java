package vn.dancu.bus.consent;

import java.nio.charset.StandardCharsets;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** By what a person is found in this room, and how the number is kept. */
final class PersonSeal {

    private final SecretBox box;

    /** @param box of the use {@code consent/person} */
    PersonSeal(SecretBox box) {
        this.box = box;
    }

    byte[] hash(PersonalId person) {
        return box.hash(person.kind() + ":" + person.digits());
    }

    JdbcConsents.Owner owner(PersonalId person) {
        return new JdbcConsents.Owner(hash(person), box.seal(person.digits().getBytes(StandardCharsets.US_ASCII)));
    }

    PersonalId open(byte[] sealed) {
        return PersonalId.soDinhDanh(new String(box.open(sealed), StandardCharsets.US_ASCII));
    }
}
