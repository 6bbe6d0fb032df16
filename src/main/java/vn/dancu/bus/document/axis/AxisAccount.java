package vn.dancu.bus.document.axis;

import java.time.Duration;

/**
 * One account at an axis.
 *
 * @param name as the settings have it
 * @param agency the code under which documents are sent from this account
 * @param pollPause between two looks for what waits
 */
public record AxisAccount(String name, String agency, Duration pollPause, AxisTransport transport) {}
