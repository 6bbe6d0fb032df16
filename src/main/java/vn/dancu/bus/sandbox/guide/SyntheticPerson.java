package vn.dancu.bus.sandbox.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic person as the sandbox lists one: what an asker needs for a look-up.
 *
 * @param soDinhDanh 12 digits
 * @param soCMND 9 digits, null for who has none
 * @param hoVaTen the full name as one text
 * @param ngaySinh yyyy-MM-dd, or yyyy where the year alone is recorded
 * @param soThueBao the mobile number on record, null without one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SyntheticPerson(
        String soDinhDanh, @Nullable String soCMND, String hoVaTen, String ngaySinh, @Nullable String soThueBao) {}
