package vn.dancu.bus.desk.console.diagnostics;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * The last lines of the log of this instance. A line has the first line of the message without its arguments, the keys of our dictionary where
 * it is ours, and the types of a failure without their messages.
 */
final class RecentLog extends AppenderBase<ILoggingEvent> {

    private static final int MAX_LINES = 1000;
    private static final int MAX_CAUSES = 8;
    private static final String OURS = "vn.dancu.";

    private final Deque<String> lines = new ArrayDeque<>();

    @Override
    protected void append(ILoggingEvent event) {
        String line = line(event);
        synchronized (lines) {
            if (lines.size() == MAX_LINES) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
    }

    /** Also where it was detached: Logback detaches everything when its configuration is read anew. */
    void attach() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
            if (!root.isAttached(this)) {
                setContext(loggers);
                start();
                root.addAppender(this);
            }
        }
    }

    void detach() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
        }
        stop();
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    private static String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder()
                .append(event.getInstant().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getLoggerName())
                .append(" - ")
                .append(String.valueOf(event.getMessage())
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse(""));
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null && event.getLoggerName().startsWith(OURS)) {
            pairs.forEach(pair -> line.append(' ').append(pair.key).append('=').append(pair.value));
        }
        IThrowableProxy cause = event.getThrowableProxy();
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            line.append(i == 0 ? " failure=" : " < ").append(cause.getClassName());
            cause = cause.getCause();
        }
        return line.toString();
    }
}
