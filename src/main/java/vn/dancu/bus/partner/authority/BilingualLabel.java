package vn.dancu.bus.partner.authority;

/** A text shown to people, in Vietnamese and English. */
public record BilingualLabel(String vi, String en) {}
