package vn.dancu.bus.dialect.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.dancu.bus.dialect.CredentialRecipe;
import vn.dancu.bus.dialect.CredentialRecipe.BasicDigest;
import vn.dancu.bus.dialect.CredentialRecipe.LgspToken;
import vn.dancu.bus.dialect.CredentialRecipe.TokenCall;
import vn.dancu.bus.dialect.Template;

/** Reads how a call proves who makes it. */
final class RecipeReader {

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~-]{0,199}");
    private static final Pattern GRANT = Pattern.compile("[a-z_]{1,64}");
    private static final Pattern VALUE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    /** The recipes that there are, by their names in a pack. */
    private enum Kind {
        NONE,
        BASIC_DIGEST,
        BEARER_CLIENT_CREDENTIALS,
        BEARER_PASSWORD,
        LGSP_TOKEN,
        HMAC_HEADERS
    }

    private RecipeReader() {}

    static CredentialRecipe read(PackNode node) {
        PackMap keys = node.keys();
        return switch (keys.required("kind").word(Kind.class)) {
            case NONE -> none(keys);
            case BASIC_DIGEST -> basicDigest(keys.only("kind", "digest"));
            case BEARER_CLIENT_CREDENTIALS -> clientCredentials(keys.only("kind", "tokenPath", "grant"));
            case BEARER_PASSWORD -> password(keys.only("kind", "tokenPath", "tokenBody", "tokenFields"));
            case LGSP_TOKEN ->
                lgspToken(keys.only("kind", "header", "properties", "sent", "tokenPath", "tokenBody", "tokenFields"));
            case HMAC_HEADERS ->
                hmacHeaders(
                        keys.only("kind", "prefix", "version", "signed", "namesHeader", "textHeader", "hashHeader"));
        };
    }

    /** Also the stand-in for a kind that there is not, whose other keys nobody can judge. */
    private static CredentialRecipe none(PackMap keys) {
        if (keys.optional("kind").filter(kind -> kind.isText("none")).isPresent()) {
            keys.only("kind");
        }
        return new CredentialRecipe.None();
    }

    private static CredentialRecipe basicDigest(PackMap keys) {
        PackNode digest = keys.required("digest");
        List<BasicDigest.Part> parts = new ArrayList<>();
        for (PackNode item : digest.items()) {
            BasicDigest.Part part = item.word(BasicDigest.Part.values(), BasicDigest.Part::word);
            if (!parts.contains(part)) {
                parts.add(part);
            } else if (item.isText(part.word())) {
                item.broken("stands twice");
            }
        }
        if (!parts.contains(BasicDigest.Part.SECRET_KEY)) {
            digest.broken("must have secretKey: without it the digest proves nothing");
            return BasicDigest.POPULATION;
        }
        return new BasicDigest(parts);
    }

    private static CredentialRecipe clientCredentials(PackMap keys) {
        String grant = keys.required("grant").text(GRANT, "is the name of a grant, such as client_credentials");
        return new CredentialRecipe.Bearer(new TokenCall(
                tokenPath(keys.required("tokenPath")),
                false,
                Map.of("grant_type", Template.of(grant)),
                Map.of("Authorization", Template.of("Basic {base64(consumerKey:consumerSecret)}"))));
    }

    private static CredentialRecipe password(PackMap keys) {
        keys.required("tokenFields");
        return new CredentialRecipe.Bearer(tokenCall(keys, keys.required("tokenPath")));
    }

    private static CredentialRecipe lgspToken(PackMap keys) {
        String header = TemplateReader.headerName(keys.required("header"));
        LgspToken.Sent sent = keys.required("sent").word(LgspToken.Sent.class);
        PackNode list = keys.required("properties");
        List<String> properties = new ArrayList<>();
        for (PackNode item : list.items()) {
            String name = item.text(VALUE_NAME, "is the name of an account value: letters and digits");
            if (properties.contains(name)) {
                item.broken("stands twice");
            }
            properties.add(name);
        }
        if (properties.isEmpty()) {
            list.broken("must have at least one name");
        }
        Optional<PackNode> tokenPath = keys.optional("tokenPath");
        boolean asked = keys.optional("tokenBody").isPresent()
                || keys.optional("tokenFields").isPresent();
        if (tokenPath.isEmpty() && (asked || sent != LgspToken.Sent.QUESTION)) {
            keys.required("tokenPath");
        }
        return new LgspToken(
                header,
                properties,
                sent,
                tokenPath.map(path -> tokenCall(keys, path)).orElse(null));
    }

    private static CredentialRecipe hmacHeaders(PackMap keys) {
        Map<String, Template> signed = new LinkedHashMap<>();
        PackNode list = keys.required("signed");
        list.keys().forEach((name, place, value) -> {
            if (!TemplateReader.HEADER.matcher(name).matches()) {
                place.broken(TemplateReader.HEADER_RULE);
            }
            if (name.equalsIgnoreCase("version")) {
                place.broken("is made from version");
            }
            signed.put(name, TemplateReader.headerValue(value));
        });
        if (signed.isEmpty()) {
            list.broken("must have at least one header");
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(signed.keySet());
        names.add("version");
        return new CredentialRecipe.HmacHeaders(
                TemplateReader.headerName(keys.required("prefix")),
                keys.required("version").text(VERSION, "is letters, digits and ._-"),
                signed,
                another(keys.required("namesHeader"), names),
                another(keys.required("textHeader"), names),
                another(keys.required("hashHeader"), names));
    }

    private static String another(PackNode node, Set<String> names) {
        String name = TemplateReader.headerName(node);
        if (!name.isEmpty() && !names.add(name)) {
            node.broken("is the name of another of these headers");
        }
        return name;
    }

    private static TokenCall tokenCall(PackMap keys, PackNode path) {
        boolean json = keys.optional("tokenBody")
                .map(body -> body.word(TokenBody.class) == TokenBody.JSON)
                .orElse(false);
        return new TokenCall(tokenPath(path), json, TemplateReader.fields(keys.optional("tokenFields")), Map.of());
    }

    /** How the fields of a token call are sent. */
    private enum TokenBody {
        FORM,
        JSON
    }

    private static String tokenPath(PackNode node) {
        return node.text(PATH, "is an absolute path of letters, digits and /._~-");
    }
}
