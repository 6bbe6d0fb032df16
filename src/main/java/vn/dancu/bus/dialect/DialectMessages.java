package vn.dancu.bus.dialect;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dancu.bus.dialect.question.QuestionForm;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;

/**
 * Questions on the wire of one dialect, both ways. Thread-safe.
 *
 * <pre>{@code
 * DialectMessages messages = DialectMessages.of(dialect, context);
 * WireQuestion wire = messages.write(question, new Call(account, "/api/tra-cuu", clock.instant()));
 * post(wire.target(), wire.headers(), wire.body());
 * }</pre>
 */
public final class DialectMessages {

    private final Dialect dialect;
    private final QuestionForm form;

    private DialectMessages(Dialect dialect, QuestionForm form) {
        this.dialect = dialect;
        this.form = form;
    }

    public static DialectMessages of(Dialect dialect, MessageContext messages) {
        return new DialectMessages(dialect, QuestionForm.of(dialect, messages));
    }

    /**
     * The question with its headers, the name spelt as the dialect wants it. What {@link #losses} names is not in it.
     * Throws {@link vn.dancu.bus.kernel.BusException} when the question breaks the contract or the dialect does not carry
     * its service, and {@link IllegalArgumentException} when the account lacks a value.
     */
    public WireQuestion write(CitizenQuery question, Call call) {
        CallValues values = new CallValues(dialect, call, question);
        byte[] body = form.write(folded(question), values);
        Map<String, String> headers = new LinkedHashMap<>(CallHeaders.of(dialect, values));
        headers.putAll(form.headers(question, values));
        return new WireQuestion(target(form.path(question, call.path(), values), values), headers, body);
    }

    /**
     * Reads what {@link #write} wrote; the account's fields are not looked at. Throws
     * {@link vn.dancu.bus.kernel.BusException} whose refusal names field and rule, never the value.
     */
    public CitizenQuery read(InputStream body) {
        return form.read(body);
    }

    /** What of this question the dialect cannot carry, by element path; the element of the service where it is that. */
    public Set<String> losses(CitizenQuery question) {
        return form.losses(folded(question));
    }

    private String target(String path, CallValues values) {
        String parameters = dialect.parameters().entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue().fill(values)))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private CitizenQuery folded(CitizenQuery question) {
        return new CitizenQuery(
                question.operation(),
                question.requestId(),
                question.procedure(),
                question.officer(),
                question.unit(),
                question.purpose(),
                question.number(),
                dialect.folding().fold(question.name()),
                question.birthDate(),
                question.claims(),
                question.asked());
    }
}
