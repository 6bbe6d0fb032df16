package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
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
    private static final Set<String> PERSON = Set.of("soDinhDanh", "soCMND");
    private static final Set<String> RELATIONSHIP = Set.of("soDinhDanh", "soCMND", "hieuLucTu", "hieuLucDen", "maHoSo");

    private final FollowLists lists;

    RelationshipController(FollowLists lists) {
        this.lists = lists;
    }

    @PutMapping
    Changed put(HttpServletRequest request, Principal partner) {
        List<FollowLists.Relationship> those = each(
                request,
                RELATIONSHIP,
                it -> new FollowLists.Relationship(
                        person(it), it.time("hieuLucTu"), it.time("hieuLucDen"), it.text("maHoSo")));
        return new Changed(those.size(), lists.put(new PartnerId(partner.getName()), those));
    }

    @DeleteMapping
    Changed remove(HttpServletRequest request, Principal partner) {
        List<PersonalId> persons = each(request, PERSON, RelationshipController::person);
        return new Changed(persons.size(), lists.remove(new PartnerId(partner.getName()), persons));
    }

    private static <T> List<T> each(
            HttpServletRequest request, Set<String> properties, Function<StrictJsonBody, T> read) {
        StrictJsonBody body = StrictJsonBody.of(request, Set.of(LIST));
        JsonNode list = body.list(LIST);
        if (list.size() > FollowLists.BATCH) {
            throw BusException.of(
                    ErrorCode.LIMIT_REACHED, LIST, "at most " + FollowLists.BATCH + " persons in one call");
        }
        List<T> those = new ArrayList<>();
        for (JsonNode item : list) {
            those.add(read.apply(body.item(item, LIST + "[" + those.size() + "]", properties)));
        }
        return those;
    }

    private static PersonalId person(StrictJsonBody item) {
        String number = item.text("soDinhDanh");
        String cmnd = item.text("soCMND");
        if ((number == null) == (cmnd == null)) {
            throw item.missing("soDinhDanh", "one of soDinhDanh and soCMND");
        }
        PersonalId.Kind kind = number != null ? PersonalId.Kind.SO_DINH_DANH : PersonalId.Kind.SO_CMND;
        String digits = number != null ? number : String.valueOf(cmnd);
        if (!PersonalId.isDigits(digits, kind.length())) {
            throw item.invalid(number != null ? "soDinhDanh" : "soCMND", "exactly " + kind.length() + " digits");
        }
        return new PersonalId(kind, digits);
    }

    /** How many persons were named, and for how many something changed. */
    private record Changed(@JsonProperty("tong") int named, @JsonProperty("thayDoi") int changed) {}
}
