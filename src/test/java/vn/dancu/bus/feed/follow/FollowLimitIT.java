package vn.dancu.bus.feed.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.feed.FeedSettings;
import vn.dancu.bus.feed.FollowOrder;
import vn.dancu.bus.feed.FollowTerms;
import vn.dancu.bus.fixtures.Follower;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;

/** How many people a partner may follow. */
class FollowLimitIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final PartnerId PARTNER = new PartnerId("h41-lgsp");

    private final JdbcFollows tables = BUS.bean(JdbcFollows.class);

    @Test
    void refusesAWholeOrderThatGoesBeyondTheLimitOfThePartner() {
        List<PersonKey> two = IntStream.of(31, 32)
                .mapToObj(place -> new PersonKey(
                        PersonalId.soDinhDanh(Follower.person(BUS, place)),
                        Follower.NAME,
                        BirthDate.parse("1980-01-01")))
                .toList();
        int before = followed();
        FollowList follows = limitedTo(before + 1);

        BusException refused = catchThrowableOfType(BusException.class, () -> follows.put(order(two)));

        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.LIMIT_REACHED);
        assertThat(followed()).as("all or none").isEqualTo(before);
        follows.put(order(two.subList(0, 1)));
        follows.put(order(two.subList(0, 1)));
        assertThat(followed()).as("the same again is no second one").isEqualTo(before + 1);
        BUS.jdbc()
                .sql(
                        "update feed.follow set since = now() - interval '2 days', until = now() - interval '1 day' where citizen_id = ?")
                .param(900_000_031L)
                .update();
        assertThat(followed()).as("whose time is over leaves room").isEqualTo(before);
        follows.put(order(two.subList(1, 2)));
    }

    private int followed() {
        return tables.count(PARTNER, Clock.systemUTC().instant());
    }

    private static FollowOrder order(List<PersonKey> persons) {
        FollowTerms terms = new FollowTerms(PARTNER, "canbo01", null, null, null, "Chi trả trợ cấp");
        return new FollowOrder(terms, Set.of(), null, false, persons);
    }

    private FollowList limitedTo(int most) {
        return new FollowList(
                BUS.bean(FollowRights.class),
                BUS.bean(PopulationRegister.class),
                tables,
                BUS.bean(FollowList.Records.class),
                new FeedSettings(
                        "t",
                        1,
                        100_000,
                        Map.of(PARTNER.value(), most),
                        Duration.ofDays(90),
                        Duration.ofMillis(250),
                        List.of(),
                        Map.of()),
                Clock.systemUTC());
    }
}
