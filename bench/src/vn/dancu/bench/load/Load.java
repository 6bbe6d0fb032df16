package vn.dancu.bench.load;

import java.time.Duration;

/** Questions to one service, each answer checked. */
public interface Load {

    /** Loads the target for that long before anything counts. */
    void warmUp(Duration duration);

    /** Loads the target for that long, lets the last answers come in, and says what came. */
    Round run(Duration duration);

    /** How many questions it has asked since it was made. */
    long asked();
}
