package vn.dancu.bus.desk.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.Looked;
import vn.dancu.bus.kernel.PersonalId;

/** One event with its person's number. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventDetailResponse(
        EventResponse entry, @JsonRawValue String event, @Nullable String soDinhDanh, @Nullable String soCMND) {

    static EventDetailResponse of(Looked looked) {
        PersonalId person = looked.person();
        return new EventDetailResponse(
                EventResponse.of(looked.entry()),
                looked.event(),
                number(person, PersonalId.Kind.SO_DINH_DANH),
                number(person, PersonalId.Kind.SO_CMND));
    }

    private static @Nullable String number(@Nullable PersonalId person, PersonalId.Kind kind) {
        return person != null && person.kind() == kind ? person.digits() : null;
    }

    /** The number stays out of logs. */
    @Override
    public String toString() {
        return "EventDetailResponse[" + entry.id() + "]";
    }
}
