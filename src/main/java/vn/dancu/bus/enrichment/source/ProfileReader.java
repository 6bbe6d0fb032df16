package vn.dancu.bus.enrichment.source;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.SourceColumn;
import vn.dancu.bus.enrichment.file.DateForm;
import vn.dancu.bus.enrichment.file.FileFormat;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.kernel.YamlPlace;

/** Reads the forms of file of a source. */
final class ProfileReader {

    private static final Set<String> KEYS =
            Set.of("name", "format", "encoding", "delimiter", "headerLine", "order", "record", "dates");
    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');
    private static final int MOST_LINES = 1000;

    private final List<SourceColumn> columns;

    ProfileReader(List<SourceColumn> columns) {
        this.columns = columns;
    }

    List<FileProfile> read(YamlPlace list) {
        List<FileProfile> profiles = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlPlace place : list.items()) {
            Map<String, YamlPlace> keys = place.keys(KEYS);
            YamlPlace name = place.required(keys, "name");
            if (!name.text().matches("[a-z][a-z0-9-]{1,39}")) {
                throw name.broken("must be 2 to 40 of [a-z0-9-], first a letter");
            }
            if (!names.add(name.text())) {
                throw name.broken("stands twice");
            }
            profiles.add(profile(place, keys, name.text()));
        }
        if (profiles.isEmpty()) {
            throw list.broken("must have a form of file");
        }
        return profiles;
    }

    private FileProfile profile(YamlPlace place, Map<String, YamlPlace> keys, String name) {
        FileFormat format = SourceFileReader.one(place.required(keys, "format"), FileFormat.values(), FileFormat::code);
        allow(keys, "encoding", format != FileFormat.XLSX, format);
        allow(keys, "delimiter", format == FileFormat.CSV, format);
        boolean hasHeader = format == FileFormat.CSV || format == FileFormat.XLSX;
        allow(keys, "headerLine", hasHeader, format);
        allow(keys, "order", hasHeader, format);
        allow(keys, "record", format == FileFormat.XML, format);
        return new FileProfile(
                name,
                format,
                encoding(keys.get("encoding")),
                new FileProfile.Layout(
                        delimiter(keys.get("delimiter")),
                        headerLine(keys.get("headerLine")),
                        order(keys.get("order")),
                        format == FileFormat.XML
                                ? place.required(keys, "record").text()
                                : null),
                dates(place.required(keys, "dates")),
                columns);
    }

    private static void allow(Map<String, YamlPlace> keys, String key, boolean allowed, FileFormat format) {
        if (!allowed && keys.containsKey(key)) {
            throw keys.get(key).broken("is nothing that " + format.code() + " has");
        }
    }

    private static @Nullable TextEncoding encoding(@Nullable YamlPlace place) {
        return place == null ? null : SourceFileReader.one(place, TextEncoding.values(), TextEncoding::code);
    }

    private static char delimiter(@Nullable YamlPlace place) {
        if (place == null) {
            return ',';
        }
        Character delimiter = DELIMITERS.get(place.text());
        if (delimiter == null) {
            throw place.broken("must be one of "
                    + String.join(", ", DELIMITERS.keySet().stream().sorted().toList()));
        }
        return delimiter;
    }

    private static int headerLine(@Nullable YamlPlace place) {
        if (place == null) {
            return 1;
        }
        if (place.number() < 1 || place.number() > MOST_LINES) {
            throw place.broken("must be from 1 to " + MOST_LINES);
        }
        return (int) place.number();
    }

    /** A name that is no column's stands for a column of the file that is not read. */
    private List<String> order(@Nullable YamlPlace list) {
        if (list == null) {
            return List.of();
        }
        List<String> order = list.items().stream().map(YamlPlace::text).toList();
        for (SourceColumn column : columns) {
            if (column.required() && !order.contains(column.name())) {
                throw list.broken("must have " + column.name());
            }
        }
        return order;
    }

    private static Set<DateForm> dates(YamlPlace list) {
        Set<DateForm> dates = EnumSet.noneOf(DateForm.class);
        list.items().forEach(item -> dates.add(SourceFileReader.one(item, DateForm.values(), DateForm::code)));
        if (dates.isEmpty()) {
            throw list.broken("must have a form of dates");
        }
        return dates;
    }
}
