package vn.dancu.bus.system.failure;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** A setting that the bus itself refuses. Spring Boot's own analyzer would print the value, which may be a secret. */
@Order(FailureOrder.BEFORE_SPRING_BOOT)
class InvalidSettingAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidConfigurationPropertyValueException cause) {
        return new FailureAnalysis(
                "Khóa / setting " + cause.getName() + ": " + cause.getReason(),
                "Sửa khóa / Mend the setting " + cause.getName() + "; docs/operations/settings.md",
                cause);
    }
}
