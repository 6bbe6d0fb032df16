package vn.dancu.bus.partner.connection.plan;

/** The plans of steps: the one of the file in force, and those that applications began with. */
public interface StepPlans {

    /** The plan with which new applications begin. */
    StepPlan current();

    /** @param version of a plan that was in force once, see {@link StepPlan#version()} */
    StepPlan of(String version);
}
