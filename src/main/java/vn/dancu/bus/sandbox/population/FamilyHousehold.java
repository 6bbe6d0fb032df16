package vn.dancu.bus.sandbox.population;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.population.WardList.Ward;

/** A household of a family that is being made up: the head first, then others, at most six people. */
final class FamilyHousehold {

    static final String HEAD = "CH01";
    static final String SPOUSE = "CH02";
    static final String CHILD = "CH03";

    private static final int MAX_MEMBERS = 6;

    final Ward ward;
    final String detail;
    final boolean recordedBefore2025;
    final List<FamilyMember> members = new ArrayList<>();

    FamilyHousehold(FamilyMember head, Ward ward, String detail, boolean recordedBefore2025) {
        this.ward = ward;
        this.detail = detail;
        this.recordedBefore2025 = recordedBefore2025;
        join(head);
    }

    /** Adds a living person who has no household, while there is room. */
    void join(@Nullable FamilyMember person) {
        if (person != null && person.isAlive() && person.household == null && members.size() < MAX_MEMBERS) {
            members.add(person);
            person.household = this;
        }
    }

    FamilyMember head() {
        return members.get(0);
    }

    /** The number of a household is that of its head: unique, and known without counting. */
    long id() {
        return head().id();
    }

    String relationOf(FamilyMember member) {
        if (member == head()) {
            return HEAD;
        }
        return member == head().spouse ? SPOUSE : CHILD;
    }
}
