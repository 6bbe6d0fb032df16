package vn.dancu.bus.desk.console.overview;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** The first page. */
@Controller
class OverviewController {

    private static final Set<String> TAGS = Set.of("door", "partner", "service");
    private static final Duration SUMMED = Duration.ofMinutes(5);

    private final TrafficHistory traffic;
    private final AlarmReader alarms;
    private final TaskReader tasks;
    private final PartStates parts;
    private final Partners partners;
    private final MessageSource messages;

    OverviewController(
            TrafficHistory traffic,
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
            Actor actor,
            Locale language,
            Model model) {
        String tag = by != null && TAGS.contains(by) ? by : "door";
        model.addAttribute("by", tag);
        TrafficHistory.Chart chart = traffic.chart(tag);
        model.addAttribute("chart", chart);
        model.addAttribute(
                "names",
                chart.names().stream().map(name -> words(tag, name, language)).toList());
        model.addAttribute("summary", TrafficSummary.of(traffic.outcomes(SUMMED)));
        model.addAttribute("alarms", alarms.of(actor));
        model.addAttribute("tasks", tasks.of(actor));
        model.addAttribute("parts", parts.now());
        model.addAttribute("charts", true);
        model.addAttribute("refreshes", true);
        return "desk/overview/overview";
    }

    /** Partners by their name, doors by a word; services have the names of the contract. */
    private String words(String tag, String value, Locale language) {
        if (value.equals("none")) {
            return messages.getMessage("value.none", null, language);
        }
        if (tag.equals("partner") && PartnerId.isValid(value)) {
            return partners.find(new PartnerId(value)).map(Partner::name).orElse(value);
        }
        return Objects.requireNonNullElse(messages.getMessage(tag + "." + value, null, value, language), value);
    }
}
