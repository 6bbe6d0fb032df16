package vn.dancu.bus.message.population;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.field.RecordDescription;

/**
 * A code of ethnicity or religion with another name (TenGoiKhac) of what it stands for. One of the two may be absent.
 *
 * @param code 2 digits
 */
public record NamedCode(@Nullable String code, @Nullable String otherName) {

    /** The fields of the element DanToc. */
    static final RecordDescription<NamedCode> ETHNICITY = description("MaDanToc");

    /** The fields of the element TonGiao. */
    static final RecordDescription<NamedCode> RELIGION = description("MaTonGiao");

    /** Null where both are absent. */
    public static @Nullable NamedCode of(@Nullable String code, @Nullable String otherName) {
        return code == null && otherName == null ? null : new NamedCode(code, otherName);
    }

    private static RecordDescription<NamedCode> description(String codeElement) {
        return RecordDescription.<NamedCode>builder()
                .texts(codeElement, "TenGoiKhac")
                .build(
                        coded -> new @Nullable Object[] {coded.code, coded.otherName},
                        values -> new NamedCode(values.at(0), values.at(1)));
    }

    @Override
    public String toString() {
        return "NamedCode[masked]";
    }
}
