package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.RunningNational;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/** Whether an answer through X-Road over REST is to the request that was sent: the other side hashes the bytes that came to its socket. */
class RestRequestHashTest {

    private static final String REQUEST_ID = "5f0f2f0e-2a4e-4d2b-9f0b-0a1b2c3d4e5f";

    /** PR-REST §4.3, and what RestMessage of X-Road 7 leaves out. */
    private static final Set<String> LEFT_OUT =
            Set.of("host", "connection", "user-agent", "content-length", "expect", "transfer-encoding");

    private static final String ANSWER = "{\"maYeuCau\":\"Q-1\",\"trangThai\":\"found\",\"thoiDiemDuLieu\":"
            + "\"2026-11-24T01:02:03Z\",\"soCongDan\":1,\"congDan\":[{\"soDinhDanh\":\"999080000001\"}]}";

    private ScriptedSide side;
    private RunningUpstream upstream;

    @BeforeEach
    void start() throws Exception {
        side = new ScriptedSide();
        upstream = new RunningUpstream(RunningUpstream.settings("xroad-rest", side.address()));
    }

    @AfterEach
    void stop() {
        upstream.close();
        side.close();
    }

    @Test
    void takesAnAnswerThatHasTheHashOfTheRequestAndOfTheIdThatItGotOnItsWay() {
        side.answers(request -> answer(hash(request, REQUEST_ID), REQUEST_ID));

        assertThat(ask()).isEqualTo("found");
        assertThat(side.requests()).singleElement().satisfies(request -> assertThat(request.sent())
                .as("letters that a security server leaves as they are")
                .contains("\r\nContent-Type: application/json\r\n", "\r\nX-Road-Client: ", "\r\nX-Road-UserId: "));
    }

    @Test
    void takesTheHashOfAServerThatGivesRequestsNoId() {
        side.answers(request -> answer(hash(request, null), null));

        assertThat(ask()).isEqualTo("found");
    }

    /** A provider that is asked without a security server makes none. */
    @Test
    void takesAnAnswerWithoutHash() {
        side.answers(request -> answer(null, null));

        assertThat(ask()).isEqualTo("found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "of another body",
                "of another head",
                "of another id",
                "none",
                "empty",
                "twice",
                "with what was sent"
            })
    void refusesAnAnswerToAnotherRequest(String which) {
        side.answers(request -> {
            String right = hash(request, REQUEST_ID);
            String hash =
                    switch (which) {
                        case "of another body" ->
                            hash(changed(request, request.sent(), request.body() + " "), REQUEST_ID);
                        case "of another head" ->
                            hash(
                                    changed(
                                            request,
                                            request.sent().replace("X-Road-Id: ", "X-Road-Id: 0"),
                                            request.body()),
                                    REQUEST_ID);
                        case "of another id" -> hash(request, REQUEST_ID.replace('5', '6'));
                        case "none" -> "bm9uZQ==";
                        case "empty" -> "";
                        case "twice" -> right + "\r\nX-Road-Request-Hash: " + right;
                        default -> hash(new byte[64], request.body()) + "\r\nDanCu-Sent-Head: " + text(new byte[64]);
                    };
            return answer(hash, REQUEST_ID);
        });

        assertThatExceptionOfType(BusException.class)
                .isThrownBy(this::ask)
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.UPSTREAM_ANSWER_INVALID))
                .havingCause()
                .isInstanceOfSatisfying(
                        BusException.class,
                        e -> assertThat(e.refusal()).extracting(Refusal::field).isEqualTo("X-Road-Request-Hash"));
        assertThat(side.requests()).as("it was asked, so it is not asked again").hasSize(1);
        assertThat(upstream.records).last().satisfies(last -> {
            assertThat(last.ended()).isNotNull();
            assertThat(last.ended().httpStatus()).isEqualTo(200);
            assertThat(last.ended().theirId()).isEqualTo(REQUEST_ID);
        });
    }

    /** The proxy between the two changes what the security server hashes. */
    @Test
    void takesAnyHashWhereAProxyStandsBeforeTheSecurityServer() throws Exception {
        side.answers(request -> answer("bm9uZQ==", REQUEST_ID));
        UpstreamSettings.Breaker breaker = new UpstreamSettings.Breaker(100, 1000, Duration.ofSeconds(10), 3);
        try (RunningUpstream behindProxy =
                new RunningUpstream(RunningUpstream.settings("xroad-rest", side.address(), 1, 64, breaker, false))) {
            assertThat(ask(behindProxy)).isEqualTo("found");
        }
    }

    /** Another hand wrote the mock's; its server sees no letters of names. */
    @Test
    void isTheHashOfTheMockToo() throws Exception {
        try (RunningNational national = RunningNational.start(400);
                RunningUpstream asking =
                        new RunningUpstream(RunningUpstream.settings("xroad-rest", national.address("")))) {
            assertThat(asking.ask(UpstreamWireTest.QUESTION, UpstreamWireTest.RELEASED)
                            .answer()
                            .status()
                            .code())
                    .isEqualTo("not_found");
        }
    }

    private String ask() {
        return ask(upstream);
    }

    private static String ask(RunningUpstream upstream) {
        return upstream.ask(UpstreamWireTest.QUESTION, UpstreamWireTest.RELEASED)
                .answer()
                .status()
                .code();
    }

    private static ScriptedSide.Request changed(ScriptedSide.Request request, String sent, String body) {
        return new ScriptedSide.Request(request.line(), request.head(), sent, body);
    }

    private static byte[] answer(@Nullable String hash, @Nullable String requestId) {
        return ScriptedSide.http(
                "200 OK",
                "Content-Type: application/json\r\nConnection: close\r\n"
                        + (hash == null ? "" : "X-Road-Request-Hash: " + hash + "\r\n")
                        + (requestId == null ? "" : "X-Road-Request-Id: " + requestId + "\r\n"),
                ANSWER);
    }

    private static String hash(ScriptedSide.Request request, @Nullable String requestId) {
        return hash(headHash(request, requestId), request.body());
    }

    private static String hash(byte[] headHash, String body) {
        MessageDigest digest = sha512();
        digest.update(headHash);
        return text(digest.digest(sha512().digest(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static byte[] headHash(ScriptedSide.Request request, @Nullable String requestId) {
        List<String> lines = request.sent().strip().lines().toList();
        String[] first = lines.get(0).split(" ", -1);
        String head = first[0] + "\r\n" + first[1] + "\r\n"
                + lines.stream()
                        .skip(1)
                        .map(line -> line.split(": *", 2))
                        .filter(line -> !LEFT_OUT.contains(line[0].toLowerCase(Locale.ROOT)))
                        .map(line -> line[0] + ":" + line[1] + "\r\n")
                        .collect(Collectors.joining())
                + (requestId == null ? "" : "x-road-request-id:" + requestId + "\r\n");
        return sha512().digest(head.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
