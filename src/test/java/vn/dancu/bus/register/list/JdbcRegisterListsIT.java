package vn.dancu.bus.register.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.FieldPath;

class JdbcRegisterListsIT {

    private static final Set<FieldPath> FIELDS = Set.of(FieldPath.of("MaSoThue"), FieldPath.of("GioiTinh"));

    private final JdbcTemplate jdbc = new JdbcTemplate(MigratedDatabase.fresh());

    @Test
    void listsGroupsThatOtherAuthoritiesBroughtUnderTheirColumns() throws IOException {
        jdbc.execute(new ClassPathResource("register/people.sql").getContentAsString(StandardCharsets.UTF_8));
        jdbc.execute("insert into register.enriched_group (element) values ('MaSoThue')");
        jdbc.execute("create table register.enriched_1 partition of register.enriched for values in (1)");
        jdbc.execute("insert into register.enriched_origin values (1, 1, gen_random_uuid(), 's', 'cuc-thue', 'd', 500,"
                + " '{TrangThai,MaSoThue}', now())");
        jdbc.execute("insert into register.enriched values (1, 1, date '2026-10-05', 1, 'Đang hoạt động' || chr(31) || '9900000217')");
        JdbcRegisterLists lists = new JdbcRegisterLists(jdbc);

        RegisterLists.Slice slice =
                lists.next(new PersonSelection(null, null, null, null, null, null, null), FIELDS, 0, 2);

        assertThat(lists.columns(FIELDS))
                .extracting(FieldPath::value)
                .containsExactly(
                        "GioiTinh",
                        "MaSoThue/MaSoThue",
                        "MaSoThue/NgayCap",
                        "MaSoThue/CoQuanThue",
                        "MaSoThue/TrangThai",
                        "MaSoThue/CoQuanCungCap",
                        "MaSoThue/NgayXacThuc");
        assertThat(slice.rows().get(0).values())
                .containsExactly("1", "9900000217", null, null, "Đang hoạt động", "cuc-thue", "2026-10-05");
        assertThat(slice.rows().get(1).values().subList(1, 7)).containsOnlyNulls();
    }
}
