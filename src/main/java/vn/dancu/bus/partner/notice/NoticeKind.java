package vn.dancu.bus.partner.notice;

import java.util.Arrays;
import java.util.Optional;

/** What a notice is about. Its texts are in {@code notices/notices_vi.properties} and {@code notices_en.properties}. */
public enum NoticeKind {
    SUSPENDED("suspended"),
    SUSPENDED_URGENTLY("suspended-urgently"),
    SUSPENSION_CONFIRMED("suspension-confirmed"),
    SUSPENSION_LAPSES("suspension-lapses"),
    SUSPENSION_LAPSED("suspension-lapsed"),
    SUSPENSION_ANNOUNCED("suspension-announced"),
    SUSPENSION_CANCELLED("suspension-cancelled"),
    RESUMED("resumed"),
    TERMINATED("terminated"),
    CREDENTIAL_EXPIRES("credential-expires"),
    CERTIFICATE_EXPIRES("certificate-expires"),
    AGREEMENT_EXPIRES("agreement-expires"),
    CONSENT_CHANGED("consent-changed"),
    ACCESS_QUESTIONED("access-questioned"),
    ACCESS_QUESTION_DUE("access-question-due"),
    ACCESS_QUESTION_OVERDUE("access-question-overdue"),
    ACCESS_QUESTION_CLOSED("access-question-closed");

    private final String code;

    NoticeKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether people are told by mail too; of a consent the partner's system hears, and people would for every customer. */
    public boolean isForPeople() {
        return this != CONSENT_CHANGED;
    }

    /** The kind of that code; empty when there is none. */
    public static Optional<NoticeKind> byCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
