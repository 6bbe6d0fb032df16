package vn.dancu.bus.document.request;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads of the room.
 *
 * @param asking ask the questions of lists, for all documents of this instance
 * @param writing write long answers while others seal them
 */
record RequestThreads(ExecutorService asking, ExecutorService writing) implements AutoCloseable {

    static RequestThreads start(int parallel) {
        return new RequestThreads(
                Executors.newFixedThreadPool(parallel, new CustomizableThreadFactory("dancu-document-ask-")),
                Executors.newCachedThreadPool(new CustomizableThreadFactory("dancu-document-write-")));
    }

    @Override
    public void close() {
        asking.shutdown();
        writing.shutdown();
    }
}
