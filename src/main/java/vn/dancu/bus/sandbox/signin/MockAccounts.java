package vn.dancu.bus.sandbox.signin;

import java.util.List;
import java.util.Optional;
import vn.dancu.bus.sandbox.guide.PeopleKind;
import vn.dancu.bus.sandbox.guide.SyntheticPeople;
import vn.dancu.bus.sandbox.guide.SyntheticPerson;

/** Whom somebody may choose to be: synthetic people, with accounts that agree with the register or do not. */
final class MockAccounts {

    private static final int PLAIN = 5;
    private static final int SPECIAL = 2;
    private static final int LEVELS = 3;

    private final SyntheticPeople people;

    MockAccounts(SyntheticPeople people) {
        this.people = people;
    }

    /** How an account stands to the register. */
    enum Agreement {
        AGREES {
            @Override
            SyntheticPerson of(SyntheticPerson person) {
                return person;
            }
        },
        OTHER_NAME {
            @Override
            SyntheticPerson of(SyntheticPerson person) {
                return new SyntheticPerson(
                        person.soDinhDanh(), null, "Tên Khác " + person.hoVaTen(), person.ngaySinh(), null);
            }
        },
        OTHER_BIRTH_DATE {
            @Override
            SyntheticPerson of(SyntheticPerson person) {
                return new SyntheticPerson(person.soDinhDanh(), null, person.hoVaTen(), "1901-01-31", null);
            }
        },
        UNKNOWN_NUMBER {
            @Override
            SyntheticPerson of(SyntheticPerson person) {
                return new SyntheticPerson(UNKNOWN, null, person.hoVaTen(), person.ngaySinh(), null);
            }
        };

        /** In the range of synthetic numbers, for nobody: there is no such century. */
        private static final String UNKNOWN = "999999999999";

        abstract SyntheticPerson of(SyntheticPerson person);
    }

    /** People with nothing special. */
    List<SyntheticPerson> plain() {
        return people.list(PeopleKind.ALL, PLAIN);
    }

    /** People with recorded children. */
    List<SyntheticPerson> parents() {
        return people.list(PeopleKind.PARENT, SPECIAL);
    }

    /** People who represent somebody. */
    List<SyntheticPerson> representatives() {
        return people.list(PeopleKind.REPRESENTATIVE, SPECIAL);
    }

    /** The account that was chosen; empty where the form is not one of ours, or nobody in the register has the number. */
    Optional<MockAccount> find(String number, String agreement, boolean organisation, String level) {
        if (!number.matches("999[0-9]{9}") || !level.matches("[1-" + LEVELS + "]")) {
            return Optional.empty();
        }
        for (Agreement known : Agreement.values()) {
            if (known.name().equals(agreement)) {
                return people.find(number)
                        .map(person -> new MockAccount(known.of(person), organisation, Integer.parseInt(level)));
            }
        }
        return Optional.empty();
    }
}
