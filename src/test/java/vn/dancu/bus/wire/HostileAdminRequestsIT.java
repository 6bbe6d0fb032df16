package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every address of the administration with what {@link HostileRequestsIT} sends to the others. */
@Execution(ExecutionMode.SAME_THREAD)
class HostileAdminRequestsIT {

    static Stream<HostileRequestsIT.Address> addresses() {
        return HostileRequestsIT.adminAddresses();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void answersEveryRequestAndFailsAtNone(HostileRequestsIT.Address address) {
        assertThat(HostileRequestsIT.faultsAt(address)).isEmpty();
    }
}
