package vn.dancu.bus.register.list;

import java.util.List;
import java.util.Set;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;

/**
 * Lists where the bus asks another service: what a list can have is known, so that policies stay as they are, and none is drawn.
 *
 * @param known says what a list can have
 */
record AwayLists(RegisterLists known) implements RegisterLists {

    @Override
    public Set<FieldPath> fields() {
        return known.fields();
    }

    @Override
    public List<FieldPath> columns(Set<FieldPath> fields) {
        return known.columns(fields);
    }

    @Override
    public Slice next(PersonSelection selection, Set<FieldPath> fields, long after, int most) {
        throw BusException.of(ErrorCode.NOT_IN_THIS_ROLE);
    }

    @Override
    public long count(PersonSelection selection) {
        throw BusException.of(ErrorCode.NOT_IN_THIS_ROLE);
    }
}
