package vn.dancu.bus.desk.inspection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.inspection.EventDetail;
import vn.dancu.bus.audit.inspection.EventSearch;
import vn.dancu.bus.audit.inspection.Inspection;
import vn.dancu.bus.audit.inspection.TrailEvent;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Role;

/** Searches the trail and shows single events. The method is POST, since the body may hold a person's number. */
@RestController
@RequestMapping("/api/v1/admin/audit")
class SearchController {

    private static final int DEFAULT_LIMIT = 100;

    private final Inspection inspection;

    SearchController(Inspection inspection) {
        this.inspection = inspection;
    }

    /** By anything but a person; operators need it to find out what happened. */
    @PostMapping("/search")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    Paging.Page<EventResponse> search(Actor by, HttpServletRequest request) {
        SearchRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, SearchRequest.class);
        return page(by, body.search(null, paging(body).oneMore()), paging(body));
    }

    @PostMapping("/persons/search")
    @Allowed(Role.INSPECTOR)
    Paging.Page<EventResponse> searchPerson(Actor by, HttpServletRequest request) {
        PersonSearchRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, PersonSearchRequest.class);
        PersonalId person = body.person();
        SearchRequest rest = body.rest();
        return page(by, rest.search(person, paging(rest).oneMore()), paging(rest));
    }

    @PostMapping("/look")
    @Allowed(Role.INSPECTOR)
    EventDetailResponse look(Actor by, HttpServletRequest request) {
        EventDetailRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, EventDetailRequest.class);
        EventDetail looked = inspection.look(by, body.event(), body.reason() == null ? "" : body.reason());
        return EventDetailResponse.of(looked);
    }

    private Paging.Page<EventResponse> page(Actor by, EventSearch search, Paging paging) {
        List<TrailEvent> found = inspection.search(by, search);
        Paging.Page<TrailEvent> page =
                paging.page(found, entry -> entry.cursor().toString());
        return new Paging.Page<>(page.items().stream().map(EventResponse::of).toList(), page.next());
    }

    private static Paging paging(SearchRequest body) {
        int limit = body.limit() == null ? DEFAULT_LIMIT : body.limit();
        return Paging.of(body.after(), Integer.toString(limit));
    }
}
