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
        Texts.require("name", name, Texts.NAME);
        Texts.require("position", position, Texts.NAME);
        Texts.require("duty", duty, Texts.NAME);
        Texts.require("phone", phone, Texts.PHONE);
        Texts.require("email", email, Texts.EMAIL);
    }
}
