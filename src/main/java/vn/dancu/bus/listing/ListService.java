package vn.dancu.bus.listing;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ServiceCode;

/** The six services that supply lists, each by the criterion that must be given; every other criterion may narrow it. */
public enum ListService {
    BY_AREA("CungCapDanhSachTheoDiaPhuong", "MaTinhThanh", ListCriteria::province),
    BY_AGE("CungCapDanhSachTheoDoTuoi", "TuTuoi", it -> it.ageFrom() == null ? it.ageTo() : it.ageFrom()),
    BY_BLOOD_GROUP("CungCapDanhSachTheoNhomMau", "NhomMau", ListCriteria::bloodGroup),
    BY_GENDER("CungCapDanhSachTheoGioiTinh", "GioiTinh", ListCriteria::gender),
    BY_ETHNICITY("CungCapDanhSachTheoDanToc", "DanToc", ListCriteria::ethnicity),
    BY_RELIGION("CungCapDanhSachTheoTonGiao", "TonGiao", ListCriteria::religion);

    private final ServiceCode code;
    private final String criterion;
    private final Function<ListCriteria, @Nullable Object> given;

    ListService(String element, String criterion, Function<ListCriteria, @Nullable Object> given) {
        this.code = new ServiceCode(element);
        this.criterion = criterion;
        this.given = given;
    }

    public static Optional<ListService> byElement(String element) {
        return Arrays.stream(values())
                .filter(service -> service.code.value().equals(element))
                .findFirst();
    }

    /** By which policies, records and quotas know it. */
    public ServiceCode code() {
        return code;
    }

    /** The name of the criterion that must be given. */
    public String criterion() {
        return criterion;
    }

    boolean isGiven(ListCriteria criteria) {
        return given.apply(criteria) != null;
    }
}
