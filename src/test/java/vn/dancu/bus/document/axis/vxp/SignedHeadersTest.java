package vn.dancu.bus.document.axis.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.document.AxisSettings.Credentials;
import vn.dancu.bus.kernel.Sha256;

/** The signature of the axis' kit, by vectors that were made with the kit's own rules. */
class SignedHeadersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T01:00:00.123Z"), ZoneOffset.UTC);

    @Test
    void signsTheTextOfTheVector() {
        String text = "{\"XroadVnpt-systemid\":\"000.00.00.H00\",\"XroadVnpt-timestamp\":\"01012026T080000+0123\","
                + "\"XroadVnpt-servicetype\":\"eDoc\",\"XroadVnpt-messagetype\":\"edoc\"}";

        assertThat(SignedHeaders.hash("synthetic-secret", text))
                .isEqualTo("00e467928d48ed09cd198fffd4f6ca21e81781ed83711b903f686212f636d931");
    }

    @Test
    void writesTheHashOfAFileWithoutLeadingZeros() {
        String padded = Sha256.hex("<edXML/>");

        assertThat(padded).isEqualTo("8d55f6c7bf7cd534cf027a10e1bb5731c68279c3cb991c0f4844774c685b3758");
        assertThat(SignedHeaders.fileHash(padded))
                .isEqualTo("8d55f6c7bf7cd534cf27a10e1bb5731c68279c3cb991cf4844774c685b3758");
    }

    @Test
    void signsEveryParameterAndNamesEachOne() {
        SignedHeaders headers = new SignedHeaders(new Credentials("000.00.00.H00", "synthetic-secret"), CLOCK);

        Map<String, String> sent = headers.of("application/json", Map.of("docId", "7"));

        assertThat(sent)
                .containsEntry("XroadVnpt-systemid", "000.00.00.H00")
                .containsEntry("XroadVnpt-timestamp", "01012026T080000+0123")
                .containsEntry("XroadVnpt-Content-Type", "application/json")
                .containsEntry("Content-Type", "application/json")
                .containsEntry("XroadVnpt-docId", "7")
                .containsEntry("XroadVnpt-version", "3.0.201608")
                .containsEntry("XroadVnpt-sign-header-key", "systemid;timestamp;Content-Type;docId")
                .containsEntry(
                        "XroadVnpt-sign-header",
                        "{\"XroadVnpt-systemid\":\"000.00.00.H00\",\"XroadVnpt-timestamp\":\"01012026T080000+0123\","
                                + "\"XroadVnpt-Content-Type\":\"application/json\",\"XroadVnpt-docId\":\"7\"}");
        assertThat(sent.get("XroadVnpt-hash-header"))
                .isEqualTo(SignedHeaders.hash("synthetic-secret", sent.get("XroadVnpt-sign-header")));
    }
}
