package vn.dancu.bus.partner.authority;

/**
 * What kind of body an authority is, from {@code connection/kinds.yaml}.
 *
 * @param id such as {@code province}
 * @param name its names
 * @param needsConsent whether the law lets such a body use data of a person with that person's consent alone
 */
public record AuthorityKind(String id, BilingualLabel name, boolean needsConsent) {}
