package vn.dancu.bus.audit.inspection.report;

/**
 * The fields of an operational record: X-Road's 39 in its order and with its names and units, then ours. What each means
 * here stands in {@code docs/protocols/AL-EVENTS.md}.
 */
public enum OperationalField {
    MONITORING_DATA_TS("monitoringDataTs"),
    SECURITY_SERVER_INTERNAL_IP("securityServerInternalIp"),
    SECURITY_SERVER_TYPE("securityServerType"),
    REQUEST_IN_TS("requestInTs"),
    REQUEST_OUT_TS("requestOutTs"),
    RESPONSE_IN_TS("responseInTs"),
    RESPONSE_OUT_TS("responseOutTs"),
    CLIENT_XROAD_INSTANCE("clientXRoadInstance"),
    CLIENT_MEMBER_CLASS("clientMemberClass"),
    CLIENT_MEMBER_CODE("clientMemberCode"),
    CLIENT_SUBSYSTEM_CODE("clientSubsystemCode"),
    SERVICE_XROAD_INSTANCE("serviceXRoadInstance"),
    SERVICE_MEMBER_CLASS("serviceMemberClass"),
    SERVICE_MEMBER_CODE("serviceMemberCode"),
    SERVICE_SUBSYSTEM_CODE("serviceSubsystemCode"),
    SERVICE_CODE("serviceCode"),
    REST_METHOD("restMethod"),
    REST_PATH("restPath"),
    SERVICE_VERSION("serviceVersion"),
    REPRESENTED_PARTY_CLASS("representedPartyClass"),
    REPRESENTED_PARTY_CODE("representedPartyCode"),
    MESSAGE_ID("messageId"),
    MESSAGE_USER_ID("messageUserId"),
    MESSAGE_ISSUE("messageIssue"),
    MESSAGE_PROTOCOL_VERSION("messageProtocolVersion"),
    CLIENT_SECURITY_SERVER_ADDRESS("clientSecurityServerAddress"),
    SERVICE_SECURITY_SERVER_ADDRESS("serviceSecurityServerAddress"),
    REQUEST_SIZE("requestSize"),
    REQUEST_MIME_SIZE("requestMimeSize"),
    REQUEST_ATTACHMENT_COUNT("requestAttachmentCount"),
    RESPONSE_SIZE("responseSize"),
    RESPONSE_MIME_SIZE("responseMimeSize"),
    RESPONSE_ATTACHMENT_COUNT("responseAttachmentCount"),
    SUCCEEDED("succeeded"),
    SERVICE_TYPE("serviceType"),
    FAULT_CODE("faultCode"),
    FAULT_STRING("faultString"),
    STATUS_CODE("statusCode"),
    XROAD_VERSION("xRoadVersion"),

    EVENT_ID("eventId"),
    DOOR("door"),
    RESULT("result"),
    PROCEDURE("procedure"),
    PURPOSE("purpose"),
    POLICY_VERSION("policyVersion"),
    POLICY_HASH("policyHash"),
    RELEASED_FIELDS("releasedFields"),
    WITHHELD_FIELDS("withheldFields");

    private final String fieldName;

    OperationalField(String fieldName) {
        this.fieldName = fieldName;
    }

    /** X-Road's name, or ours. */
    public String fieldName() {
        return fieldName;
    }
}
