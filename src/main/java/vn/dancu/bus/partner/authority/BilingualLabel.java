package vn.dancu.bus.partner.authority;

/** What people read: Vietnamese first, English second. */
public record BilingualLabel(String vi, String en) {}
