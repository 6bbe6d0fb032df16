package vn.dancu.bus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.ErrorCode;

class CallerHeadersTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/citizens/lookup");

    @Test
    void takesTheIssueThatIsWrittenInUtf8() {
        request.addHeader("X-Road-Issue", onTheWire("HS-2026/QĐ-00017"));

        assertThat(CallerHeaders.flaw(request)).isNull();
        assertThat(CallerHeaders.of(request).issue()).isEqualTo("HS-2026/QĐ-00017");
    }

    @Test
    void takesTheIssueThatIsPercentEncoded() {
        request.addHeader("X-Road-Issue", "HS-2026%2FQ%c4%90-00017");

        assertThat(CallerHeaders.flaw(request)).isNull();
        assertThat(CallerHeaders.of(request).issue()).isEqualTo("HS-2026/QĐ-00017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "%4", "%zz", "%ff", "%00", "%0d%0aX: y", "%c0%af"})
    void refusesAnIssueWhosePercentEncodingIsBrokenOrHidesWhatMayNotStand(String issue) {
        request.addHeader("X-Road-Issue", issue);

        assertThat(CallerHeaders.flaw(request))
                .satisfies(refusal -> assertThat(refusal.rule()).contains("percent-encoded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u0085b", "a\u202eb", "\u2028", "a\u007f"})
    void refusesAnIssueWithWhatMayNotStandInALine(String issue) {
        request.addHeader("X-Road-Issue", onTheWire(issue));

        assertThat(CallerHeaders.flaw(request))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.HEADER_INVALID))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("X-Road-Issue"));
        assertThat(CallerHeaders.of(request).issue()).isNull();
    }

    @Test
    void refusesWhatIsTooLongOrNoUtf8OrComesTwice() {
        request.addHeader("X-Road-Issue", "x".repeat(257));
        assertThat(CallerHeaders.flaw(request)).isNotNull();

        request.removeHeader("X-Road-Issue");
        request.addHeader("X-Road-Issue", "\u00ff");
        assertThat(CallerHeaders.flaw(request)).isNotNull();

        request.removeHeader("X-Road-Issue");
        request.addHeader("X-Road-Issue", "x".repeat(256));
        assertThat(CallerHeaders.flaw(request)).isNull();

        request.addHeader("X-Road-Issue", "again");
        assertThat(CallerHeaders.flaw(request)).isNotNull();
    }

    @Test
    void namesThePathByItsTemplateAndNeverAsItWasSent() {
        request.setRequestURI("/api/v1/citizens/999000000001");
        assertThat(CallerHeaders.of(request).path()).isNull();

        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/v1/citizens/lookup");
        assertThat(CallerHeaders.of(request).path()).isEqualTo("/api/v1/citizens/lookup");
    }

    @Test
    void namesNeitherMethodNorPathAtTheSoapDoor() {
        InquiryOrigin.Traits traits = CallerHeaders.of(new MockHttpServletRequest("POST", "/soap/population/v1"));

        assertThat(traits.method()).isNull();
        assertThat(traits.path()).isNull();
        assertThat(traits.clientAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void saysWhyAPropertyOfAMessageCannotBeTaken() {
        assertThat(CallerHeaders.flaw("XRoadIssue", null)).isNull();
        assertThat(CallerHeaders.flaw("XRoadIssue", "HS-1")).isNull();
        assertThat(CallerHeaders.flaw("XRoadIssue", "a\u0007")).isNotNull();
    }

    private static String onTheWire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
