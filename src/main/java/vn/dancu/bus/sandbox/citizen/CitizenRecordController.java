package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.sandbox.signin.MockSignIn;

/** What is recorded of the citizen, of the household, and of a child or a represented person. */
@Controller
@Profile("sandbox")
@RequestMapping(MockSignIn.PORTAL_PAGE)
class CitizenRecordController {

    private static final String RELATED = "related";

    private final CitizenBusClient bus;
    private final CitizenPages pages;
    private final PortalCodeNames codes;

    CitizenRecordController(CitizenBusClient bus, CitizenPages pages, PortalCodeNames codes) {
        this.bus = bus;
        this.pages = pages;
        this.codes = codes;
    }

    @GetMapping("/record")
    String record(@AuthenticationPrincipal CitizenSession citizen, HttpServletRequest request, Model model) {
        return person("record", bus.get(citizen, "record"), citizen, request, model);
    }

    @GetMapping("/household")
    String household(@AuthenticationPrincipal CitizenSession citizen, HttpServletRequest request, Model model) {
        BusAnswer answer = bus.get(citizen, "household");
        if (!answer.isGood()) {
            return pages.refused(answer, "household", citizen, request, model);
        }
        RecordRows rows = new RecordRows(pages.texts(request), codes);
        JsonNode household = answer.json().path("hoGiaDinh");
        List<String> members = new ArrayList<>();
        household.path("thanhVien").forEach(member -> members.add(rows.person(member)));
        model.addAttribute("rows", rows.of(household));
        model.addAttribute("members", members);
        return pages.show("household", citizen, request, model);
    }

    /** A child or a represented person, in words. */
    record RelatedLine(String kind, String name, String number) {}

    @GetMapping("/related")
    String related(@AuthenticationPrincipal CitizenSession citizen, HttpServletRequest request, Model model) {
        BusAnswer answer = bus.get(citizen, "relations");
        if (!answer.isGood()) {
            return pages.refused(answer, RELATED, citizen, request, model);
        }
        CitizenTexts texts = pages.texts(request);
        List<RelatedLine> persons = new ArrayList<>();
        answer.json()
                .path("nguoiLienQuan")
                .forEach(person -> persons.add(new RelatedLine(
                        texts.of("relation." + person.path("quanHe").asText()),
                        person.path("hoVaTen").asText(),
                        person.path("soDinhDanh").asText())));
        model.addAttribute("persons", persons);
        return pages.show(RELATED, citizen, request, model);
    }

    /** The number of the other person stands in the body, here as at the bus. */
    @PostMapping("/related")
    String relatedRecord(
            @AuthenticationPrincipal CitizenSession citizen,
            @RequestParam(name = "number", defaultValue = "") String number,
            HttpServletRequest request,
            Model model) {
        BusAnswer answer = bus.post(citizen, "related-persons/record", Map.of("soDinhDanh", number));
        model.addAttribute("number", number);
        return person(RELATED, answer, citizen, request, model);
    }

    /** The notice of another person's record. */
    @PostMapping("/related/extract")
    @Nullable
    String relatedExtract(
            @AuthenticationPrincipal CitizenSession citizen,
            @RequestParam(name = "number", defaultValue = "") String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        BusAnswer answer = bus.post(citizen, "related-persons/extract", Map.of("soDinhDanh", number));
        return answer.isGood() ? pages.file(answer, response) : pages.refused(answer, RELATED, citizen, request, model);
    }

    /** The notice of the record as a signed PDF. */
    @PostMapping("/extract")
    @Nullable
    String extract(
            @AuthenticationPrincipal CitizenSession citizen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        BusAnswer answer = bus.post(citizen, "extract", null);
        return answer.isGood()
                ? pages.file(answer, response)
                : pages.refused(answer, "record", citizen, request, model);
    }

    private String person(
            String page, BusAnswer answer, CitizenSession citizen, HttpServletRequest request, Model model) {
        if (!answer.isGood()) {
            return pages.refused(answer, page, citizen, request, model);
        }
        JsonNode person = answer.json().path("congDan").path(0);
        model.addAttribute("rows", new RecordRows(pages.texts(request), codes).of(person));
        return pages.show(page, citizen, request, model);
    }
}
