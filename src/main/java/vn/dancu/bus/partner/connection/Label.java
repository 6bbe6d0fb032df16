package vn.dancu.bus.partner.connection;

/** What people read: Vietnamese first, English second. */
public record Label(String vi, String en) {}
