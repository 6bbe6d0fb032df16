package vn.dancu.bus.gateway.xroad.provider;

/**
 * What leaves over SOAP: an envelope, or a multipart with one.
 *
 * @param contentType of the whole, with its parameters
 */
public record SoapAnswer(String contentType, byte[] body) {}
