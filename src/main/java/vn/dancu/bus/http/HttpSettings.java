package vn.dancu.bus.http;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the HTTP doors are seen from outside.
 *
 * @param publicAddress the address by which clients reach the bus: http or https, host, port if needed, no path. It stands
 *     in the WSDL, in the OpenAPI documents and, unless set otherwise, as issuer of access tokens; what a request says of its
 *     host never does
 */
@ConfigurationProperties("dancu.http")
public record HttpSettings(@DefaultValue("http://localhost:8080") URI publicAddress) {

    public HttpSettings {
        if (!isWebAddress(publicAddress) || !isBare(publicAddress)) {
            throw new IllegalArgumentException(
                    "dancu.http.public-address must be http or https, a host and at most a port, without path");
        }
    }

    private static boolean isWebAddress(URI address) {
        String scheme = address.getScheme();
        return ("http".equals(scheme) || "https".equals(scheme)) && address.getHost() != null;
    }

    private static boolean isBare(URI address) {
        return address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawPath().matches("/?");
    }

    /** The public address of a path that begins with a slash. */
    public String addressOf(String path) {
        return publicAddress.toString().replaceFirst("/$", "") + path;
    }
}
