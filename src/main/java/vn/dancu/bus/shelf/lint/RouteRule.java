package vn.dancu.bus.shelf.lint;

import java.util.Locale;

/** What can be wrong with a file of routes; message and repair of each stand in {@code shelf/rules_*.properties}. */
public enum RouteRule {
    FILE_NAME,
    FILE_TYPE,
    FILE_PLACE,
    FILE_UNREADABLE,
    FILE_CHARACTERS,
    FILE_LINES,
    FILE_YAML,
    FILE_XML,
    FILE_KIND,
    FILE_BEANS,
    FILE_ONE,
    MAPPING,
    LIST,
    TEXT,
    KEY_UNKNOWN,
    KEY_TWICE,
    KEY_MISSING,
    KEY_ONE,
    ENDPOINT,
    CALL,
    STEPS,
    DEPTH,
    ENTRY,
    PARTNER,
    PARAMETER_UNKNOWN,
    PARAMETER_TWICE,
    PARAMETER_MISSING,
    PARAMETER_UNUSED,
    TEMPLATE_UNKNOWN,
    CONFIGURATION_UNKNOWN,
    DIRECT_UNKNOWN,
    ID_TWICE,
    BUNDLE_MANIFEST,
    BUNDLE_PLACE,
    BUNDLE_ERRORS,
    BUNDLE_FILE_MISSING,
    BUNDLE_FILE_UNLISTED,
    BUNDLE_NEED_MISSING,
    BUNDLE_CHANNEL_MISSING,
    SIGNATURE_MISSING,
    SIGNATURE_WRONG,
    SIGNER_UNKNOWN,
    SIGNER_ZONE,
    VERSION_OLDER,
    VERSION_TAKEN,
    /** From here on the running bus alone finds it. */
    ID_TAKEN,
    NEEDED_REFUSED,
    CHANNEL_UNKNOWN,
    CAMEL,
    SHADOW,
    DRAIN,
    INSTANCE,
    FAILURES,
    LATENCY,
    INTERRUPTED,
    CHANGED,
    DELETED;

    /** Stable, for scripts: {@code key-unknown}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
