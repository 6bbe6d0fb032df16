package vn.dancu.bus.desk.console.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dancu.bus.desk.DeskSettings;

/**
 * Ends a session after the time without an action and after its lifetime. A page that refreshes itself says so by a header,
 * and keeps nobody signed in.
 */
final class SessionLimits extends OncePerRequestFilter {

    static final String REFRESH_HEADER = "Dancu-Refresh";
    private static final String BEGAN = "desk.began";
    private static final String ACTED = "desk.acted";
    private static final Duration PRECISION = Duration.ofSeconds(30);

    private final DeskSettings.Sessions limits;
    private final Clock clock;

    SessionLimits(DeskSettings.Sessions limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Begins to count for a session that somebody signed in to. */
    void begin(HttpSession session) {
        session.setAttribute(BEGAN, clock.millis());
        session.setAttribute(ACTED, clock.millis());
        session.setMaxInactiveInterval((int) limits.idle().plus(PRECISION).toSeconds());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(BEGAN) instanceof Long began) {
            long now = clock.millis();
            long acted = session.getAttribute(ACTED) instanceof Long moment ? moment : began;
            if (now - began >= limits.lifetime().toMillis()
                    || now - acted >= limits.idle().toMillis()) {
                session.invalidate();
            } else if (request.getHeader(REFRESH_HEADER) == null && now - acted >= PRECISION.toMillis()) {
                session.setAttribute(ACTED, now);
            }
        }
        chain.doFilter(request, response);
    }
}
