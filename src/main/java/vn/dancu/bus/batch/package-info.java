/**
 * Work of many questions that the database does in one statement.
 *
 * <p>{@link vn.dancu.bus.batch.BatchConsumer} gathers it without letting a lone question wait;
 * {@link vn.dancu.bus.batch.QuestionsInFlight} says how many questions there are; {@link vn.dancu.bus.batch.StepLoop} does work that
 * nobody waits for. It knows neither what the work is nor who does it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Batch",
        allowedDependencies = {})
package vn.dancu.bus.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
