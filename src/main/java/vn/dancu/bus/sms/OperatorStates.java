package vn.dancu.bus.sms;

import java.util.List;

/** How the operators are doing, for those who look after them. */
@FunctionalInterface
public interface OperatorStates {

    /** One for each operator of the settings, by its name. */
    List<OperatorState> list();
}
