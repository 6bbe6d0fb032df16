package vn.dancu.bus.message.document.edxml;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.Attachment.Label;
import vn.dancu.bus.message.document.DocumentAction.Replacement;
import vn.dancu.bus.message.document.DocumentAction.Update;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.ResponseFor;
import vn.dancu.bus.message.document.RoutingTrace;
import vn.dancu.bus.message.document.Staff;
import vn.dancu.bus.message.document.code.Coded;

/** The elements that may stand several times. */
final class RepeatedElementWriter {

    private RepeatedElementWriter() {}

    static Node organization(String name, Organization organization) {
        return Elements.of(name)
                .add("OrganId", organization.id())
                .add("OrganizationInCharge", organization.inCharge())
                .add("OrganName", organization.name())
                .add("OrganAdd", organization.address())
                .add("Email", organization.email())
                .add("Telephone", organization.telephone())
                .add("Fax", organization.fax())
                .add("Website", organization.website())
                .addAll(organization.extensions())
                .done();
    }

    static Node response(ResponseFor response) {
        return Elements.of("ResponseFor")
                .add("OrganId", response.organId())
                .add("Code", response.code())
                .add("PromulgationDate", day(response.date()))
                .add("DocumentId", response.documentId())
                .addAll(response.extensions())
                .done();
    }

    static Node staff(Staff staff) {
        return Elements.of("StaffInfo")
                .add("Department", staff.department())
                .add("Staff", staff.name())
                .add("Email", staff.email())
                .add("Mobile", staff.mobile())
                .add("DepartmentId", staff.departmentId())
                .add("StaffId", staff.staffId())
                .addAll(staff.extensions())
                .done();
    }

    static Node station(RoutingTrace.Station station) {
        return Elements.of("TraceHeader")
                .add("OrganId", station.organId())
                .add("Timestamp", moment(station.time()))
                .addAll(station.extensions())
                .done();
    }

    static Node update(Update update) {
        Elements receivers = Elements.of("ReceiverList");
        update.receivers()
                .forEach(receiver -> receivers.add(Elements.of("Receiver")
                        .add("OrganId", receiver.organId())
                        .add("ReceiverType", receiver.type())
                        .addAll(receiver.extensions())
                        .done()));
        return Elements.of("BussinessDocumentInfo")
                .add("DocumentInfo", update.info())
                .add("DocumentReceiver", update.receiver())
                .add(receivers.doneUnlessEmpty())
                .addAll(update.extensions())
                .done();
    }

    static Node replacement(Replacement replacement) {
        Elements organs = Elements.of("OrganIdList");
        replacement.organIds().forEach(organ -> organs.add("OrganId", organ));
        return Elements.of("ReplacementInfo")
                .add("DocumentId", replacement.documentId())
                .add(organs.doneUnlessEmpty())
                .addAll(replacement.extensions())
                .done();
    }

    /** What the manifest says of a file, if it does. */
    static @Nullable Node reference(Attachment attachment) {
        Label label = attachment.reference();
        return label == null ? null : labelled("Reference", label).done().with(label.attributes());
    }

    /** The part with the bytes of a file, if there is one. */
    static @Nullable Node part(Attachment attachment) {
        Label label = attachment.part();
        if (label == null) {
            return null;
        }
        Content content = attachment.content();
        return labelled("Attachment", label)
                .add(content == null ? null : Node.of("ContentTransferEncoded", content))
                .done()
                .with(label.attributes());
    }

    private static Elements labelled(String name, Label label) {
        return Elements.of(name)
                .add("ContentId", label.contentId())
                .add("AttachmentName", label.name())
                .add("ContentType", label.contentType())
                .add("Description", label.description())
                .addAll(label.extensions());
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.format(TrackedElement.DAY);
    }

    static @Nullable String moment(@Nullable LocalDateTime moment) {
        return moment == null ? null : moment.format(TrackedElement.MOMENT);
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable String code(@Nullable Coded<?> coded) {
        return coded == null ? null : coded.code();
    }
}
