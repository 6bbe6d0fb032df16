package vn.dancu.bus.partner.contact;

import java.time.LocalDate;

/**
 * What a service that shares data is.
 *
 * @param code of the service
 * @param name Vietnamese
 * @param description what it gives, for whom
 * @param readyOn the day on which the description was ready
 */
public record ServiceDescription(String code, String name, String description, LocalDate readyOn) {

    public ServiceDescription {
        PublicTextRules.require("code", code, PublicTextRules.CODE);
        PublicTextRules.require("name", name, PublicTextRules.NAME);
        PublicTextRules.require("description", description, PublicTextRules.DESCRIPTION);
    }

    /**
     * A description that stands in the register.
     *
     * @param service the description
     * @param publishedOn the day on which it came into the register as it is
     * @param publishBy the last day on which it had to: one working day after it was ready (NĐ 47/2020/NĐ-CP Điều 25, now
     *     replaced by NĐ 278/2025/NĐ-CP)
     */
    public record Published(ServiceDescription service, LocalDate publishedOn, LocalDate publishBy) {

        public boolean late() {
            return publishedOn.isAfter(publishBy);
        }
    }
}
