package vn.dancu.bus.desk.codebook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The catalogues of a platform, which say what a test wants. */
final class ScriptedPlatform implements AutoCloseable {

    private static final String METADATA =
            "[{\"PropertyCode\":\"Ma\",\"PropertyName\":\"Mã\",\"PropertyType\":\"string\"},"
                    + "{\"PropertyCode\":\"Ten\",\"PropertyName\":\"Tên\",\"PropertyType\":\"string\"},"
                    + "{\"PropertyCode\":\"GhiChu\",\"PropertyName\":\"Ghi chú\",\"PropertyType\":\"string\"}]";

    private final HttpServer server;
    private final Map<String, byte[]> lists = new ConcurrentHashMap<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile boolean gives = true;
    private volatile boolean forgets;

    ScriptedPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/token", this::token);
        server.createContext("/dmdc/", this::catalogue);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on the list has these codes and names, in turn. */
    void has(String list, String... codesAndNames) {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < codesAndNames.length; i += 2) {
            rows.append(i == 0 ? "" : ",")
                    .append("{\"Ma\":\"")
                    .append(codesAndNames[i])
                    .append("\",\"Ten\":\"")
                    .append(codesAndNames[i + 1])
                    .append("\"}");
        }
        says(list, rows.append(']').toString().getBytes(StandardCharsets.UTF_8));
    }

    void says(String list, byte[] body) {
        lists.put(list, body);
    }

    String said(String list) {
        return new String(lists.getOrDefault(list, new byte[0]), StandardCharsets.UTF_8);
    }

    /** Every catalogue is answered with that status from now on. */
    void answersWith(int other) {
        status = other;
    }

    /** Whether it gives tokens from now on. */
    void givesTokens(boolean tokensAreGiven) {
        gives = tokensAreGiven;
    }

    /** All tokens that it gave are good no more when the next list is asked for. */
    void forgetsTokensOnTheWay() {
        forgets = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange call) throws IOException {
        String proof = call.getRequestHeaders().getFirst("Authorization");
        // bus:khong-that
        if (!gives || !"Basic YnVzOmtob25nLXRoYXQ=".equals(proof)) {
            answer(call, 401, "{\"error\":\"invalid_client\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String token = "token-" + System.nanoTime();
        tokens.add(token);
        answer(
                call,
                200,
                ("{\"access_token\":\"" + token + "\",\"expires_in\":3600}").getBytes(StandardCharsets.UTF_8));
    }

    private void catalogue(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        String proof = call.getRequestHeaders().getFirst("Authorization");
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (forgets && path.startsWith("/dmdc/Metadata/")) {
            forgets = false;
            tokens.clear();
        }
        if (proof == null || !tokens.contains(proof.replace("Bearer ", ""))) {
            answer(call, 401, new byte[0]);
        } else if (status != 200) {
            answer(call, status, new byte[0]);
        } else if (path.equals("/dmdc/1.0/AllCategory")) {
            answer(call, 200, all());
        } else if (path.startsWith("/dmdc/Metadata/")) {
            answer(call, 200, METADATA.getBytes(StandardCharsets.UTF_8));
        } else {
            answer(call, 200, lists.getOrDefault(name, new byte[0]));
        }
    }

    private byte[] all() {
        return lists.keySet().stream()
                .map(code -> "{\"CategoryCode\":\"" + code + "\",\"CategoryName\":\"Danh mục " + code + "\"}")
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange call, int code, byte[] body) throws IOException {
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
        call.close();
    }
}
