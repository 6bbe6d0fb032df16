package vn.dancu.bus.partner.suspension;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlPlace;

/** Reads the grounds; whatever is malformed or contradicts itself is refused with file, line and rule. */
final class GroundsReader {

    private static final Set<String> SUSPENSION_KEYS = Set.of(
            "code",
            "name",
            "clause",
            "scope",
            "noticeWorkingDays",
            "recovery",
            "notice",
            "noticeWithinDays",
            "returnCondition",
            "confirmWithinHours",
            "resumePersons");
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final int MAX_DAYS = 60;
    private static final int MAX_HOURS = 24 * 7;

    Grounds read(String file, String text) {
        YamlPlace root = YamlPlace.of(file, text);
        Map<String, YamlPlace> keys = root.keys(Set.of("suspension", "termination"));
        List<SuspensionGround> suspension = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlPlace place : filled(root.required(keys, "suspension"))) {
            suspension.add(suspension(place, seen));
        }
        List<TerminationGround> termination = new ArrayList<>();
        for (YamlPlace place : filled(root.required(keys, "termination"))) {
            Map<String, YamlPlace> its = place.keys(Set.of("code", "name", "clause"));
            YamlPlace name = place.required(its, "name");
            termination.add(new TerminationGround(
                    code(place.required(its, "code"), seen),
                    name(name, "vi"),
                    name(name, "en"),
                    place.required(its, "clause").text()));
        }
        return new Grounds(suspension, termination);
    }

    private static SuspensionGround suspension(YamlPlace place, Set<String> seen) {
        Map<String, YamlPlace> its = place.keys(SUSPENSION_KEYS);
        YamlPlace name = place.required(its, "name");
        boolean forAll = isFirst(place.required(its, "scope"), "all", "named");
        YamlPlace notice = place.required(its, "notice");
        boolean announced = isFirst(notice, "public", "partner");
        if (announced != forAll) {
            throw notice.broken("must be public where the scope is all, and partner where it is named");
        }
        int ahead = days(place.required(its, "noticeWorkingDays"));
        YamlPlace recovery = place.required(its, "recovery");
        boolean recoveryStated = isFirst(recovery, "required", "optional");
        if (ahead > 0 && !recoveryStated) {
            throw recovery.broken("must be required where the suspension is announced ahead");
        }
        return new SuspensionGround(
                code(place.required(its, "code"), seen),
                name(name, "vi"),
                name(name, "en"),
                place.required(its, "clause").text(),
                forAll,
                ahead,
                recoveryStated,
                announced,
                days(place.required(its, "noticeWithinDays")),
                isFirst(place.required(its, "returnCondition"), "required", "optional"),
                confirmWithinHours(its.get("confirmWithinHours"), forAll, ahead),
                twoPersons(place.required(its, "resumePersons"), forAll));
    }

    private static List<YamlPlace> filled(YamlPlace place) {
        List<YamlPlace> items = place.items();
        if (items.isEmpty()) {
            throw place.broken("must have a ground");
        }
        return items;
    }

    private static String code(YamlPlace place, Set<String> seen) {
        String code = place.text();
        if (!CODE.matcher(code).matches()) {
            throw place.broken("must be lower-case words with hyphens between them");
        }
        if (!seen.add(code)) {
            throw place.broken("is the code of another ground of this file already");
        }
        return code;
    }

    private static String name(YamlPlace place, String language) {
        return place.required(place.keys(Set.of("vi", "en")), language).text();
    }

    private static boolean isFirst(YamlPlace place, String first, String second) {
        String text = place.text();
        if (!text.equals(first) && !text.equals(second)) {
            throw place.broken("must be " + first + " or " + second);
        }
        return text.equals(first);
    }

    private static int days(YamlPlace place) {
        long days = place.number();
        if (days > MAX_DAYS) {
            throw place.broken("must be at most " + MAX_DAYS);
        }
        return (int) days;
    }

    private static int confirmWithinHours(@Nullable YamlPlace place, boolean forAll, int ahead) {
        if (place == null) {
            return 0;
        }
        long hours = place.number();
        if (hours < 1 || hours > MAX_HOURS) {
            throw place.broken("must be 1 to " + MAX_HOURS);
        }
        if (forAll || ahead > 0) {
            throw place.broken("must be absent where the scope is all or the suspension is announced ahead");
        }
        return (int) hours;
    }

    private static boolean twoPersons(YamlPlace place, boolean forAll) {
        long persons = place.number();
        if (persons != 1 && persons != 2) {
            throw place.broken("must be 1 or 2");
        }
        if (persons == 2 && forAll) {
            throw place.broken("must be 1 where the scope is all: everybody waits");
        }
        return persons == 2;
    }
}
