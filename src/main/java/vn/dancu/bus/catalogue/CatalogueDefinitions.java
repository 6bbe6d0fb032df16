package vn.dancu.bus.catalogue;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogue.Property;

/** What lists there are, under which code and from what data. */
final class CatalogueDefinitions {

    /**
     * @param columns its own properties; scheme and validity are added to every list
     * @param entries where its data comes from; null when none was found
     */
    record Definition(
            String code,
            String name,
            String nameEn,
            List<Property> columns,
            @Nullable Supplier<List<CatalogueEntry>> entries) {}

    private static final List<Property> CODE_AND_NAME = List.of(Columns.CODE, Columns.NAME);
    private static final List<Property> BILINGUAL = List.of(Columns.CODE, Columns.NAME, Columns.NAME_EN);

    static final List<Definition> ALL = List.of(
            new Definition(
                    "donvihanhchinhcap1",
                    "Đơn vị hành chính cấp tỉnh",
                    "Provinces and cities",
                    List.of(Columns.CODE, Columns.NAME, Columns.NAME_EN, Columns.KIND),
                    UnitLists::provinces),
            new Definition(
                    "donvihanhchinhcap2",
                    "Đơn vị hành chính cấp huyện (đến 30/6/2025)",
                    "Districts (until 2025-06-30)",
                    List.of(Columns.CODE, Columns.NAME, Columns.NAME_EN, Columns.PROVINCE),
                    UnitLists::districts),
            new Definition(
                    "donvihanhchinhcap3",
                    "Đơn vị hành chính cấp xã",
                    "Wards and communes",
                    List.of(
                            Columns.CODE,
                            Columns.NAME,
                            Columns.NAME_EN,
                            Columns.KIND,
                            Columns.PROVINCE,
                            Columns.DISTRICT),
                    UnitLists::wards),
            new Definition(
                    "madantoc",
                    "Dân tộc",
                    "Ethnic groups",
                    List.of(Columns.CODE, Columns.NAME, Columns.OTHER_NAMES),
                    PersonLists::ethnicities),
            new Definition(
                    "madantockhac",
                    "Tên gọi khác của dân tộc",
                    "Other names of ethnic groups",
                    CODE_AND_NAME,
                    PersonLists::otherEthnicNames),
            new Definition("magioitinh", "Giới tính", "Gender", BILINGUAL, PersonLists::genders),
            new Definition("manhommau", "Nhóm máu", "Blood groups", CODE_AND_NAME, PersonLists::bloodGroups),
            new Definition("maquocgia", "Quốc gia, quốc tịch", "Countries", BILINGUAL, PersonLists::countries),
            new Definition(
                    "matinhtranghonnhan",
                    "Tình trạng hôn nhân",
                    "Marital status",
                    BILINGUAL,
                    PersonLists::maritalStatuses),
            new Definition("matongiao", "Tôn giáo", "Religions", CODE_AND_NAME, PersonLists::religions),
            new Definition("maynghianhommau", "Ý nghĩa nhóm máu", "Meaning of blood groups", CODE_AND_NAME, null));

    private CatalogueDefinitions() {}
}
