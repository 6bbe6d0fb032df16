/**
 * Consent of persons to the use of their data by organisations that need it (Luật Căn cước 2023 Điều 10 khoản 5, NĐ 58/2026 Điều 9
 * khoản 5): asked by the organisation, given, refused and withdrawn by the person alone.
 *
 * <p>Faces: {@link vn.dancu.bus.consent.ConsentRequests} for organisations, {@link vn.dancu.bus.consent.Consents} for the person,
 * {@link vn.dancu.bus.consent.ConsentCheck} for the access decision, {@link vn.dancu.bus.consent.ConsentOverview} for operators. What
 * a consent can be asked for is said by the policy over {@link vn.dancu.bus.consent.ConsentTerms}. The room never asks the register, so
 * that no answer of it shows whether somebody exists; a person is kept as a keyed hash and a sealed number.
 */
@NullMarked
@ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {"kernel", "batch", "partner", "partner :: notice", "audit"})
package vn.dancu.bus.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
