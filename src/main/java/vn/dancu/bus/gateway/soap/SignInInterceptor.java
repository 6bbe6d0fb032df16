package vn.dancu.bus.gateway.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.ShownCertificate;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Checks the message and signs the partner in before the body is read. */
class SignInInterceptor extends AbstractPhaseInterceptor<Message> {

    private static final Pattern CHARSET = Pattern.compile("(?i).*;\\s*charset\\s*=\\s*\"?([^\";\\s]+).*");

    private final DigestSignIn signingIn;
    private final Clock clock;

    SignInInterceptor(DigestSignIn signingIn, Clock clock) {
        super(Phase.RECEIVE);
        this.signingIn = signingIn;
        this.clock = clock;
    }

    @Override
    public void handleMessage(Message message) {
        HttpServletRequest request = HttpSide.request(message);
        if (!"POST".equals(request.getMethod())) {
            return; // CXF answers GET ?wsdl itself, and refuses the rest
        }
        SoapAttempt attempt = new SoapAttempt(clock.instant());
        message.getExchange().put(SoapAttempt.class, attempt);
        requireXml(request.getContentType());
        DigestSignIn.Claim claim = signingIn.claim(headers(request, "Authorization"));
        attempt.claims(claim.partner());
        SignedIn signedIn = signingIn.prove(claim, headers(request, "Timestamp"), attempt.receivedAt());
        attempt.signsIn(signedIn);
        signingIn.requireCertificate(signedIn.partner(), ShownCertificate.of(request));
    }

    private static void requireXml(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        String media = type.split(";", 2)[0].strip();
        if (!media.equals("text/xml") && !media.equals("application/xml")) {
            throw BusException.of(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "text/xml or application/xml (SOAP 1.1)");
        }
        var charset = CHARSET.matcher(type);
        if (charset.matches()
                && !charset.group(1).equals("utf-8")
                && !charset.group(1).equals("us-ascii")) {
            throw BusException.of(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, "Content-Type", "charset utf-8");
        }
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
