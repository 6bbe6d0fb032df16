package vn.dancu.bus.system.failure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;

/** A setting that breaks a rule of its {@code *Settings} record; the rule is the record's own message. */
@Order(FailureOrder.BEFORE_SPRING_BOOT)
class UnboundSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, BindException cause) {
        String name = cause.getName().toString();
        Throwable rule = NestedExceptionUtils.getMostSpecificCause(cause);
        if (!name.startsWith("dancu") || !(rule instanceof IllegalArgumentException) || rule.getMessage() == null) {
            return null;
        }
        String key = rule.getMessage().startsWith("dancu.") ? "" : name + ": ";
        return new FailureAnalysis(
                "Giá trị cấu hình sai / a setting has a wrong value: " + key + rule.getMessage(),
                "Sửa khóa / Mend the setting; docs/operations/settings.md",
                cause);
    }
}
