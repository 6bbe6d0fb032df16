package vn.dancu.bus.sms.smpp;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jsmpp.session.connection.ConnectionFactory;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.sms.SegmentedText;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SmscConnections;
import vn.dancu.bus.sms.alphabet.TextSegmenter;
import vn.dancu.bus.sms.outbound.Submissions;

/** The links to all operators of the settings. */
final class SmscLinks implements SmscConnections {

    private final SmsSettings settings;
    private final Function<SmsSettings.Operator, ConnectionFactory> sockets;
    private final SubmitMetrics metrics;
    private final Clock clock;
    private final Map<String, PartSubmitter> submitters = new TreeMap<>();
    private volatile Map<String, SmscLink> links = Map.of();

    SmscLinks(
            SmsSettings settings,
            Function<SmsSettings.Operator, ConnectionFactory> sockets,
            Submissions submissions,
            SubmitMetrics metrics,
            Clock clock) {
        this.settings = settings;
        this.sockets = sockets;
        this.metrics = metrics;
        this.clock = clock;
        settings.operators().forEach((name, operator) -> {
            submitters.put(name, new PartSubmitter(name, operator, submissions, metrics, clock));
            metrics.watch(name, () -> isBound(name));
        });
    }

    @Override
    public synchronized Connection connect(Receiver receiver) {
        if (!links.isEmpty()) {
            throw new IllegalStateException("The messages of operators have a receiver already");
        }
        Map<String, SmscLink> started = new TreeMap<>();
        settings.operators()
                .forEach((name, operator) -> started.put(
                        name, new SmscLink(name, operator, () -> sockets.apply(operator), receiver, clock)));
        links = started;
        return this::close;
    }

    private synchronized void close() {
        Map<String, SmscLink> ended = links;
        links = Map.of();
        ended.values().parallelStream().forEach(SmscLink::close);
    }

    @Override
    public SegmentedText segments(String name, String text) throws SendFailure {
        SmsSettings.Operator operator = settings.operators().get(name);
        if (operator == null) {
            throw new SendFailure("smsc_unknown", true, null);
        }
        SegmentedText segmented = TextSegmenter.segment(text, operator.alphabet(), operator.maxParts());
        if (segmented.cut()) {
            metrics.cut(name);
        }
        return segmented;
    }

    @Override
    public void submit(TextToSubmit text) throws SendFailure {
        SmscLink link = links.get(text.operator());
        PartSubmitter submitter = submitters.get(text.operator());
        if (submitter == null) {
            throw new SendFailure("smsc_unknown", true, null);
        }
        if (link == null) {
            throw SubmitFailures.notBound();
        }
        submitter.submit(link, text);
    }

    @Override
    public List<State> states() {
        Map<String, SmscLink> now = links;
        return submitters.keySet().stream()
                .map(name ->
                        now.containsKey(name) ? now.get(name).state() : new State(name, false, null, "route_stopped"))
                .toList();
    }

    private boolean isBound(String name) {
        SmscLink link = links.get(name);
        return link != null && link.isBound();
    }
}
