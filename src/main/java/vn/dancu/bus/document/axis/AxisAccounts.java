package vn.dancu.bus.document.axis;

import java.util.Optional;
import java.util.Set;

/** The accounts that this bus has at document axes, by the names of the settings ({@code dancu.document.axis.accounts}). */
public interface AxisAccounts {

    /** The name that routes mean when they give none. */
    String MAIN = "main";

    Set<String> names();

    /** Empty where the settings have no account of that name. */
    Optional<AxisAccount> find(String name);
}
