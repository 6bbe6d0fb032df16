package vn.dancu.bus.message.xml;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/** Keeps things that are costly to make and may serve one thread at a time. One that failed is not given back. */
final class Pool<T> {

    private final ArrayBlockingQueue<T> idle;
    private final Supplier<T> maker;

    Pool(int size, Supplier<T> maker) {
        this.idle = new ArrayBlockingQueue<>(size);
        this.maker = maker;
    }

    T take() {
        T thing = idle.poll();
        return thing != null ? thing : maker.get();
    }

    void giveBack(T thing) {
        idle.offer(thing);
    }
}
