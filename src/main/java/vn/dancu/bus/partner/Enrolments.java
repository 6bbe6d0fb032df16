package vn.dancu.bus.partner;

import java.util.List;

/** Brings partners in, or changes those that are there. */
public interface Enrolments {

    /**
     * Stores the partners as given, those that are there by their id and those that are new, in the transaction of the
     * caller if it has one. Partners that are not named stay as they are.
     *
     * @throws IllegalArgumentException when a partner's dialect is not known
     */
    void enrol(List<Enrolment> partners);
}
