package vn.dancu.bus.delivery.lane;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.MessageSender;

/** Starts the lanes of the channels that have a sender here, when this instance puts a message and at every look. */
final class LaneScheduler implements ChannelSenders, LaneSignal, SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(LaneScheduler.class);

    private final LaneParts parts;
    private final ExecutorService threads;
    private final Map<String, ConnectedChannel> channels = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    LaneScheduler(LaneParts parts, ExecutorService threads) {
        this.parts = parts;
        this.threads = threads;
    }

    /** A channel that has a sender, and its lanes. */
    private record ConnectedChannel(MessageSender sender, Map<String, Lane> lanes) {}

    @Override
    public Connection connect(String channel, MessageSender sender) {
        ConnectedChannel connected = new ConnectedChannel(sender, new ConcurrentHashMap<>());
        if (channels.putIfAbsent(channel, connected) != null) {
            throw new IllegalStateException("Channel " + channel + " has a sender already");
        }
        return () -> disconnect(channel, connected);
    }

    @Override
    public void wake(String channel, String destination) {
        lane(new LaneKey(channel, destination), true);
    }

    private void lane(LaneKey key, boolean isNew) {
        ConnectedChannel connected = channels.get(key.channel());
        if (connected == null || !running) {
            return;
        }
        Lane lane =
                connected.lanes().computeIfAbsent(key.destination(), name -> new Lane(key, parts, connected.sender()));
        if (isNew) {
            lane.wake();
        } else {
            lane.look();
        }
    }

    private void disconnect(String channel, ConnectedChannel connected) {
        channels.remove(channel, connected);
        List<Lane> lanes = List.copyOf(connected.lanes().values());
        lanes.forEach(Lane::stop);
        try {
            for (Lane lane : lanes) {
                lane.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread started = new Thread(this::lookWhileRunning, "dancu-delivery");
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        running = false;
        Thread started = thread;
        if (started != null) {
            started.interrupt();
        }
        channels.forEach(this::disconnect);
        threads.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void lookWhileRunning() {
        Duration poll = parts.settings().poll();
        boolean failed = false;
        long renewed = System.nanoTime();
        while (running) {
            try {
                TimeUnit.MILLISECONDS.sleep(failed ? Math.max(1000, poll.toMillis()) : poll.toMillis());
                if (System.nanoTime() - renewed > parts.settings().lease().toNanos() / 3) {
                    renew(parts.lanes().renew());
                    renewed = System.nanoTime();
                }
                parts.lanes().open().forEach(key -> lane(key, false));
                failed = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!failed && running) {
                    LOGGER.atWarn().setCause(e).log("The outbox cannot be read; messages wait");
                }
                failed = true;
            }
        }
    }

    private void renew(Set<LaneKey> held) {
        channels.forEach((channel, connected) -> connected.lanes().forEach((destination, lane) -> {
            if (!held.contains(new LaneKey(channel, destination))) {
                lane.lose();
            }
        }));
    }
}
