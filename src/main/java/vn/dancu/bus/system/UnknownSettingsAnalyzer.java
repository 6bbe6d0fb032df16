package vn.dancu.bus.system;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports unknown settings without a stack trace. */
class UnknownSettingsAnalyzer extends AbstractFailureAnalyzer<UnknownSettingsException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, UnknownSettingsException cause) {
        String repair = "Sửa hoặc bỏ khóa / Mend or remove the key; docs/operations/settings.md lists every key.";
        return new FailureAnalysis(cause.getMessage(), repair, cause);
    }
}
