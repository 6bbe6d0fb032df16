package vn.dancu.bus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.DeliveryRoom;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ScriptedDestination;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.Sha256;

/** A channel that asks for receipts ends with them alone, and the bus signs its own. */
class ReceiptsIT {

    private static final byte[] KEY = "the key of the destination, 32 bytes".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_KEY = "another key that nobody should trust".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final ShiftedClock clock = new ShiftedClock();
    private final ScriptedDestination destination = new ScriptedDestination();
    private DeliveryRoom room;

    @BeforeEach
    void open() {
        room = new DeliveryRoom(
                MigratedDatabase.fresh(),
                folder,
                new InMemoryPartners(),
                clock,
                Map.of(
                        "channels.test.receipt-within", "10m",
                        "plans.standard.attempts", "3",
                        "receipt-keys.h41", Base64.getEncoder().encodeToString(KEY)));
        room.get(ChannelSenders.class).connect(DeliveryRoom.CHANNEL, destination);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void deliversWithTheReceiptThatComesWithTheAnswer() {
        destination.answers(attempt -> receipt(KEY, attempt.id(), attempt.sha256()));
        UUID id = room.put("h41", "one");

        await().untilAsserted(() -> assertThat(delivery(id).state().name()).isEqualTo(DeliveryState.Name.DELIVERED));
        assertThat(delivery(id).receipt()).isEqualTo(receipt(KEY, id, Sha256.hex("one")));
    }

    @Test
    void deliversWithTheReceiptThatComesLater() {
        UUID id = room.put("h41", "one");
        await().untilAsserted(
                        () -> assertThat(delivery(id).state().name()).isEqualTo(DeliveryState.Name.AWAITING_RECEIPT));
        Receipts receipts = room.get(Receipts.class);

        assertThatThrownBy(() -> receipts.accept("h41", receipt(OTHER_KEY, id, Sha256.hex("one"))))
                .hasMessage("credentials_wrong");
        assertThatThrownBy(() -> receipts.accept("h41", receipt(KEY, id, Sha256.hex("other"))))
                .hasMessage("field_invalid");
        assertThatThrownBy(() -> receipts.accept("h41", receipt(KEY, UUID.randomUUID(), Sha256.hex("one"))))
                .hasMessage("resource_unknown");
        assertThatThrownBy(() -> receipts.accept("h41", "no receipt")).hasMessage("field_invalid");
        assertThat(delivery(id).state().name()).isEqualTo(DeliveryState.Name.AWAITING_RECEIPT);

        receipts.accept("h41", receipt(KEY, id, Sha256.hex("one")));
        receipts.accept("h41", receipt(KEY, id, Sha256.hex("one")));

        assertThat(delivery(id).state().name()).isEqualTo(DeliveryState.Name.DELIVERED);
        assertThat(destination.attempts()).hasSize(1);
    }

    @Test
    void sendsAgainWithoutAReceiptAndGivesUpAtLast() {
        UUID id = room.put("h41", "one");
        for (int attempt = 1; attempt <= 3; attempt++) {
            int number = attempt;
            await().untilAsserted(() -> assertThat(delivery(id)).satisfies(one -> {
                assertThat(one.attempts()).isEqualTo(number);
                assertThat(one.state().name()).isEqualTo(DeliveryState.Name.AWAITING_RECEIPT);
            }));
            clock.shift(Duration.ofMinutes(11L * number));
        }

        await().untilAsserted(() -> assertThat(delivery(id).state())
                .isInstanceOfSatisfying(DeliveryState.Dead.class, dead -> assertThat(dead.cause())
                        .isEqualTo("receipt_missing")));
        assertThat(destination.attempts()).hasSize(3);
    }

    @Test
    void takesNoReceiptOfSomebodyElse() {
        destination.answers(attempt -> receipt(OTHER_KEY, attempt.id(), attempt.sha256()));
        UUID id = room.put("h41", "one");

        await().untilAsserted(() -> assertThat(delivery(id).state())
                .isInstanceOfSatisfying(DeliveryState.Dead.class, dead -> assertThat(dead.cause())
                        .isEqualTo("receipt_wrong")));
    }

    @Test
    void signsWhatTheBusHasReceived() throws Exception {
        String receipt = room.get(Receipts.class).sign("h41", "their id", Sha256.hex("one"));

        SignedJWT token = SignedJWT.parse(receipt);
        assertThat(token.verify(new MACVerifier(KEY))).isTrue();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("their id");
        assertThat(token.getJWTClaimsSet().getStringClaim("sha256")).isEqualTo(Sha256.hex("one"));
        assertThatThrownBy(() -> room.get(Receipts.class).sign("unknown", "their id", Sha256.hex("one")))
                .hasMessage("credentials_missing");
    }

    private Delivery delivery(UUID id) {
        return room.get(Deliveries.class).find(id).orElseThrow();
    }

    private static String receipt(byte[] key, UUID id, String sha256) {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer("h41")
                        .subject(id.toString())
                        .claim("sha256", sha256)
                        .build());
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
