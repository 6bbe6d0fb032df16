package vn.dancu.bus.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.Places.Ward;

/** A household while its family is being made up: the head first, then who moves in, up to six. */
final class DraftHousehold {

    static final String HEAD = "CH01";
    static final String SPOUSE = "CH02";
    static final String CHILD = "CH03";

    private static final int MOST_MEMBERS = 6;

    final Ward ward;
    final String detail;
    final boolean recordedBefore2025;
    final List<Draft> members = new ArrayList<>();

    DraftHousehold(Draft head, Ward ward, String detail, boolean recordedBefore2025) {
        this.ward = ward;
        this.detail = detail;
        this.recordedBefore2025 = recordedBefore2025;
        join(head);
    }

    /** Takes the living in while there is room. */
    void join(@Nullable Draft person) {
        if (person != null && person.isAlive() && person.household == null && members.size() < MOST_MEMBERS) {
            members.add(person);
            person.household = this;
        }
    }

    Draft head() {
        return members.get(0);
    }

    /** The number of a household is that of its head: unique, and known without counting. */
    long id() {
        return head().id();
    }

    String relationOf(Draft member) {
        if (member == head()) {
            return HEAD;
        }
        return member == head().spouse ? SPOUSE : CHILD;
    }
}
