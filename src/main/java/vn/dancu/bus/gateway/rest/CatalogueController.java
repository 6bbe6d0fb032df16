package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.catalogue.Catalogue;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.kernel.time.TimeBounds;

/**
 * The shared catalogues in the shapes of the national platform's API guide ({@code PropertyCode}, {@code PropertyName},
 * {@code PropertyType}); the shape of the list of lists is ours, in the same manner. Who has an answer already asks with its {@code ETag}.
 */
@RestController
@RequestMapping("/dmdc")
class CatalogueController {

    private final Catalogues catalogues;
    private final JsonMapper mapper = JsonMapper.builder().build();

    CatalogueController(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @GetMapping({"/AllCategory", "/1.0/AllCategory"})
    ResponseEntity<byte[]> all() {
        return json(catalogues.all().stream().map(CategoryRow::of).toList());
    }

    @GetMapping("/Metadata/{code}")
    ResponseEntity<byte[]> metadata(@PathVariable("code") String code) {
        Catalogue catalogue = catalogues.find(code).orElseThrow(CatalogueController::unknown);
        return json(catalogue.properties().stream().map(PropertyRow::of).toList());
    }

    @GetMapping("/Category/{code}")
    ResponseEntity<byte[]> records(
            @PathVariable("code") String code, @RequestParam(name = "ngay", required = false) @Nullable String day) {
        return json(catalogues.records(code, day == null ? null : date(day)).orElseThrow(CatalogueController::unknown));
    }

    private ResponseEntity<byte[]> json(List<?> rows) {
        try {
            byte[] body = mapper.writeValueAsBytes(rows);
            return ResponseEntity.ok()
                    .contentType(JsonAnswer.JSON)
                    .eTag("\"" + Sha256.hex(body) + "\"")
                    .body(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows of text can be written", e);
        }
    }

    private static LocalDate date(String day) {
        try {
            LocalDate date = LocalDate.parse(day);
            if (TimeBounds.contain(date)) {
                return date;
            }
        } catch (DateTimeException e) {
            // the same rule
        }
        throw BusException.of(ErrorCode.FIELD_INVALID, "ngay", "a date as yyyy-MM-dd, " + TimeBounds.RULE);
    }

    private static BusException unknown() {
        return new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
    }

    private record CategoryRow(
            @JsonProperty("CategoryCode") String code,
            @JsonProperty("CategoryName") String name,
            @JsonProperty("CategoryNameEn") String nameEn,
            @JsonProperty("Schemes") List<String> schemes,
            @JsonProperty("Count") int count,
            @JsonProperty("Available") boolean available) {

        static CategoryRow of(Catalogue catalogue) {
            return new CategoryRow(
                    catalogue.code(),
                    catalogue.name(),
                    catalogue.nameEn(),
                    catalogue.schemes(),
                    catalogue.count(),
                    catalogue.available());
        }
    }

    private record PropertyRow(
            @JsonProperty("PropertyCode") String code,
            @JsonProperty("PropertyName") String name,
            @JsonProperty("PropertyType") String type) {

        static PropertyRow of(Catalogue.Property property) {
            return new PropertyRow(property.code(), property.name(), property.type());
        }
    }
}
