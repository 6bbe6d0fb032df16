package vn.dancu.bus.upstream.call;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.HttpClient;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.Account;
import vn.dancu.bus.dialect.Call;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.DialectMessages;
import vn.dancu.bus.dialect.WireQuestion;
import vn.dancu.bus.dialect.answer.AnswerReader;
import vn.dancu.bus.dialect.answer.WireFault;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.upstream.UpstreamSettings;
import vn.dancu.bus.upstream.token.AccessTokens;

/** What the steps of the route of one upstream do: write the question, and read the answer. Thread-safe. */
public final class WireStep {

    private static final int OK = 200;

    /** Set by a security server that has no answer, whatever the status. */
    private static final String XROAD_ERROR = "x-road-error";

    private final UpstreamSettings.Upstream settings;
    private final Dialect dialect;
    private final DialectMessages messages;
    private final AnswerReader answers;
    private final HttpClient client;
    private final @Nullable AccessTokens tokens;
    private final Account account;
    private final Clock clock;

    /** @param tokens null where the dialect has no access token */
    public WireStep(
            UpstreamSettings.Upstream settings,
            Dialect dialect,
            MessageContext context,
            HttpClient client,
            @Nullable AccessTokens tokens,
            Clock clock) {
        this.settings = settings;
        this.dialect = dialect;
        this.messages = DialectMessages.of(dialect, context);
        this.answers = AnswerReader.of(dialect, context);
        this.client = client;
        this.tokens = tokens;
        this.account = account(settings, dialect);
        this.clock = clock;
    }

    /** The account of the settings by the names of the dialect: a setting may have lost the case of a name, or have hyphens for it. */
    public static Account account(UpstreamSettings.Upstream settings, Dialect dialect) {
        Map<String, String> given = new HashMap<>();
        settings.account().forEach((name, value) -> given.put(plain(name), value));
        Map<String, String> values = new HashMap<>();
        for (String name : dialect.accountValues()) {
            String value = given.get(plain(name));
            if (value != null) {
                values.put(name, value);
            }
        }
        return new Account(values);
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** What of the question the dialect cannot carry, by element path. */
    public Set<String> losses(CitizenQuery query) {
        return messages.losses(query);
    }

    /** Whether a call needs an access token. */
    public boolean hasToken() {
        return tokens != null;
    }

    /** Gets an access token, whether one is held or not. Throws {@link CallFailure} with the code of why there is none. */
    public void signIn() {
        if (tokens != null) {
            tokens.renew();
        }
    }

    /** The client through which the call goes. */
    public HttpClient client() {
        return client;
    }

    /** Where the question goes. */
    public URI address(WireQuestion question) {
        return URI.create(settings.address().toString().replaceFirst("/+$", "") + question.target());
    }

    /**
     * The question with its credentials of this moment.
     *
     * @throws CallFailure {@code upstream_token_unavailable}, {@code upstream_token_invalid} or {@code upstream_credentials_refused}
     */
    public WireQuestion question(UpstreamCall call) {
        String token = tokens == null ? null : tokens.current();
        try {
            WireQuestion wire = messages.write(call.query(), new Call(with(token), settings.path(), clock.instant()));
            call.written(wire, token);
            return wire;
        } catch (BusException e) {
            throw CallFailure.of(ErrorCode.UPSTREAM_QUESTION_UNSUPPORTED, e);
        }
    }

    private Account with(@Nullable String token) {
        if (token == null) {
            return account;
        }
        Map<String, String> values = new HashMap<>(account.values());
        values.put("accessToken", token);
        return new Account(values);
    }

    /**
     * The answer in what came.
     *
     * @param headers by name in small letters
     * @throws CallFailure with the code of what came instead
     */
    public Answer answer(UpstreamCall call, int status, Map<String, String> headers, byte[] body) {
        String error = headers.get(XROAD_ERROR);
        if (error != null) {
            throw failure(call, status, Optional.of(AnswerReader.ofSecurityServer(error)), null);
        }
        if (status == OK) {
            try {
                return answers.read(call.query().operation(), call.asked(), headers, body);
            } catch (BusException e) {
                throw failure(call, status, AnswerReader.fault(body), e);
            }
        }
        throw failure(call, status, AnswerReader.fault(body), null);
    }

    private CallFailure failure(
            UpstreamCall call, int status, Optional<WireFault> fault, @Nullable BusException cause) {
        fault.ifPresent(it -> call.refused(it.code()));
        ErrorCode code = fault.map(it -> FaultCodes.of(it, status)).orElseGet(() -> FaultCodes.of(status));
        String token = call.token();
        if (tokens != null && token != null && FaultCodes.isOfToken(call.theirCode(), status)) {
            tokens.refused(token);
            return CallFailure.unasked(code, cause);
        }
        return CallFailure.of(code, cause);
    }

    /** As metrics and records name it. */
    public String dialect() {
        return dialect.name();
    }
}
