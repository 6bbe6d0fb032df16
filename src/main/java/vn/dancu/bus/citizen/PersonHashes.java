package vn.dancu.bus.citizen;

import java.util.List;
import java.util.stream.Stream;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.register.PersonNumbers;

/** By what a citizen is found in the audit trail and in the rooms of the citizens, under whichever number was used. */
public final class PersonHashes {

    private final PersonNumbers numbers;
    private final SecretBox box;

    /** @param box of the use {@link PersonHash#USE} */
    public PersonHashes(PersonNumbers numbers, SecretBox box) {
        this.numbers = numbers;
        this.box = box;
    }

    /** That of the number in force first; what is new is kept under that one. */
    public List<byte[]> of(VerifiedCitizen citizen) {
        return Stream.concat(Stream.of(citizen.number()), numbers.of(citizen.number()).stream())
                .distinct()
                .map(number -> PersonHash.of(box, number))
                .toList();
    }
}
