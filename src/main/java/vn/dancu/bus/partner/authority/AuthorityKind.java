package vn.dancu.bus.partner.authority;

/**
 * What kind of body an authority is, from {@code connection/kinds.yaml}.
 *
 * @param id such as {@code province}
 * @param name its names
 */
public record AuthorityKind(String id, BilingualLabel name) {}
