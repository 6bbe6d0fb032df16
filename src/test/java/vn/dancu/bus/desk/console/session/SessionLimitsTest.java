package vn.dancu.bus.desk.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import vn.dancu.bus.desk.DeskSettings;
import vn.dancu.bus.fixtures.ShiftedClock;

class SessionLimitsTest {

    private final ShiftedClock clock = new ShiftedClock();
    private final SessionLimits limits =
            new SessionLimits(new DeskSettings.Sessions(Duration.ofMinutes(30), Duration.ofHours(10)), clock);
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void signIn() {
        limits.begin(session);
    }

    @Test
    void keepsWhoeverActsUntilTheLifetimeIsOver() throws ServletException, IOException {
        for (int minutes = 20; minutes < 600; minutes += 20) {
            clock.shift(Duration.ofMinutes(minutes));
            ask(false);
            assertThat(session.isInvalid()).isFalse();
        }

        clock.shift(Duration.ofHours(10));
        ask(false);

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void endsASessionInWhichNobodyActsThoughItsPageRefreshesItself() throws ServletException, IOException {
        for (int minutes = 1; minutes < 30; minutes++) {
            clock.shift(Duration.ofMinutes(minutes));
            ask(true);
            assertThat(session.isInvalid()).isFalse();
        }

        clock.shift(Duration.ofMinutes(30));
        ask(true);

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void leavesASessionOfNobodyToItsShortTime() throws ServletException, IOException {
        MockHttpSession stranger = new MockHttpSession();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(stranger);
        clock.shift(Duration.ofHours(11));

        limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        assertThat(stranger.isInvalid()).isFalse();
    }

    private void ask(boolean refresh) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        if (refresh) {
            request.addHeader(SessionLimits.REFRESH_HEADER, "1");
        }
        limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
