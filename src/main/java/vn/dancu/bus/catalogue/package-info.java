/**
 * Shared code lists (danh mục dùng chung), each code with its scheme and its validity.
 *
 * <p>Face: {@link vn.dancu.bus.catalogue.Catalogues}, the lists. The translation of codes is in package {@code crosswalk}. A bare
 * code is never compared across schemes, and a code of an administrative unit never without a date: ward codes were used anew on 2025-07-01.
 */
@NullMarked
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"kernel", "kernel :: name"})
package vn.dancu.bus.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
