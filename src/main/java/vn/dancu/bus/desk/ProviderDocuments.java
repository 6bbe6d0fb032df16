package vn.dancu.bus.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import vn.dancu.bus.http.StrictJson;

/** What the identity provider publishes of itself, with a short time-out and a limit of size. */
public final class ProviderDocuments {

    static final int TIMEOUT_MS = 2000;
    private static final int MAX_DOCUMENT_BYTES = 256 * 1024;

    private final URI issuer;
    private final ResourceRetriever web = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_DOCUMENT_BYTES);

    public ProviderDocuments(URI issuer) {
        this.issuer = issuer;
    }

    /**
     * An address of the discovery document, such as {@code authorization_endpoint}.
     *
     * @throws IOException when the document cannot be had, is not the issuer's own (OpenID Connect Discovery 1.0 §4: letter for
     *     letter), or does not name a trustworthy address
     */
    public URI endpoint(String name) throws IOException {
        String base = issuer.toString().replaceFirst("/$", "");
        JsonNode document = parsed(text(URI.create(base + "/.well-known/openid-configuration")));
        String address = document.path(name).asText();
        if (!document.path("issuer").asText().equals(issuer.toString())
                || !DeskSettings.Oidc.isTrustworthy(URI.create(address))) {
            throw new IOException("The identity provider's discovery document is not the issuer's");
        }
        return URI.create(address);
    }

    String text(URI address) throws IOException {
        return web.retrieveResource(address.toURL()).getContent();
    }

    private static JsonNode parsed(String text) throws IOException {
        try {
            return StrictJson.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException("The identity provider's discovery document is not JSON", e);
        }
    }
}
