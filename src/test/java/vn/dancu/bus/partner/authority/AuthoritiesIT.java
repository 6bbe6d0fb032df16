package vn.dancu.bus.partner.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

class AuthoritiesIT {

    private static final Actor CLERK = new Actor("an.tiepnhan", Set.of(Role.ONBOARDING_CLERK));

    private final DataSource database = MigratedDatabase.fresh();
    private final Authorities authorities = new AuthorityRegistrar(
            new JdbcAuthorities(
                    new JdbcTemplate(database), new TransactionTemplate(new DataSourceTransactionManager(database))),
            List.of(new AuthorityKind("province", new BilingualLabel("Tỉnh", "Province"), false)),
            act -> UUID.randomUUID(),
            Clock.systemUTC());

    @Test
    void findsAnAuthorityByEitherFormOfItsCode() {
        authorities.register(authority("H41.12", null), CLERK);

        assertThat(authorities.find("H41.12")).contains(authority("H41.12", null));
        assertThat(authorities.find("000.00.12.H41")).contains(authority("H41.12", null));
        assertThat(authorities.find("H41")).isEmpty();
        assertThat(authorities.find("no code")).isEmpty();
    }

    @Test
    void findsAnAuthorityByAnOlderCodeThatFollowsNoRule() {
        authorities.register(authority("H41.12", null), CLERK);
        authorities.register(authority("H41.AB", "000.00.33.H41"), CLERK);

        assertThat(authorities.find("000.00.33.H41")).contains(authority("H41.AB", "000.00.33.H41"));
        assertThat(authorities.find("H41.AB").orElseThrow().olderCode()).contains("000.00.33.H41");
    }

    @Test
    void givesNoCodeTwiceInWhicheverForm() {
        authorities.register(authority("H41.12", null), CLERK);

        assertThat(codeOf(() -> authorities.register(authority("H41.12", null), CLERK)))
                .isEqualTo(ErrorCode.RESOURCE_EXISTS);
        assertThat(codeOf(() -> authorities.register(authority("H41.CD", "000.00.12.H41"), CLERK)))
                .isEqualTo(ErrorCode.RESOURCE_EXISTS);
    }

    @Test
    void changesNameAndKindOfOneThatIsThere() {
        authorities.register(authority("H41", null), CLERK);
        Authority renamed = new Authority(AgencyCode.of("H41"), null, "province", "Tỉnh mới");

        authorities.change(renamed, CLERK);

        assertThat(authorities.list(null, 10)).containsExactly(renamed);
        assertThat(authorities.list("H41", 10)).isEmpty();
        assertThat(codeOf(() -> authorities.change(authority("H42", null), CLERK)))
                .isEqualTo(ErrorCode.RESOURCE_UNKNOWN);
    }

    @Test
    void refusesAKindThatThereIsNot() {
        Authority odd = new Authority(AgencyCode.of("H41"), null, "kingdom", "Tỉnh");

        assertThat(codeOf(() -> authorities.register(odd, CLERK))).isEqualTo(ErrorCode.FIELD_INVALID);
    }

    private static Authority authority(String code, @Nullable String older) {
        return new Authority(AgencyCode.of(code), older, "province", "Cơ quan " + code);
    }

    private static ErrorCode codeOf(Runnable move) {
        return catchThrowableOfType(BusException.class, move::run).refusal().code();
    }
}
