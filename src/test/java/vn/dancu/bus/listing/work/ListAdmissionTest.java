package vn.dancu.bus.listing.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.listing.ListCriteria;
import vn.dancu.bus.listing.ListForm;
import vn.dancu.bus.listing.ListOrder;
import vn.dancu.bus.listing.ListService;
import vn.dancu.bus.listing.ListSettings;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.register.RegisterSettings;

/** What of a list is given to whom, where the policy grants number, name and place. */
class ListAdmissionTest {

    private static final PartnerId ID = new PartnerId("p1-hub");
    private static final Partner PARTNER = new Partner(ID, "Cơ quan", "H40", "official", Partner.State.ACTIVE);
    private static final Set<FieldPath> LISTABLE = fields("SoDinhDanh HoVaTen TonGiao ThuongTru GioiTinh");
    private static final Set<FieldPath> GRANTED = fields("SoDinhDanh HoVaTen ThuongTru");
    private static final String COUNTING = "thong-ke";

    @ParameterizedTest
    @CsvSource({
        "*        , 41 ,      , true",
        "40       , 40 ,      , true",
        "40       , 40 , 16681, true",
        "40       , 41 ,      , false",
        "40/16681 , 40 , 16681, true",
        "40/16681 , 40 ,      , false",
        "40/16681 , 40 , 16682, false",
        "         , 40 ,      , false"
    })
    void givesListsOfTheAreasOfThePartnerAlone(
            @Nullable String area, String province, @Nullable String ward, boolean isGiven) {
        ListAdmission admission = admission(area == null ? List.of() : List.of(area), "quan-ly-nha-nuoc");
        ListOrder order = order(Set.of(), criteria(province, ward, null), ListForm.RECORDS, false);

        if (isGiven) {
            assertThat(admission.admit(PARTNER, order).fields()).isEqualTo(GRANTED);
        } else {
            assertRefused(admission, order, ErrorCode.SERVICE_NOT_ALLOWED, "MaTinhThanh");
        }
    }

    @Test
    void selectsByNoFieldThatThePartnerMayNotSee() {
        assertRefused(
                admission(List.of("*"), COUNTING),
                order(Set.of(), criteria("40", null, "1"), ListForm.RECORDS, false),
                ErrorCode.NO_FIELD_ALLOWED,
                "TieuChi");
    }

    @Test
    void writesNoFileWithoutAKeyOfThePartner() {
        ListAdmission admission = admission(List.of("*"), COUNTING);

        assertRefused(
                admission,
                order(Set.of(), criteria("40", null, null), ListForm.CSV, false),
                ErrorCode.FIELD_INVALID,
                "DinhDang");
        assertThat(admission
                        .admit(PARTNER, order(Set.of(), criteria("40", null, null), ListForm.CSV, true))
                        .warnings())
                .as("a number needs none")
                .isEmpty();
    }

    @Test
    void warnsWhereNumbersSufficeAndOfWhatIsWithheld() {
        ListOrder order = order(fields("HoVaTen TonGiao"), criteria("40", null, null), ListForm.RECORDS, false);

        ListAdmission.Admitted counted = admission(List.of("*"), COUNTING).admit(PARTNER, order);
        ListAdmission.Admitted served =
                admission(List.of("*"), "quan-ly-nha-nuoc").admit(PARTNER, order);

        assertThat(counted.fields()).isEqualTo(fields("HoVaTen"));
        assertThat(counted.warnings()).containsExactly("fields_withheld", "counts_suffice");
        assertThat(served.warnings()).containsExactly("fields_withheld");
    }

    private static void assertRefused(ListAdmission admission, ListOrder order, ErrorCode code, String field) {
        BusException refused = catchThrowableOfType(BusException.class, () -> admission.admit(PARTNER, order));
        assertThat(refused.refusal().code()).isEqualTo(code);
        assertThat(refused.refusal().field()).isEqualTo(field);
    }

    private static ListAdmission admission(List<String> areas, String purpose) {
        ListSettings settings = new ListSettings(
                Map.of(ID.value(), areas),
                Map.of(),
                List.of(COUNTING),
                5000,
                500,
                5,
                1000,
                3,
                Duration.ofDays(7),
                Duration.ofDays(730),
                10,
                15,
                Duration.ofMillis(250));
        return new ListAdmission(
                (request, asker) -> new Decision.Granted(GRANTED, new Purpose(purpose), 1, "00".repeat(32)),
                LISTABLE,
                new PartnerKeys(Map.of()),
                settings,
                new RegisterSettings(RegisterSettings.Kind.DATABASE, Duration.ofSeconds(2)));
    }

    private static ListCriteria criteria(String province, @Nullable String ward, @Nullable String gender) {
        return new ListCriteria(null, province, null, ward, null, null, null, gender, null, null);
    }

    private static ListOrder order(Set<FieldPath> asked, ListCriteria criteria, ListForm form, boolean countOnly) {
        return new ListOrder(ListService.BY_AREA, "r1", null, "canbo01", null, asked, criteria, form, countOnly, null);
    }

    private static Set<FieldPath> fields(String names) {
        Set<FieldPath> fields = new LinkedHashSet<>();
        Arrays.stream(names.split(" ")).map(FieldPath::of).forEach(fields::add);
        return fields;
    }
}
