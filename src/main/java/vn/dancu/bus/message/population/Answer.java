package vn.dancu.bus.message.population;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;

/** What the bus answers, before it takes the shape of a wire. */
public sealed interface Answer {

    /** MaYeuCau of the question. */
    String requestId();

    ResultStatus status();

    /** The moment at which the register was read (ThoiDiemDuLieu). */
    Instant dataTime();

    /**
     * CongdanCollection: at most one citizen. Null when nothing is released, which is an empty collection on the wire.
     */
    record OfCitizen(String requestId, ResultStatus status, Instant dataTime, @Nullable Citizen citizen)
            implements Answer {}

    /** HoGiaDinh. Null when nothing is released. */
    record OfHousehold(String requestId, ResultStatus status, Instant dataTime, @Nullable Household household)
            implements Answer {}

    /** KetQuaXacThuc: TonTai, yes or no. */
    record OfExistence(String requestId, ResultStatus status, Instant dataTime, boolean exists) implements Answer {}

    /**
     * KetQuaXacMinh: for each claimed field whether it agrees with the register; no entry for a field that was not
     * claimed, not allowed or not recorded. In the order of the field names, so that equal answers are equal bytes.
     */
    record OfClaims(
            String requestId, ResultStatus status, Instant dataTime, boolean exists, Map<FieldPath, Boolean> agrees)
            implements Answer {
        public OfClaims {
            agrees = Collections.unmodifiableSortedMap(new TreeMap<>(agrees));
        }
    }
}
