package vn.dancu.bus.kernel;

/**
 * Every refusal and fault of the bus by its stable code, the same over SOAP, REST and queue. A code is never renamed or
 * reused; its meaning for people is in {@code messages_vi.properties} and {@code messages_en.properties} under
 * {@code error.<code>}.
 */
public enum ErrorCode {
    // The message itself
    MESSAGE_MALFORMED("message_malformed", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    MESSAGE_INVALID("message_invalid", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    MESSAGE_TOO_LARGE("message_too_large", Category.REQUEST, Retry.AFTER_CHANGE, 413),
    MESSAGE_LIMIT_EXCEEDED("message_limit_exceeded", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    DEPTH_LIMIT_EXCEEDED("depth_limit_exceeded", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    ELEMENT_LIMIT_EXCEEDED("element_limit_exceeded", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    ATTRIBUTE_LIMIT_EXCEEDED("attribute_limit_exceeded", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    NAME_LIMIT_EXCEEDED("name_limit_exceeded", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    TEXT_LIMIT_EXCEEDED("text_limit_exceeded", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    NUMBER_LIMIT_EXCEEDED("number_limit_exceeded", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    CONTENT_LIMIT_EXCEEDED("content_limit_exceeded", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    ARCHIVE_LIMIT_EXCEEDED("archive_limit_exceeded", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    MESSAGE_DTD_FORBIDDEN("message_dtd_forbidden", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    MESSAGE_ENCODING_UNSUPPORTED("message_encoding_unsupported", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    MEDIA_TYPE_UNSUPPORTED("media_type_unsupported", Category.REQUEST, Retry.AFTER_CHANGE, 415),
    SOAP_VERSION_UNSUPPORTED("soap_version_unsupported", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    SOAP_HEADER_NOT_UNDERSTOOD("soap_header_not_understood", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    ANSWER_TYPE_UNSUPPORTED("answer_type_unsupported", Category.REQUEST, Retry.AFTER_CHANGE, 406),
    OPERATION_UNKNOWN("operation_unknown", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    FIELD_MISSING("field_missing", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    FIELD_INVALID("field_invalid", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    FIELD_DUPLICATED("field_duplicated", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    FIELD_UNKNOWN("field_unknown", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    FIELD_ORDER("field_order", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    RESOURCE_UNKNOWN("resource_unknown", Category.REQUEST, Retry.AFTER_CHANGE, 404),
    METHOD_NOT_ALLOWED("method_not_allowed", Category.REQUEST, Retry.AFTER_CHANGE, 405),
    HEADER_INVALID("header_invalid", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    REPLY_DESTINATION_FORBIDDEN("reply_destination_forbidden", Category.REQUEST, Retry.AFTER_CHANGE, 403),
    FILE_REFUSED("file_refused", Category.REQUEST, Retry.AFTER_CHANGE, 400),
    OFFSET_WRONG("offset_wrong", Category.REQUEST, Retry.AFTER_CHANGE, 409),

    // Who asks
    CREDENTIALS_MISSING("credentials_missing", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    CREDENTIALS_MALFORMED("credentials_malformed", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    CREDENTIALS_WRONG("credentials_wrong", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    TIMESTAMP_MISSING("timestamp_missing", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    TIMESTAMP_MALFORMED("timestamp_malformed", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    TIMESTAMP_OUTSIDE_WINDOW("timestamp_outside_window", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    REQUEST_REPLAYED("request_replayed", Category.PARTNER, Retry.AFTER_CHANGE, 409),
    TOKEN_INVALID("token_invalid", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    TOKEN_EXPIRED("token_expired", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    PARTNER_UNKNOWN("partner_unknown", Category.PARTNER, Retry.NEVER, 401),
    PARTNER_SUSPENDED("partner_suspended", Category.PARTNER, Retry.LATER, 403),
    PARTNER_TERMINATED("partner_terminated", Category.PARTNER, Retry.NEVER, 403),
    PARTNER_NOT_CONNECTED("partner_not_connected", Category.PARTNER, Retry.LATER, 403),
    AGREEMENT_EXPIRED("agreement_expired", Category.PARTNER, Retry.AFTER_CHANGE, 403),
    CREDENTIAL_EXPIRED("credential_expired", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    CERTIFICATE_MISSING("certificate_missing", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    CERTIFICATE_WRONG("certificate_wrong", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    CERTIFICATE_EXPIRED("certificate_expired", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    CERTIFICATE_REVOKED("certificate_revoked", Category.PARTNER, Retry.AFTER_CHANGE, 401),

    // Signed documents and messages
    SIGNATURE_MISSING("signature_missing", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    SIGNATURE_INVALID("signature_invalid", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    SIGNATURE_FORBIDDEN("signature_forbidden", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    SIGNER_UNTRUSTED("signer_untrusted", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    SIGNER_REVOKED("signer_revoked", Category.PARTNER, Retry.AFTER_CHANGE, 401),
    REVOCATION_UNKNOWN("revocation_unknown", Category.SYSTEM, Retry.LATER, 503),

    // What the asker may see
    SERVICE_NOT_ALLOWED("service_not_allowed", Category.POLICY, Retry.AFTER_CHANGE, 403),
    PROCEDURE_NOT_ALLOWED("procedure_not_allowed", Category.POLICY, Retry.AFTER_CHANGE, 403),
    OFFICER_NOT_ALLOWED("officer_not_allowed", Category.POLICY, Retry.AFTER_CHANGE, 403),
    PURPOSE_NOT_ALLOWED("purpose_not_allowed", Category.POLICY, Retry.AFTER_CHANGE, 403),
    OFFICER_NOT_MAPPED("officer_not_mapped", Category.POLICY, Retry.AFTER_CHANGE, 403),
    PROCEDURE_NOT_MAPPED("procedure_not_mapped", Category.POLICY, Retry.AFTER_CHANGE, 403),
    NO_FIELD_ALLOWED("no_field_allowed", Category.POLICY, Retry.AFTER_CHANGE, 403),
    QUOTA_EXCEEDED("quota_exceeded", Category.POLICY, Retry.LATER, 429),
    RELATIONSHIP_MISSING("relationship_missing", Category.POLICY, Retry.AFTER_CHANGE, 403),
    CONSENT_MISSING("consent_missing", Category.POLICY, Retry.AFTER_CHANGE, 403),

    // The citizen who asks about the own data
    CITIZEN_TOKEN_MISSING("citizen_token_missing", Category.CITIZEN, Retry.AFTER_CHANGE, 401),
    CITIZEN_TOKEN_INVALID("citizen_token_invalid", Category.CITIZEN, Retry.AFTER_CHANGE, 401),
    CITIZEN_TOKEN_EXPIRED("citizen_token_expired", Category.CITIZEN, Retry.AFTER_CHANGE, 401),
    CITIZEN_TOKEN_REPLAYED("citizen_token_replayed", Category.CITIZEN, Retry.AFTER_CHANGE, 401),
    ASSURANCE_TOO_LOW("assurance_too_low", Category.CITIZEN, Retry.AFTER_CHANGE, 403),
    CITIZEN_NOT_MATCHED("citizen_not_matched", Category.CITIZEN, Retry.AFTER_CHANGE, 403),
    RELATION_NOT_RECORDED("relation_not_recorded", Category.CITIZEN, Retry.AFTER_CHANGE, 403),
    ISSUER_UNAVAILABLE("issuer_unavailable", Category.CITIZEN, Retry.LATER, 503),
    CHANNEL_CLOSED("channel_closed", Category.CITIZEN, Retry.AFTER_CHANGE, 403),

    // Administration: partners, policies, inspection
    SIGN_IN_THROTTLED("sign_in_throttled", Category.ADMINISTRATION, Retry.LATER, 429),
    SIGN_IN_UNAVAILABLE("sign_in_unavailable", Category.ADMINISTRATION, Retry.LATER, 503),
    ROLE_MISSING("role_missing", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 403),
    SECOND_PERSON_REQUIRED("second_person_required", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 409),
    ALREADY_APPROVED("already_approved", Category.ADMINISTRATION, Retry.NEVER, 409),
    DIFFERENCE_DECIDED("difference_decided", Category.ADMINISTRATION, Retry.NEVER, 409),
    MOVE_NOT_ALLOWED("move_not_allowed", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 409),
    EVIDENCE_MISSING("evidence_missing", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 400),
    CONFORMANCE_MISSING("conformance_missing", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 409),
    CONFORMANCE_FAILED("conformance_failed", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 409),
    VERSION_OUTDATED("version_outdated", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 409),
    RESOURCE_EXISTS("resource_exists", Category.ADMINISTRATION, Retry.NEVER, 409),
    LIMIT_REACHED("limit_reached", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 409),
    SEARCH_TOO_WIDE("search_too_wide", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 400),
    UNDER_LEGAL_HOLD("under_legal_hold", Category.ADMINISTRATION, Retry.LATER, 409),
    CONTENT_DELETED("content_deleted", Category.ADMINISTRATION, Retry.NEVER, 410),
    REPLAY_PENDING("replay_pending", Category.ADMINISTRATION, Retry.LATER, 409),
    REPLAY_REJECTED("replay_rejected", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 409),
    REPLY_PATH_MISSING("reply_path_missing", Category.ADMINISTRATION, Retry.NEVER, 409),
    QUESTION_NOT_KEPT("question_not_kept", Category.ADMINISTRATION, Retry.NEVER, 409),
    RIGHTS_NARROWED("rights_narrowed", Category.ADMINISTRATION, Retry.AFTER_CHANGE, 409),
    LETTER_GONE("letter_gone", Category.ADMINISTRATION, Retry.NEVER, 410),

    // The service that this bus asks in the role upstream
    NOT_IN_THIS_ROLE("not_in_this_role", Category.REGISTER, Retry.AFTER_CHANGE, 404),
    UPSTREAM_UNAVAILABLE("upstream_unavailable", Category.REGISTER, Retry.LATER, 503),
    UPSTREAM_TIMEOUT("upstream_timeout", Category.REGISTER, Retry.LATER, 504),
    UPSTREAM_OVERLOADED("upstream_overloaded", Category.REGISTER, Retry.LATER, 503),
    UPSTREAM_THROTTLED("upstream_throttled", Category.REGISTER, Retry.LATER, 503),
    UPSTREAM_CREDENTIALS_REFUSED("upstream_credentials_refused", Category.REGISTER, Retry.LATER, 502),
    UPSTREAM_CERTIFICATE_UNTRUSTED("upstream_certificate_untrusted", Category.REGISTER, Retry.LATER, 502),
    UPSTREAM_TOKEN_UNAVAILABLE("upstream_token_unavailable", Category.REGISTER, Retry.LATER, 503),
    UPSTREAM_TOKEN_INVALID("upstream_token_invalid", Category.REGISTER, Retry.LATER, 502),
    UPSTREAM_GATEWAY_FAILED("upstream_gateway_failed", Category.REGISTER, Retry.LATER, 502),
    UPSTREAM_FAILED("upstream_failed", Category.REGISTER, Retry.LATER, 502),
    UPSTREAM_REFUSED("upstream_refused", Category.REGISTER, Retry.AFTER_CHANGE, 502),
    UPSTREAM_ANSWER_INVALID("upstream_answer_invalid", Category.REGISTER, Retry.LATER, 502),
    UPSTREAM_SIGNATURE_INVALID("upstream_signature_invalid", Category.REGISTER, Retry.LATER, 502),
    UPSTREAM_ANSWER_TOO_LARGE("upstream_answer_too_large", Category.REGISTER, Retry.LATER, 502),
    UPSTREAM_ANSWER_OTHER_PERSON("upstream_answer_other_person", Category.REGISTER, Retry.AFTER_CHANGE, 502),
    UPSTREAM_QUESTION_UNSUPPORTED("upstream_question_unsupported", Category.REGISTER, Retry.AFTER_CHANGE, 404),

    // What stands behind the bus
    REGISTER_UNAVAILABLE("register_unavailable", Category.REGISTER, Retry.LATER, 503),
    AXIS_UNAVAILABLE("axis_unavailable", Category.SYSTEM, Retry.LATER, 503),
    AXIS_ANSWER_UNREADABLE("axis_answer_unreadable", Category.SYSTEM, Retry.LATER, 502),
    AXIS_REFUSED("axis_refused", Category.SYSTEM, Retry.AFTER_CHANGE, 502),
    AUDIT_UNAVAILABLE("audit_unavailable", Category.SYSTEM, Retry.LATER, 503),
    POLICY_UNAVAILABLE("policy_unavailable", Category.SYSTEM, Retry.LATER, 503),
    STORAGE_UNAVAILABLE("storage_unavailable", Category.SYSTEM, Retry.LATER, 503),
    SIGNING_UNAVAILABLE("signing_unavailable", Category.SYSTEM, Retry.LATER, 503),
    ANSWER_CUT("answer_cut", Category.SYSTEM, Retry.LATER, 500),
    OVERLOADED("overloaded", Category.SYSTEM, Retry.LATER, 503),
    INTERNAL_ERROR("internal_error", Category.SYSTEM, Retry.LATER, 500);

    /** Whose matter the error is. */
    public enum Category {
        REQUEST,
        PARTNER,
        POLICY,
        CITIZEN,
        REGISTER,
        ADMINISTRATION,
        SYSTEM
    }

    /** Whether the same message can succeed later. */
    public enum Retry {
        NEVER,
        LATER,
        AFTER_CHANGE
    }

    private final String code;
    private final Category category;
    private final Retry retry;
    private final int httpStatus;

    ErrorCode(String code, Category category, Retry retry, int httpStatus) {
        this.code = code;
        this.category = category;
        this.retry = retry;
        this.httpStatus = httpStatus;
    }

    public String code() {
        return code;
    }

    public Category category() {
        return category;
    }

    public Retry retry() {
        return retry;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** Whether the asker must change something. */
    public boolean isClientFault() {
        return httpStatus < 500;
    }

    /** The fault code of SOAP 1.1 §4.4.1 that goes with it. */
    public String faultCode() {
        return switch (this) {
            case SOAP_VERSION_UNSUPPORTED -> "VersionMismatch";
            case SOAP_HEADER_NOT_UNDERSTOOD -> "MustUnderstand";
            default -> isClientFault() ? "Client" : "Server";
        };
    }

    /** The localised text's key. */
    public String textKey() {
        return "error." + code;
    }

    @Override
    public String toString() {
        return code;
    }
}
