package vn.dancu.bus.desk.console.overview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.home.PartStates;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.ledger.traffic.TrafficTag;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** The first page. */
@Controller
class OverviewController {

    private final TrafficReader traffic;
    private final AlarmReader alarms;
    private final TaskReader tasks;
    private final PartStates parts;
    private final Partners partners;
    private final MessageSource messages;

    OverviewController(
            TrafficReader traffic,
            AlarmReader alarms,
            TaskReader tasks,
            PartStates parts,
            Partners partners,
            MessageSource messages) {
        this.traffic = traffic;
        this.alarms = alarms;
        this.tasks = tasks;
        this.parts = parts;
        this.partners = partners;
        this.messages = messages;
    }

    @GetMapping("/desk")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    String overview(
            @RequestParam(name = "by", required = false) @Nullable String by,
            @RequestParam(name = "of", required = false) @Nullable String of,
            Actor actor,
            Locale language,
            Model model) {
        TrafficReader.View view = traffic.read(actor, by, of);
        model.addAttribute("traffic", view);
        Map<String, String> names = view.lines().stream()
                .map(TrafficReader.Line::value)
                .collect(Collectors.toMap(value -> value, value -> words(view.tag(), value, language)));
        model.addAttribute("words", names);
        List<String> drawn =
                view.drawn().stream().map(line -> names.get(line.value())).toList();
        model.addAttribute("counts", TrafficChart.counts(drawn, view.drawn(), view.from(), view.until(), language));
        model.addAttribute("times", TrafficChart.percentiles(view.timed(), view.from(), view.until(), language));
        model.addAttribute("alarms", alarms.of(actor));
        model.addAttribute("tasks", tasks.of(actor));
        model.addAttribute("parts", parts.now());
        model.addAttribute("charts", true);
        model.addAttribute("refreshes", true);
        return "desk/overview/overview";
    }

    /** Partners by their name, doors by a word; services have the names of the contract. */
    private String words(TrafficTag tag, String value, Locale language) {
        if (value.equals("none")) {
            return messages.getMessage("value.none", null, language);
        }
        if (tag == TrafficTag.PARTNER && PartnerId.isValid(value)) {
            return partners.find(new PartnerId(value)).map(Partner::name).orElse(value);
        }
        return Objects.requireNonNullElse(messages.getMessage(tag.code() + "." + value, null, value, language), value);
    }
}
