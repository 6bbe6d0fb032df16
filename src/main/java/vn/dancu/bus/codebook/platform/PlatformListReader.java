package vn.dancu.bus.codebook.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogue.Property;
import vn.dancu.bus.codebook.CodebookSettings;
import vn.dancu.bus.codebook.PullFault;

/** Reads the three answers of {@code /dmdc}: which lists there are, the properties of one, its records. */
public final class PlatformListReader {

    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern PADDED = Pattern.compile("0*([0-9]+)");
    private static final String FROM = "HieuLucTu";
    private static final String TO = "HieuLucDen";

    /** What every list of ours has; another bus as the platform says them too. */
    private static final Set<String> OURS = Set.of("HeMa", FROM, TO);

    private static final int MAX_CODE = 64;
    private static final int MAX_NAME = 500;

    private final CodebookSettings settings;

    public PlatformListReader(CodebookSettings settings) {
        this.settings = settings;
    }

    /**
     * The names of the lists by their codes, from members {@code CategoryCode} and {@code CategoryName}.
     *
     * @throws PlatformException when the answer is not wholly right
     */
    public Map<String, String> lists(byte[] body) {
        Map<String, String> lists = new LinkedHashMap<>();
        for (Map<String, String> row : JsonRows.read(body)) {
            String code = row.getOrDefault("CategoryCode", "");
            if (!CodebookSettings.isListCode(code)) {
                throw new PlatformException(
                        PullFault.CODE_MISSING, "a CategoryCode of letters and digits in each record");
            }
            if (lists.put(code, row.getOrDefault("CategoryName", code)) != null) {
                throw new PlatformException(PullFault.CODE_DUPLICATED, "each CategoryCode once");
            }
        }
        if (lists.isEmpty()) {
            throw new PlatformException(PullFault.LIST_EMPTY, "at least one list");
        }
        if (lists.size() > CodebookSettings.MAX_LISTS) {
            throw new PlatformException(PullFault.TOO_LARGE, "at most " + CodebookSettings.MAX_LISTS + " lists");
        }
        return lists;
    }

    /**
     * One list, as it is valid on that day where the platform says from when until when ({@code HieuLucTu}, {@code HieuLucDen}).
     *
     * @throws PlatformException when one of the answers is not wholly right
     */
    public PlatformList list(String list, byte[] metadata, byte[] records, LocalDate day) {
        List<Property> properties = properties(metadata);
        String key = chosen(settings.keys().get(list), "Ma", properties, 0);
        String name = chosen(settings.names().get(list), "Ten", properties, 1);
        Map<String, PlatformList.PlatformCode> codes = new LinkedHashMap<>();
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (Map<String, String> row : JsonRows.read(records)) {
            if (!isValid(row, day)) {
                continue;
            }
            PlatformList.PlatformCode code = code(row, key, name, properties);
            if (seen.put(unpadded(code.code()), true) != null) {
                throw new PlatformException(PullFault.CODE_DUPLICATED, "each code once");
            }
            codes.put(code.code(), code);
        }
        if (codes.isEmpty()) {
            throw new PlatformException(PullFault.LIST_EMPTY, "at least one record");
        }
        return new PlatformList(
                properties.stream()
                        .filter(property -> isOther(property, key, name))
                        .toList(),
                codes);
    }

    /** Codes travel padded and unpadded ("01", "1") and are one. */
    public static String unpadded(String code) {
        var number = PADDED.matcher(code);
        return number.matches() ? String.valueOf(number.group(1)) : code;
    }

    private static List<Property> properties(byte[] metadata) {
        List<Property> properties = new ArrayList<>();
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (Map<String, String> row : JsonRows.read(metadata)) {
            String code = row.getOrDefault("PropertyCode", "");
            if (!PROPERTY.matcher(code).matches()) {
                throw new PlatformException(
                        PullFault.CODE_MISSING, "a PropertyCode of letters and digits in each record");
            }
            if (seen.put(code, true) != null) {
                throw new PlatformException(PullFault.CODE_DUPLICATED, "each PropertyCode once");
            }
            properties.add(new Property(
                    code, row.getOrDefault("PropertyName", code), row.getOrDefault("PropertyType", "string")));
        }
        return properties;
    }

    private static String chosen(@Nullable String set, String usual, List<Property> properties, int place) {
        String wanted = set == null ? usual : set;
        if (properties.stream().anyMatch(property -> property.code().equals(wanted))) {
            return wanted;
        }
        if (set == null && properties.size() > place) {
            return properties.get(place).code();
        }
        throw new PlatformException(
                PullFault.SHAPE_WRONG, "metadata with a property for the code and one for the name");
    }

    private static PlatformList.PlatformCode code(
            Map<String, String> row, String key, String name, List<Property> properties) {
        String code = row.getOrDefault(key, "");
        String called = row.getOrDefault(name, "");
        if (code.isEmpty() || code.length() > MAX_CODE || called.isEmpty() || called.length() > MAX_NAME) {
            throw new PlatformException(
                    PullFault.CODE_MISSING,
                    "a code of at most " + MAX_CODE + " and a name of at most " + MAX_NAME
                            + " characters in each record");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Property property : properties) {
            String value = row.get(property.code());
            if (value != null && isOther(property, key, name)) {
                values.put(property.code(), value);
            }
        }
        return new PlatformList.PlatformCode(code, called, day(row.get(FROM)), values);
    }

    private static boolean isOther(Property property, String key, String name) {
        return !property.code().equals(key) && !property.code().equals(name) && !OURS.contains(property.code());
    }

    private static boolean isValid(Map<String, String> row, LocalDate day) {
        LocalDate from = day(row.get(FROM));
        LocalDate to = day(row.get(TO));
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            // A code that has ended would count as one that has not.
            throw new PlatformException(PullFault.SHAPE_WRONG, FROM + " and " + TO + " as yyyy-mm-dd");
        }
    }
}
