package vn.dancu.bus.sandbox.national;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that were given, in memory. Thread-safe. */
final class NationalTokens {

    private final Clock clock;
    private final Map<String, Token> given = new ConcurrentHashMap<>();
    private volatile Duration life;

    private record Token(String account, Instant until) {}

    NationalTokens(Duration life, Clock clock) {
        this.life = life;
        this.clock = clock;
    }

    Duration life() {
        return life;
    }

    /** What is given from now on is good for so long. */
    void setLife(Duration life) {
        this.life = life;
    }

    String give(String account) {
        Instant now = clock.instant();
        given.values().removeIf(token -> token.until().isBefore(now));
        String token = UUID.randomUUID().toString();
        given.put(token, new Token(account, now.plus(life)));
        return token;
    }

    boolean isGood(String token) {
        Token known = given.get(token);
        return known != null && clock.instant().isBefore(known.until());
    }

    /** Nothing that was given is good any more. */
    void forget() {
        given.clear();
    }
}
