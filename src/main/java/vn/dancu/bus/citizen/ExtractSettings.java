package vn.dancu.bus.citizen;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Extracts of the own record as signed PDF files ("Thông báo").
 *
 * @param signatureBundle the SSL bundle ({@code spring.ssl.bundle}) with the key and chain by which extracts are signed; without it there
 *     are none, and who asks for one gets {@code channel_closed}
 * @param timeStampUrl an authority that gives RFC 3161 time-stamps over HTTP, for signatures of level B-T; while it is away there are no
 *     extracts. Without it signatures are of level B-B
 * @param authority who gives the extracts, as documents name it; required with a bundle
 * @param parentAuthority the authority above it, named first; null for none
 * @param place where documents are dated, such as {@code Hà Nội}; required with a bundle
 * @param symbol what follows the number, {@code 15/TB-QLCC}
 * @param checkAddress where a receiver reads how to check an extract, printed on it; null for none
 */
@ConfigurationProperties("dancu.citizen.extract")
public record ExtractSettings(
        @Nullable String signatureBundle,
        @Nullable String timeStampUrl,
        @Nullable String authority,
        @Nullable String parentAuthority,
        @Nullable String place,
        @DefaultValue("TB") String symbol,
        @Nullable String checkAddress) {

    public ExtractSettings {
        require(
                signatureBundle == null || isText(authority) && isText(place),
                "authority and place must be set where signature-bundle is");
        require(timeStampUrl == null || timeStampUrl.matches("https?://.+"), "time-stamp-url must be http or https");
        require(symbol.matches("[\\p{Lu}0-9-]{2,30}"), "symbol must be 2 to 30 capital letters, digits and hyphens");
        require(checkAddress == null || checkAddress.matches("https?://\\S+"), "check-address must be http or https");
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.citizen.extract." + rule);
        }
    }
}
