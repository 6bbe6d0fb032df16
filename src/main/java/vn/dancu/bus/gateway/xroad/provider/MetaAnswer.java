package vn.dancu.bus.gateway.xroad.provider;

/**
 * What leaves over SOAP.
 *
 * @param contentType of the whole, with its parameters
 */
public record MetaAnswer(String contentType, byte[] body) {}
