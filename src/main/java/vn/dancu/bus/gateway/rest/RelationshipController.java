package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.policy.FollowLists;

/** A partner says with which persons it has a relationship. Numbers travel in the body, never in a path. */
@RestController
@RequestMapping("/api/v1/relationships")
class RelationshipController {

    private static final String LIST = "quanHe";
    private final FollowLists lists;

    RelationshipController(FollowLists lists) {
        this.lists = lists;
    }

    @PutMapping
    ChangeResponse put(HttpServletRequest request, Principal partner) {
        List<RelationshipRequest> named = limited(StrictJsonBody.OF_PARTNERS
                .read(request, RelationshipsRequest.class)
                .quanHe());
        List<FollowLists.Relationship> those = new ArrayList<>();
        for (RelationshipRequest one : named) {
            those.add(new FollowLists.Relationship(
                    RequestedNumber.of(one.soDinhDanh(), one.soCMND(), LIST + "[" + those.size() + "]."),
                    one.hieuLucTu(),
                    one.hieuLucDen(),
                    one.maHoSo()));
        }
        return new ChangeResponse(those.size(), lists.put(new PartnerId(partner.getName()), those));
    }

    /** POST: the body of a DELETE has no meaning (RFC 9110 §9.3.5), and many libraries and proxies drop it. */
    @PostMapping("/removals")
    ChangeResponse remove(HttpServletRequest request, Principal partner) {
        List<PersonRequest> named = limited(
                StrictJsonBody.OF_PARTNERS.read(request, PersonsRequest.class).quanHe());
        List<PersonalId> persons = new ArrayList<>();
        for (PersonRequest one : named) {
            persons.add(RequestedNumber.of(one.soDinhDanh(), one.soCMND(), LIST + "[" + persons.size() + "]."));
        }
        return new ChangeResponse(persons.size(), lists.remove(new PartnerId(partner.getName()), persons));
    }

    private static <T> List<T> limited(List<T> named) {
        if (named.size() > FollowLists.MAX_BATCH) {
            throw BusException.of(
                    ErrorCode.LIMIT_REACHED, LIST, "at most " + FollowLists.MAX_BATCH + " persons in one call");
        }
        return named;
    }

    private record RelationshipsRequest(List<RelationshipRequest> quanHe) {}

    private record RelationshipRequest(
            @Nullable String soDinhDanh,
            @Nullable String soCMND,
            @Nullable Instant hieuLucTu,
            @Nullable Instant hieuLucDen,
            @Nullable String maHoSo) {}

    private record PersonsRequest(List<PersonRequest> quanHe) {}

    private record PersonRequest(@Nullable String soDinhDanh, @Nullable String soCMND) {}

    /** How many persons were named, and for how many something changed. */
    private record ChangeResponse(@JsonProperty("tong") int named, @JsonProperty("thayDoi") int changed) {}
}
