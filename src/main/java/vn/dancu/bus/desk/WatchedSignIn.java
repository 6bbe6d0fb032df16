package vn.dancu.bus.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * A way to sign in, watched: failures stand in the trail, and an account whose password was wrong five times within a minute
 * is not even listened to from that address for a minute. Tokens cannot be guessed, so they do not make anybody wait.
 */
final class WatchedSignIn implements AuthenticationProvider {

    private static final int PATIENCE = 5;
    private static final int MOST_KEPT = 10_000;
    static final Duration PAUSE = Duration.ofMinutes(1);

    private final AuthenticationProvider way;
    private final SignInRecords records;
    private final Cache<String, Integer> failures;

    WatchedSignIn(AuthenticationProvider way, SignInRecords records, Clock clock) {
        this.way = way;
        this.records = records;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(PAUSE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        String account = account(claimed);
        String key = account + ' ' + address(claimed);
        Integer failed = failures.getIfPresent(key);
        if (isGuessable(claimed) && failed != null && failed >= PATIENCE) {
            throw new AccountRefusedException(ErrorCode.SIGN_IN_THROTTLED, null);
        }
        try {
            Authentication proved = way.authenticate(claimed);
            failures.invalidate(key);
            return proved;
        } catch (AuthenticationServiceException e) {
            throw new AccountRefusedException(ErrorCode.SIGN_IN_UNAVAILABLE, e);
        } catch (AuthenticationException e) {
            ErrorCode code = code(claimed, e);
            if (code != ErrorCode.TOKEN_EXPIRED) {
                failures.asMap().merge(key, 1, Integer::sum);
                records.refused(account, address(claimed), code);
            }
            throw new AccountRefusedException(code, e);
        }
    }

    /** A password goes with an account; a token that is not proved yet names nobody. */
    private static String account(Authentication claimed) {
        return isGuessable(claimed) ? claimed.getName().toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isGuessable(Authentication claimed) {
        return claimed instanceof UsernamePasswordAuthenticationToken;
    }

    private static String address(Authentication claimed) {
        return claimed.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }

    private static ErrorCode code(Authentication claimed, AuthenticationException e) {
        if (isGuessable(claimed)) {
            return ErrorCode.CREDENTIALS_WRONG;
        }
        boolean expired = e.getCause() instanceof JwtValidationException invalid
                && invalid.getErrors().contains(OidcTokens.EXPIRED);
        return expired ? ErrorCode.TOKEN_EXPIRED : ErrorCode.TOKEN_INVALID;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return way.supports(authentication);
    }
}
