package vn.dancu.bus.listing;

import java.util.List;
import vn.dancu.bus.fixtures.RunningBus;

/** People of a province that is none, for one test class alone: whoever is listed has it in the own log. */
final class ListedPeople {

    private ListedPeople() {}

    static void add(RunningBus bus, String province, int first, int count) {
        bus.jdbc()
                .sql(
                        "insert into register.citizen (citizen_id, so_dinh_danh, ho, chu_dem, ten, name_folded, birth_year, birth_date,"
                                + " gender, permanent_province, permanent_detail, permanent_country)"
                                + " select g, '999' || g, 'Lê', 'Thị', 'Danh \"Sách\"', 'LETHIDANHSACH', 1950, '1950-02-01',"
                                + " (1 + g % 2)::text, ?, 'a < b & c; =1+1', 'VN' from generate_series(?, ?) as g")
                .params(province, first, first + count - 1)
                .update();
    }

    static void remove(RunningBus bus, String... provinces) {
        bus.jdbc()
                .sql("delete from register.citizen where permanent_province in (:provinces)")
                .param("provinces", List.of(provinces))
                .update();
    }
}
