package vn.dancu.bus.sandbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulated short message centre of mobile operators.
 *
 * @param port of SMPP on 127.0.0.1, one for all operators; 0 takes any free port
 * @param window how many messages of one operator to the bus wait for their response at the same time
 * @param responseTimeout how long the centre waits for the response to such a message
 * @param retryPause how long the centre waits before it sends a message again that was not taken
 * @param operators whose centre it plays
 */
@ConfigurationProperties("dancu.sandbox.sms")
public record SandboxSmsSettings(
        @DefaultValue("2775") int port,
        @DefaultValue("16") int window,
        @DefaultValue("5s") Duration responseTimeout,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue List<SmsOperator> operators) {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_WINDOW = 1000;

    public SandboxSmsSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("dancu.sandbox.sms.port must be from 0 to " + MAX_PORT);
        }
        if (window < 1 || window > MAX_WINDOW) {
            throw new IllegalArgumentException("dancu.sandbox.sms.window must be from 1 to " + MAX_WINDOW);
        }
        operators = List.copyOf(operators);
    }

    /**
     * A made-up mobile operator.
     *
     * @param systemId by which the bus signs in, at most 15 characters as SMPP 3.4 allows
     * @param password that everybody knows, at most 8 characters as SMPP 3.4 allows
     * @param numbers short numbers that its subscribers can write to
     */
    public record SmsOperator(String systemId, String password, List<String> numbers) {

        private static final int MAX_SYSTEM_ID = 15;
        private static final int MAX_PASSWORD = 8;

        public SmsOperator {
            if (systemId.isEmpty() || systemId.length() > MAX_SYSTEM_ID || password.length() > MAX_PASSWORD) {
                throw new IllegalArgumentException("dancu.sandbox.sms.operators: a system-id has 1 to " + MAX_SYSTEM_ID
                        + " characters, a password at most " + MAX_PASSWORD);
            }
            numbers = List.copyOf(numbers);
        }

        @Override
        public String toString() {
            return "SmsOperator[" + systemId + "]";
        }
    }
}
