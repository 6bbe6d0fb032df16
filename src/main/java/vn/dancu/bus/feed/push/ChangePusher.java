package vn.dancu.bus.feed.push;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.feed.ChangeCursor;
import vn.dancu.bus.feed.ChangeFeed;
import vn.dancu.bus.feed.ChangePage;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;

/** Puts page after page into the outbox, each in one transaction with the cursor: none is lost, none is put twice. */
final class ChangePusher {

    private static final Logger LOGGER = LoggerFactory.getLogger(ChangePusher.class);
    private static final int PAGE = 100;

    private final Map<PartnerId, String> followers;
    private final Partners partners;
    private final ChangeFeed feed;
    private final JdbcPushes pushes;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    /** @param followers the channel of the outbox by which each gets its pages */
    ChangePusher(
            Map<PartnerId, String> followers,
            Partners partners,
            ChangeFeed feed,
            JdbcPushes pushes,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.followers = Map.copyOf(followers);
        this.partners = partners;
        this.feed = feed;
        this.pushes = pushes;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    void run() {
        followers.forEach((follower, channel) -> {
            try {
                push(follower, channel);
            } catch (BusException e) {
                LOGGER.atWarn()
                        .addKeyValue(LogKeys.PARTNER, follower)
                        .addKeyValue(LogKeys.ERROR_CODE, e.refusal().code().code())
                        .log("Changes cannot be pushed, it is tried again");
            }
        });
    }

    /** A partner that may ask nothing hears nothing, and misses nothing either. */
    private void push(PartnerId follower, String channel) {
        if (partners.find(follower).isEmpty() || partners.objectionTo(follower).isPresent()) {
            return;
        }
        pushes.begin(follower);
        while (Boolean.TRUE.equals(transaction.execute(status -> isPagePut(follower, channel)))) {
            // until there is no further page
        }
    }

    private boolean isPagePut(PartnerId follower, String channel) {
        Optional<JdbcPushes.Push> taken = pushes.take(follower);
        if (taken.isEmpty()) {
            return false;
        }
        JdbcPushes.Push push = taken.get();
        ChangePage page = feed.after(follower, push.next(), PAGE);
        if (page.events().isEmpty()) {
            pushes.move(follower, new JdbcPushes.Push(page.next(), push.told()));
        } else {
            outbox.put(message(channel, follower, push.told(), page));
            pushes.move(follower, new JdbcPushes.Push(page.next(), page.next()));
        }
        return page.hasMore();
    }

    private static OutboundMessage message(String channel, PartnerId follower, ChangeCursor after, ChangePage page) {
        return new OutboundMessage(
                channel,
                follower.value(),
                follower,
                follower.value() + "/" + after.text(),
                follower.value(),
                Map.of(),
                "application/json",
                MessageContent.of(PushedPage.json(after, page)),
                null);
    }
}
