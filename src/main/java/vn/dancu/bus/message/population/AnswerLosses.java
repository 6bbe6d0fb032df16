package vn.dancu.bus.message.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;

/** What of an answer did not come back from a wire, found by comparing the two. */
public final class AnswerLosses {

    private final List<String> losses = new ArrayList<>();

    private AnswerLosses() {}

    /** The names of what differs, {@code CongDan/TonGiao} or {@code ThoiDiemDuLieu}; empty where all came back. */
    public static List<String> between(Answer sent, Answer back) {
        AnswerLosses compared = new AnswerLosses();
        compared.add("id", sent.requestId(), back.requestId());
        compared.add("GhiChu", sent.status(), back.status());
        compared.add("ThoiDiemDuLieu", sent.dataTime(), back.dataTime());
        if (sent instanceof Answer.OfCitizen one && back instanceof Answer.OfCitizen other) {
            compared.citizens(one.citizen(), other.citizen());
        } else if (sent instanceof Answer.OfHousehold one && back instanceof Answer.OfHousehold other) {
            compared.households(one.household(), other.household());
        } else if (sent instanceof Answer.OfClaims one && back instanceof Answer.OfClaims other) {
            compared.add("KetQua", one.agrees(), other.agrees());
        }
        return List.copyOf(compared.losses);
    }

    /** The fields of a citizen that differ, and {@code CongDan} itself for its extensions. */
    public static List<FieldPath> between(Citizen sent, Citizen back) {
        return differing(CitizenFields.CITIZEN, sent, back);
    }

    private static <R> List<FieldPath> differing(RecordDescription<R> description, R sent, R back) {
        FieldValues<R> before = description.values(sent);
        FieldValues<R> after = description.values(back);
        return description.fields().stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(RecordField::path)
                .toList();
    }

    private void citizens(@Nullable Citizen sent, @Nullable Citizen back) {
        if (sent == null || back == null) {
            add("CongDan", sent, back);
            return;
        }
        between(sent, back).forEach(field -> losses.add("CongDan/" + field));
        sent.extensions().stream()
                .filter(extension -> !back.extensions().contains(extension))
                .forEach(extension -> losses.add("CongDan/" + extension.name()));
    }

    private void households(@Nullable Household sent, @Nullable Household back) {
        if (sent == null || back == null) {
            add("HoGiaDinh", sent, back);
            return;
        }
        differing(Household.FIELDS, sent, back).forEach(field -> losses.add(field.value()));
    }

    private void add(String name, @Nullable Object sent, @Nullable Object back) {
        if (!Objects.equals(sent, back)) {
            losses.add(name);
        }
    }
}
