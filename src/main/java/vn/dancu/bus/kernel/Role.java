package vn.dancu.bus.kernel;

import java.util.Arrays;
import java.util.Optional;

/** What an account may do in the administration of the bus; sign-ins name roles by their codes. */
public enum Role {
    /** Receives applications and brings them through the steps to connection (cán bộ tiếp nhận). */
    ONBOARDING_CLERK("onboarding-clerk"),
    /** Approves actions that need a second person (người phê duyệt). */
    APPROVER("approver"),
    /** Writes drafts of the policy and publishes them (quản lý chính sách). */
    POLICY_MANAGER("policy-manager"),
    /** Runs the bus: suspends, resumes, archives (vận hành). */
    OPERATOR("operator"),
    /** Reads everything, changes nothing (thanh tra). */
    INSPECTOR("inspector"),
    /** A partner's own system, inside its limits. */
    PARTNER("partner"),
    /** A person who asks about their own data, at the citizens' doors alone. */
    CITIZEN("citizen"),
    /** The bus itself, for scheduled actions. */
    BUS("bus");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The role of that code; empty when there is none. */
    public static Optional<Role> byCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    @Override
    public String toString() {
        return code;
    }
}
