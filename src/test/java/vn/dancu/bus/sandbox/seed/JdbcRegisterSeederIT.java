package vn.dancu.bus.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.fixtures.MigratedDatabase;

class JdbcRegisterSeederIT {

    private static final DataSource DATABASE = MigratedDatabase.fresh();
    private static final JdbcClient SQL = JdbcClient.create(DATABASE);

    @Test
    void fillsTheRegisterOnceAndAnewForOtherPeople() {
        SeededRegister.seed(DATABASE, 300, 1);
        SQL.sql("update register.citizen set birth_place = 'changed' where citizen_id = 1")
                .update();

        SeededRegister.seed(DATABASE, 300, 1);

        assertThat(count("register.citizen where birth_place = 'changed'")).isEqualTo(1);

        SeededRegister.seed(DATABASE, 200, 2);

        assertThat(count("register.citizen")).isEqualTo(200);
        assertThat(count("register.citizen where birth_place = 'changed'")).isZero();
    }

    @Test
    void keepsEveryReference() {
        SeededRegister.seed(DATABASE, 5_000, 3);

        assertThat(count("register.citizen_number n left join register.citizen c using (citizen_id)"
                        + " where c.citizen_id is null"))
                .isZero();
        assertThat(count("register.citizen c left join register.household h using (household_id)"
                        + " where c.household_id is not null and h.household_id is null"))
                .isZero();
        assertThat(count("register.household h left join register.citizen c on c.citizen_id = h.head_id"
                        + " where c.state is distinct from 'ALIVE' or c.household_id is distinct from h.household_id"))
                .isZero();
        assertThat(count("register.citizen where state = 'ALIVE' and permanent_ward is null"))
                .isZero();
        assertThat(count("register.former_address where address_district is not null"))
                .isPositive();
    }

    private static int count(String from) {
        return SQL.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
