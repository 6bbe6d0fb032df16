package vn.dancu.bus.gateway.xroad;

import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/**
 * Our refusals in the words of X-Road: {@code Client.} or {@code Server.} and the code that its own components use for the same.
 * The precise code of the bus stands beside it, in the detail.
 */
final class XRoadFaultCodes {

    private XRoadFaultCodes() {}

    static String of(Refusal refusal) {
        return (refusal.code().isClientFault() ? "Client." : "Server.") + word(refusal);
    }

    private static String word(Refusal refusal) {
        String field = String.valueOf(refusal.field());
        if (field.startsWith("Header")) {
            return inHeader(refusal.code(), field);
        }
        if (field.equals("Body")) {
            return refusal.code() == ErrorCode.FIELD_MISSING ? "missing_body" : "invalid_body";
        }
        if (field.equals("MIME")) {
            return refusal.code() == ErrorCode.FIELD_MISSING ? "missing_soap" : "mime_parsing_failed";
        }
        if (field.equals("X-Road-Client")) {
            return ofClient(refusal.code());
        }
        return general(refusal.code());
    }

    private static String ofClient(ErrorCode code) {
        return switch (code) {
            case FIELD_MISSING -> "missing_header";
            case PARTNER_UNKNOWN -> "unknown_member";
            default -> "invalid_client_identifier";
        };
    }

    private static String inHeader(ErrorCode code, String field) {
        return switch (code) {
            case FIELD_MISSING -> "missing_header_field";
            case FIELD_DUPLICATED -> "duplicate_header_field";
            case PARTNER_UNKNOWN -> "unknown_member";
            case OPERATION_UNKNOWN -> "unknown_service";
            default ->
                switch (field) {
                    case "Header/protocolVersion" -> "invalid_protocol_version";
                    case "Header/client" -> "invalid_client_identifier";
                    default -> "invalid_soap";
                };
        };
    }

    private static String general(ErrorCode code) {
        return switch (code) {
            case MESSAGE_MALFORMED, MESSAGE_DTD_FORBIDDEN, MESSAGE_ENCODING_UNSUPPORTED -> "invalid_xml";
            case MEDIA_TYPE_UNSUPPORTED -> "invalid_content_type";
            case METHOD_NOT_ALLOWED -> "invalid_http_method";
            case CERTIFICATE_MISSING, CERTIFICATE_WRONG, CERTIFICATE_EXPIRED -> "ssl_authentication_failed";
            case PARTNER_UNKNOWN -> "unknown_member";
            case OPERATION_UNKNOWN, RESOURCE_UNKNOWN -> "unknown_service";
            case SOAP_VERSION_UNSUPPORTED, SOAP_HEADER_NOT_UNDERSTOOD -> "invalid_soap";
            case INTERNAL_ERROR, ANSWER_CUT -> "internal_error";
            case AUDIT_UNAVAILABLE -> "logging_failed";
            default -> byCategory(code);
        };
    }

    private static String byCategory(ErrorCode code) {
        return switch (code.category()) {
            case PARTNER, POLICY, CITIZEN, ADMINISTRATION -> "access_denied";
            case REGISTER, SYSTEM -> "service_failed";
            case REQUEST -> "invalid_request";
        };
    }
}
