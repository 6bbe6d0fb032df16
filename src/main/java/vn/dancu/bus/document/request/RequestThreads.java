package vn.dancu.bus.document.request;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads of the room.
 *
 * @param asking ask the questions of lists, for all documents of this instance
 * @param writing write long answers while others seal them
 * @param beats renew the leases of what is worked on
 */
record RequestThreads(ExecutorService asking, ExecutorService writing, ScheduledExecutorService beats)
        implements AutoCloseable {

    static RequestThreads start(int parallel) {
        ScheduledThreadPoolExecutor beats =
                new ScheduledThreadPoolExecutor(1, new CustomizableThreadFactory("dancu-document-lease-"));
        beats.setRemoveOnCancelPolicy(true);
        return new RequestThreads(
                Executors.newFixedThreadPool(parallel, new CustomizableThreadFactory("dancu-document-ask-")),
                Executors.newCachedThreadPool(new CustomizableThreadFactory("dancu-document-write-")),
                beats);
    }

    @Override
    public void close() {
        asking.shutdown();
        writing.shutdown();
        beats.shutdownNow();
    }
}
