package vn.dancu.bus.desk.console.hub;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.hub.MappedField;
import vn.dancu.bus.hub.MappingChange;
import vn.dancu.bus.hub.MappingEntry;
import vn.dancu.bus.hub.MappingFlaw;
import vn.dancu.bus.hub.MappingVersion;
import vn.dancu.bus.hub.Mappings;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** The mapping of one partner: its lines, changes one by one and as a file, and its history. */
@Controller
class MappingPageController {

    private static final int PAGE = 50;
    private static final int VERSIONS = 30;
    private static final String HERE = "/desk/hub/mappings/";

    private final Mappings mappings;
    private final Partners partners;

    MappingPageController(Mappings mappings, Partners partners) {
        this.mappings = mappings;
        this.partners = partners;
    }

    @GetMapping(HERE + "{partner}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    String show(
            @PathVariable("partner") String partner,
            @RequestParam(name = "version", required = false) @Nullable String version,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Actor actor,
            Model model) {
        fill(known(partner), version, after, actor, model);
        return "desk/hub/mapping";
    }

    /** A line without a national code ends. */
    @PostMapping(HERE + "{partner}/changes")
    @ChangesConfiguration
    @Allowed(Role.OPERATOR)
    String change(
            @PathVariable("partner") String partner,
            @RequestParam("base") String base,
            @RequestParam("field") String wire,
            @RequestParam("local") String local,
            @RequestParam(name = "national", required = false) @Nullable String national,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        MappedField field = MappedField.byWire(wire)
                .orElseThrow(() -> BusException.of(ErrorCode.FIELD_INVALID, "field", "MaCanBo, MaDVC or MaDonVi"));
        String there = national == null ? "" : national.strip();
        boolean ends = there.isEmpty();
        MappingEntry entry = new MappingEntry(field, local.strip(), there);
        mappings.change(
                by,
                PathValues.partner(partner),
                new MappingChange(
                        HubPageController.number("base", base),
                        reason,
                        ends ? List.of() : List.of(entry),
                        ends ? List.of(entry.key()) : List.of()));
        return FormOutcome.done(next, "hub.done-changed", HERE + partner);
    }

    /** What is wrong in the file is shown at once, with the file to mend. */
    @PostMapping(HERE + "{partner}/file")
    @ChangesConfiguration
    @Allowed(Role.OPERATOR)
    String replace(
            @PathVariable("partner") String partner,
            @RequestParam("base") String base,
            @RequestParam("csv") String csv,
            @RequestParam("reason") String reason,
            Actor by,
            Model model,
            RedirectAttributes next) {
        List<MappingFlaw> flaws = mappings.check(csv);
        if (!flaws.isEmpty()) {
            fill(known(partner), null, null, by, model);
            model.addAttribute("flaws", flaws);
            model.addAttribute("csv", csv);
            return "desk/hub/mapping";
        }
        mappings.replace(by, PathValues.partner(partner), HubPageController.number("base", base), reason, csv);
        return FormOutcome.done(next, "hub.done-replaced", HERE + partner);
    }

    @GetMapping(HERE + "{partner}/file")
    @Allowed(Role.OPERATOR)
    void file(@PathVariable("partner") String partner, Actor by, HttpServletResponse response) throws IOException {
        PartnerId id = PathValues.partner(partner);
        byte[] text = mappings.file(by, id).getBytes(StandardCharsets.UTF_8);
        FileDownload.send(
                response, "dancu-mapping-" + id + ".csv", "text/csv;charset=UTF-8", out -> out.write(text), () -> {});
    }

    private void fill(Partner partner, @Nullable String version, @Nullable String after, Actor actor, Model model) {
        PartnerId id = partner.id();
        List<MappingVersion> history = mappings.history(id, Long.MAX_VALUE, VERSIONS);
        Optional<MappingVersion> shown = version == null
                ? history.stream().findFirst()
                : Optional.of(mappings.find(id, PathValues.number(version))
                        .orElseThrow(
                                () -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "version", "one that there is")));
        int from = (int) Math.min(PathValues.numberAfter(after, 0), Mappings.MAX_ENTRIES);
        List<MappingEntry> entries = shown.map(it -> mappings.entries(id, it.number(), from, PAGE + 1))
                .orElse(List.of());
        Paging.Page<MappingEntry> page = new Paging(null, PAGE).page(entries, last -> Integer.toString(from + PAGE));
        long newest = history.isEmpty() ? 0 : history.get(0).number();
        model.addAttribute("partner", partner);
        model.addAttribute(
                "entries", page.items().stream().map(MappingEntry::masked).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("pages", HERE + id + "?" + (version == null ? "" : "version=" + version + "&"));
        model.addAttribute("shown", shown.orElse(null));
        model.addAttribute("newest", newest);
        model.addAttribute("history", history);
        model.addAttribute("fields", MappedField.values());
        model.addAttribute("flaws", List.of());
        model.addAttribute("csv", "");
        model.addAttribute(
                "mayChange",
                actor.has(Role.OPERATOR)
                        && shown.map(it -> it.number() == newest).orElse(true));
    }

    private Partner known(String partner) {
        return partners.find(PathValues.partner(partner))
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner"));
    }
}
