package vn.dancu.bus.citizen;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For whom else a citizen may ask.
 *
 * @param childrenBelowAge children, as the register records them, are asked for while they are younger, in years; Bộ luật Dân sự
 *     2015, Điều 21: who has not reached 18 is a minor. 0 for no children. Persons whom the citizen represents are asked for at any age
 */
@ConfigurationProperties("dancu.citizen.relation")
public record RelationSettings(@DefaultValue("18") int childrenBelowAge) {

    private static final int OF_AGE = 18;

    public RelationSettings {
        if (childrenBelowAge < 0 || childrenBelowAge > OF_AGE) {
            throw new IllegalArgumentException("dancu.citizen.relation.children-below-age must be 0 to " + OF_AGE);
        }
    }
}
