package vn.dancu.bus.sandbox.population;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.Address;

/**
 * The wards before and since 2025-07-01. Most codes exist in both lists, many for different wards, which is why a synthetic
 * person's older addresses have a district and the newer ones do not.
 */
public final class WardList {

    /** @param district null since 2025-07-01 */
    record Ward(String code, @Nullable String district, String province) {

        Address address(@Nullable String detail) {
            return new Address(province, district, code, detail, "VN");
        }
    }

    private final List<Ward> current;
    private final Map<String, Ward> former;

    private WardList(List<Ward> current, List<Ward> former) {
        this.current = current;
        this.former = former.stream().collect(Collectors.toUnmodifiableMap(Ward::code, Function.identity()));
    }

    public static WardList load() {
        return new WardList(
                read("wards_2025.csv", line -> new Ward(line[0], null, line[line.length - 1])),
                read("wards_pre2025.csv", line -> new Ward(line[0], line[2], line[3])));
    }

    Ward any(SplittableRandom random) {
        return current.get(random.nextInt(current.size()));
    }

    /** The ward that had the same code before 2025-07-01, if there was one. */
    Ward before(Ward ward) {
        return former.getOrDefault(ward.code(), ward);
    }

    private static List<Ward> read(String file, Function<String[], Ward> parsing) {
        try (InputStream bytes = WardList.class.getResourceAsStream("/catalogues/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("The class path has no catalogues/" + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return lines.lines()
                    .skip(1)
                    .map(line -> parsing.apply(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
