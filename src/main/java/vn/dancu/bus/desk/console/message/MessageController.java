package vn.dancu.bus.desk.console.message;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.audit.inspection.EventDetail;
import vn.dancu.bus.audit.inspection.EventSearch;
import vn.dancu.bus.audit.inspection.Inspection;
import vn.dancu.bus.audit.inspection.TrailEvent;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.inspection.PersonSearchRequest;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partners;

/** Searches messages, and shows one: masked, or whole for a reason that is recorded. */
@Controller
class MessageController {

    private static final int PAGE = 50;
    private static final Duration LAST = Duration.ofHours(1);

    private final Inspection inspection;
    private final Partners partners;
    private final EventWords words;
    private final Clock clock;

    MessageController(Inspection inspection, Partners partners, EventWords words, Clock clock) {
        this.inspection = inspection;
        this.partners = partners;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/desk/messages")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String search(@ModelAttribute("query") MessageQuery query, Actor by, Model model) {
        form(model);
        model.addAttribute(
                "query", query.isEmpty() ? query.since(clock.instant().minus(LAST), clock.instant()) : query);
        if (query.isOfPerson() && !by.has(Role.INSPECTOR)) {
            throw BusException.of(ErrorCode.ROLE_MISSING, "role", Role.INSPECTOR.code());
        }
        if (!query.isEmpty()) {
            list(model, by, query.search(null, PAGE + 1));
            model.addAttribute("base", query.address());
        }
        return "desk/message/messages";
    }

    /** By the number of a person, which stays out of the address; the next page is asked for by the form again. */
    @PostMapping("/desk/messages/person")
    @Allowed(Role.INSPECTOR)
    String searchPerson(
            @ModelAttribute("query") MessageQuery query, @RequestParam("person") String person, Actor by, Model model) {
        PersonalId number = PersonSearchRequest.typed(person);
        form(model);
        model.addAttribute("query", query);
        list(model, by, query.search(number, PAGE + 1));
        model.addAttribute("ofPerson", true);
        return "desk/message/messages";
    }

    @GetMapping("/desk/messages/{event}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String look(@PathVariable("event") String event, Actor by, Model model) {
        show(model, summary(by, PathValues.id(event)));
        return "desk/message/message";
    }

    /** The whole record with the number of its person: an act of the trail keeps who looked, and why. */
    @PostMapping("/desk/messages/{event}")
    @Allowed(Role.INSPECTOR)
    String unmask(@PathVariable("event") String event, @RequestParam("reason") String reason, Actor by, Model model) {
        EventDetail detail = inspection.look(by, PathValues.id(event), reason);
        show(model, detail.summary());
        model.addAttribute("wholeEvent", words.indented(detail.event()));
        PersonalId person = detail.person();
        model.addAttribute("person", person == null ? "" : person.digits());
        return "desk/message/message";
    }

    private TrailEvent summary(Actor by, UUID event) {
        EventSearch one = new MessageQuery(event.toString(), null, null, null, null, null, null, null, null, null)
                .search(null, 1);
        return inspection.search(by, one).stream()
                .findFirst()
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "event", "the id of a record"));
    }

    private void show(Model model, TrailEvent event) {
        model.addAttribute("event", words.of(event));
    }

    private void form(Model model) {
        model.addAttribute("ofPerson", false);
        model.addAttribute("partners", partners.all());
        model.addAttribute("services", words.services());
    }

    private void list(Model model, Actor by, EventSearch search) {
        List<TrailEvent> found = inspection.search(by, search);
        Paging.Page<TrailEvent> page =
                new Paging(null, PAGE).page(found, entry -> entry.cursor().toString());
        model.addAttribute("events", page.items().stream().map(words::of).toList());
        model.addAttribute("next", page.next());
    }
}
