package vn.dancu.bus.document;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.document.axis.AxisVerb;

/**
 * Settings of the ways to document axes.
 *
 * @param accounts the accounts that this bus has there, by name; routes mean {@code main} where they name none
 */
@ConfigurationProperties("dancu.document.axis")
public record AxisSettings(@DefaultValue Map<String, Account> accounts) {

    public AxisSettings {
        accounts = Map.copyOf(accounts);
        accounts.forEach((name, account) -> account.check("dancu.document.axis.accounts." + name));
    }

    /** What is spoken at the other side. */
    public enum Transport {
        /** The REST interface of the axis (VXP), with signed headers. */
        VXP,
        /** SOAP with attachments, the operations before QCVN 102. */
        EDOC
    }

    /**
     * One account.
     *
     * @param transport what the axis speaks
     * @param endpoint the axis' address, without the name of a verb
     * @param agency the code under which the bus sends
     * @param pollPause between two looks for what waits
     * @param maxDocument what is larger is not fetched to its end, and refused
     * @param download whether documents are fetched by downloadEdoc, as bytes, in place of getEdoc, in base64
     */
    public record Account(
            @DefaultValue("vxp") Transport transport,
            URI endpoint,
            String agency,
            Credentials credentials,
            @DefaultValue("30s") Duration pollPause,
            @DefaultValue("512MB") DataSize maxDocument,
            @DefaultValue("false") boolean download,
            @DefaultValue Http http,
            @DefaultValue Retry retry,
            @DefaultValue Map<AxisVerb, Retry> retryOf,
            @DefaultValue Codes codes) {

        public Account {
            retryOf = Map.copyOf(retryOf);
        }

        private void check(String key) {
            require(
                    endpoint != null && endpoint.isAbsolute() && endpoint.getHost() != null,
                    key + ".endpoint must be an http or https address");
            require(agency != null && !agency.isBlank(), key + ".agency must be the code of an agency");
            require(
                    credentials != null && credentials.isComplete(),
                    key + ".credentials must have a system-id and a secret");
            require(!pollPause.isNegative() && !pollPause.isZero(), key + ".poll-pause must be positive");
            retryOf.forEach((verb, plan) -> require(
                    verb.isRepeatable() || plan.attempts() == 1,
                    key + ".retry-of: a second " + verb + " would be done twice"));
        }

        /** How often a verb is tried. */
        public Retry retry(AxisVerb verb) {
            if (!verb.isRepeatable()) {
                return Retry.NEVER;
            }
            return retryOf.getOrDefault(verb, retry);
        }
    }

    /**
     * Who the bus is at the axis.
     *
     * @param systemId the number of the system (mã trung tâm)
     * @param secret by which headers are signed, or the token of an e-doc service
     */
    public record Credentials(String systemId, String secret) {

        private boolean isComplete() {
            return systemId != null && !systemId.isBlank() && secret != null && !secret.isBlank();
        }

        @Override
        public String toString() {
            return "Credentials[" + systemId + "]";
        }
    }

    /**
     * The connections of one account.
     *
     * @param connections how many are open at a time
     * @param connectTimeout how long a connection may take to be made, or to become free
     * @param responseTimeout how long the axis may be silent
     * @param callTimeout how long an answer may take from its first byte to its last
     * @param proxy as {@code http://host:port}; none where it is not set
     * @param sslBundle the name of a bundle of {@code spring.ssl.bundle}: the trust anchors, and the certificate by which the
     *     bus shows who it is; the machine's own trust anchors where it is not set
     */
    public record Http(
            @DefaultValue("24") int connections,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("60s") Duration responseTimeout,
            @DefaultValue("10m") Duration callTimeout,
            @Nullable URI proxy,
            @Nullable String sslBundle) {

        public Http {
            require(connections > 0 && connections <= 256, "http.connections must be from 1 to 256");
        }
    }

    /**
     * How often a call is tried, before it fails.
     *
     * @param attempts the first one included
     * @param pause before the second; doubled before each further one up to 30 seconds, and up to half of it shorter by chance
     */
    public record Retry(@DefaultValue("3") int attempts, @DefaultValue("500ms") Duration pause) {

        static final Retry NEVER = new Retry(1, Duration.ZERO);

        public Retry {
            require(attempts > 0 && attempts <= 20, "retry.attempts must be from 1 to 20");
        }
    }

    /**
     * What the axis' own codes mean; what stands in neither list is tried again, since no list of all codes is published.
     *
     * @param account the account is wrong: its number, its secret, its registration
     * @param refused the message is wrong
     */
    public record Codes(
            @DefaultValue({"15", "19"}) Set<String> account,
            @DefaultValue({"10", "18", "21", "22", "23"}) Set<String> refused) {

        public Codes {
            account = Set.copyOf(account);
            refused = Set.copyOf(refused);
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
