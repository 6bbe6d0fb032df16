package vn.dancu.bus.system.failure;

import org.springframework.core.Ordered;

/** The first analyzer that knows a failure explains it. */
final class FailureOrder {

    static final int BEFORE_SPRING_BOOT = Ordered.HIGHEST_PRECEDENCE;

    /** Those that look for words in messages, after those that know an exception. */
    static final int BY_WORDS = Ordered.LOWEST_PRECEDENCE;

    private FailureOrder() {}
}
