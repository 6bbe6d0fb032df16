package vn.dancu.bus.partner.contact;

/**
 * A contact officer (cán bộ đầu mối), with what is published of the office.
 *
 * @param name of the person
 * @param position in the body
 * @param duty what the officer answers for
 * @param phone of the office
 * @param email of the office
 */
public record ContactOfficer(String name, String position, String duty, String phone, String email) {

    public ContactOfficer {
        PublicTextRules.require("name", name, PublicTextRules.NAME);
        PublicTextRules.require("position", position, PublicTextRules.NAME);
        PublicTextRules.require("duty", duty, PublicTextRules.NAME);
        PublicTextRules.require("phone", phone, PublicTextRules.PHONE);
        PublicTextRules.require("email", email, PublicTextRules.EMAIL);
    }
}
