package vn.dancu.bus.catalogue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the catalogues.
 *
 * @param wardMergers the official list of which former wards went into which current ones, comma-separated text with the
 *     columns {@code old_code} and {@code new_code}; without it a former ward has only candidates
 */
@ConfigurationProperties("dancu.catalogue")
public record CatalogueSettings(@Nullable Path wardMergers) {}
