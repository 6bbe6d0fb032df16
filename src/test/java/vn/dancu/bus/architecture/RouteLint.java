package vn.dancu.bus.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file in {@code routes/} may say. A route file is code (it could call any static method), so the vocabulary is a
 * positive list: what is not named here is refused.
 */
final class RouteLint {

    private static final int MAX_LINES = 60;
    private static final int MAX_STEPS = 12;
    private static final int MAX_DEPTH = 3;

    private static final Set<String> ROOTS = Set.of("route", "routeTemplate", "templatedRoute", "routeConfiguration");
    private static final Set<String> STEPS = Set.of(
            "bean",
            "to",
            "unmarshal",
            "marshal",
            "choice",
            "filter",
            "split",
            "aggregate",
            "wireTap",
            "multicast",
            "idempotentConsumer",
            "setProperty",
            "setHeader",
            "removeHeaders");
    private static final Pattern FROM = Pattern.compile("(jms:(queue|topic)|kafka|direct):[a-z0-9.{}-]+");
    private static final Pattern TO = Pattern.compile("\\{\\{[a-z0-9.-]+}}|direct:[a-z0-9-]+");
    private static final Pattern INQUIRY = Pattern.compile("inquiry:(ask|refuse)");
    private static final Pattern DATA_FORMAT = Pattern.compile("[a-z][a-z-]*");
    private static final Pattern SIMPLE = Pattern.compile(
            "\\$\\{(header|exchangeProperty)\\.[A-Za-z][A-Za-z0-9]*} (==|!=|in|contains) [A-Za-z0-9_',. -]+");
    private static final Pattern CONSTANT = Pattern.compile("[A-Za-z0-9_. -]*|\\{\\{[a-z0-9.-]+}}");
    private static final Pattern CODE_OR_PLACE = Pattern.compile(
            "(?i)bean:|type:|sysenv|\\$\\{env|\\$\\{body|://|password|passcode|secret|[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+|localhost");

    private final Path file;
    private final Set<String> beans;
    private final List<String> findings = new ArrayList<>();
    private int steps;

    private RouteLint(Path file, Set<String> beans) {
        this.file = file;
        this.beans = beans;
    }

    /**
     * What is wrong with the file, each with its repair; empty when nothing is.
     *
     * @param beans what a route may call, as {@code bean.method}
     */
    static List<String> check(Path file, Set<String> beans) throws IOException {
        RouteLint lint = new RouteLint(file, beans);
        lint.file();
        return lint.findings;
    }

    private void file() throws IOException {
        JsonNode document = YAMLMapper.builder().build().readTree(file.toFile());
        if (Files.readAllLines(file).size() > MAX_LINES) {
            find("is longer than " + MAX_LINES + " lines; move thinking into a bean");
        }
        if (document.size() != 1 || document.path(0).size() != 1) {
            find("holds one route, template or configuration, as a list of one; split the file");
            return;
        }
        Map.Entry<String, JsonNode> root =
                document.path(0).properties().iterator().next();
        if (!ROOTS.contains(root.getKey())) {
            find("starts with " + root.getKey() + "; allowed are " + ROOTS);
            return;
        }
        root(root.getKey(), root.getValue());
        texts(document);
        if (steps > MAX_STEPS) {
            find("has more than " + MAX_STEPS + " steps; move thinking into a bean");
        }
    }

    private void root(String kind, JsonNode root) {
        String id = root.path(kind.equals("templatedRoute") ? "routeId" : "id").asText();
        require(file.getFileName().toString().equals(id + ".camel.yaml"), "the file's name is its id and .camel.yaml");
        boolean inPartners = file.toString().contains("partners/");
        require(inPartners == kind.equals("templatedRoute"), "partners/ holds templatedRoute, and nothing else does");
        if (inPartners) {
            partner(root, id);
            return;
        }
        require(root.path("description").asText().length() >= 20, "describe what it is for (description)");
        JsonNode route = kind.equals("routeTemplate") ? root.path("route") : root;
        if (kind.equals("routeConfiguration")) {
            route.path("onException")
                    .forEach(one -> steps(one.path("onException").path("steps"), 1));
            require(root.path("onException").size() > 0, "a configuration says what happens on an exception");
        } else {
            require(route.hasNonNull("routeConfigurationId"), "name the error handling (routeConfigurationId)");
            from(route.path("from"));
        }
        if (kind.equals("routeTemplate")) {
            require(!root.has("beans") && !root.has("templateBean"), "a template makes no beans");
            root.path("parameters")
                    .forEach(one -> require(one.hasNonNull("description"), "describe parameter " + one.path("name")));
        }
    }

    private void partner(JsonNode root, String id) {
        String partner =
                file.getParent() == null ? "" : file.getParent().getFileName().toString();
        require(names(root).equals(Set.of("routeTemplateRef", "routeId", "parameters")), "only parameters, no logic");
        require(id.endsWith("-" + partner), "the id ends with the partner's id, which is the folder's name");
        boolean same = false;
        for (JsonNode parameter : root.path("parameters")) {
            require(names(parameter).equals(Set.of("name", "value")), "a parameter has name and value");
            same |= parameter.path("name").asText().equals("partner")
                    && parameter.path("value").asText().equals(partner);
        }
        require(same, "parameter partner is the folder's name: a hub speaks for itself only");
    }

    private void from(JsonNode from) {
        require(
                from.isObject() && FROM.matcher(from.path("uri").asText()).matches(),
                "from is {uri, parameters, steps}, " + "on jms, kafka or direct, with no option in the uri");
        require(from.path("steps").size() > 0, "a route has steps");
        steps(from.path("steps"), 1);
    }

    private void steps(JsonNode list, int depth) {
        require(depth <= MAX_DEPTH, "is nested too deep; let a bean decide and set an outcome");
        for (JsonNode step : list) {
            steps++;
            require(step.isObject() && step.size() == 1, "a step is one verb with its options (canonical form)");
            step.properties().forEach(verb -> step(verb.getKey(), verb.getValue(), depth));
        }
    }

    private void step(String verb, JsonNode options, int depth) {
        require(STEPS.contains(verb), "step " + verb + " is not allowed; allowed are " + STEPS);
        require(options.isObject(), "write the options of " + verb + " out (canonical form)");
        switch (verb) {
            case "bean" -> bean(options);
            case "to", "wireTap" -> target(verb, options);
            case "marshal", "unmarshal" ->
                require(
                        names(options).equals(Set.of("custom"))
                                && names(options.path("custom")).equals(Set.of("ref"))
                                && DATA_FORMAT
                                        .matcher(options.path("custom")
                                                .path("ref")
                                                .asText())
                                        .matches(),
                        verb + " names a data format: custom: ref: <family>, <family>-xml or <family>-json");
            default -> expression(options);
        }
        steps(options.path("steps"), depth + 1);
        steps(options.path("otherwise").path("steps"), depth + 1);
        options.path("when").forEach(when -> {
            expression(when);
            steps(when.path("steps"), depth + 1);
        });
    }

    private void target(String verb, JsonNode options) {
        String uri = options.path("uri").asText();
        boolean asks =
                INQUIRY.matcher(uri).matches() && Set.of("throwFaults").containsAll(names(options.path("parameters")));
        require(
                asks || TO.matcher(uri).matches() && names(options).equals(Set.of("uri")),
                verb + " goes to a channel {{dancu.channel.…}}, to inquiry:ask, inquiry:refuse or direct:<route id>");
    }

    private void bean(JsonNode options) {
        String call =
                options.path("ref").asText() + "." + options.path("method").asText();
        require(names(options).equals(Set.of("ref", "method")), "a bean is called by ref and method alone");
        require(beans.contains(call), call + " is not offered to routes; offered are " + beans);
    }

    private void expression(JsonNode options) {
        require(!options.has("simple") && !options.has("constant"), "write expression: out (canonical form)");
        options.path("expression").properties().forEach(language -> {
            String text = language.getValue().path("expression").asText();
            switch (language.getKey()) {
                case "simple" ->
                    require(SIMPLE.matcher(text).matches(), "simple compares one header or property with a constant");
                case "constant" -> require(CONSTANT.matcher(text).matches(), "a constant is a plain word");
                default -> find("language " + language.getKey() + " is not allowed; use simple or constant");
            }
        });
    }

    /** No text anywhere may reach code, a secret, a body or a place. */
    private void texts(JsonNode node) {
        if (node.isTextual()) {
            require(!CODE_OR_PLACE.matcher(node.asText()).find(), "a text names code, a secret, a body or a host");
        }
        node.forEach(this::texts);
        require(!node.has("beanType") && !node.has("script") && !node.has("groovy"), "a route runs no code");
    }

    private static Set<String> names(JsonNode node) {
        return Set.copyOf(node.properties().stream().map(Map.Entry::getKey).toList());
    }

    private void require(boolean holds, String repair) {
        if (!holds) {
            find(repair);
        }
    }

    private void find(String repair) {
        findings.add(file + ": " + repair);
    }
}
