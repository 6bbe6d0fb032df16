package vn.dancu.bus.http.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections to one other side.
 *
 * @param sslBundle by which TLS is done, and by which the bus shows who it is; null for what the JDK trusts
 * @param connections at most, at a time
 * @param connectTimeout how long a connection may take, and the wait for a free one
 * @param answerTimeout how long the other side may send nothing
 * @param deadline how long a whole answer may take, from when its question leaves on
 * @param answerLimit bytes of an answer, at most
 */
public record PoolSettings(
        @Nullable String sslBundle,
        int connections,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration deadline,
        long answerLimit) {}
