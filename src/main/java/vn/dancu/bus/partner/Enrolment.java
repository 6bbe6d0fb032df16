package vn.dancu.bus.partner;

/**
 * A partner as it is to stand, with its secret.
 *
 * @param partner the partner
 * @param secret in clear; sealed before it is stored
 */
public record Enrolment(Partner partner, String secret) {

    public Enrolment {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The secret of a partner takes at least one character");
        }
    }

    @Override
    public String toString() {
        return "Enrolment[" + partner.id() + ", secret masked]";
    }
}
