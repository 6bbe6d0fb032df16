package vn.dancu.bus.gateway.me;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.relation.RelatedPersons;
import vn.dancu.bus.citizen.relation.Relation;

/** For whom the citizen may ask: children under age, and whom the citizen represents. */
@RestController
class RelationController {

    private final RelatedPersons related;

    RelationController(RelatedPersons related) {
        this.related = related;
    }

    @GetMapping("/api/v1/me/relations")
    RelationsResponse list(VerifiedCitizen citizen) {
        return new RelationsResponse(
                related.list(citizen).stream().map(RelationResponse::of).toList());
    }

    private record RelationsResponse(@JsonProperty("nguoiLienQuan") List<RelationResponse> relations) {}

    /**
     * A person.
     *
     * @param kind what the citizen is to the person
     * @param number by which the citizen asks for the person
     */
    private record RelationResponse(
            @JsonProperty("quanHe") String kind,
            @JsonProperty("soDinhDanh") String number,
            @JsonProperty("hoVaTen") String name) {

        static RelationResponse of(Relation relation) {
            return new RelationResponse(
                    relation.kind().word(),
                    relation.person().number().digits(),
                    relation.person().name());
        }
    }
}
