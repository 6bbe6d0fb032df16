package vn.dancu.bus.desk.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.EventDetail;
import vn.dancu.bus.kernel.PersonalId;

/** An event with the number of its person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventDetailResponse(
        EventResponse entry, @JsonRawValue String event, @Nullable String soDinhDanh, @Nullable String soCMND) {

    static EventDetailResponse of(EventDetail detail) {
        PersonalId person = detail.person();
        return new EventDetailResponse(
                EventResponse.of(detail.summary()),
                detail.event(),
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
