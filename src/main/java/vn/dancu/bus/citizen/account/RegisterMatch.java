package vn.dancu.bus.citizen.account;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.AccountSettings.Claims;
import vn.dancu.bus.citizen.AccountSettings.Issuer;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.name.NameNormalizer;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

/** Compares an account with the register, as all names and dates are compared. */
final class RegisterMatch {

    private static final String OFFICE = "công an cấp xã nơi cư trú (the police of the commune of residence)";

    private final PopulationRegister register;

    RegisterMatch(PopulationRegister register) {
        this.register = register;
    }

    /** @throws BusException {@code citizen_not_matched}, naming the claims that do not agree and where that is mended */
    VerifiedCitizen citizen(AccountClaims account, Issuer issuer) {
        RegisteredPerson person = register.findPerson(account.number()).orElse(null);
        List<String> other = differences(account, person, issuer.claims());
        if (person == null || !other.isEmpty()) {
            throw BusException.of(ErrorCode.CITIZEN_NOT_MATCHED, String.join(", ", other), rule(issuer));
        }
        return new VerifiedCitizen(person.current(), person.name(), person.birthDate(), account.proof());
    }

    private static List<String> differences(AccountClaims account, @Nullable RegisteredPerson person, Claims names) {
        if (person == null || person.state() == CitizenStatus.DECEASED) {
            return List.of(names.number());
        }
        List<String> other = new ArrayList<>();
        if (!NameNormalizer.fold(account.name()).equals(NameNormalizer.fold(person.name()))) {
            other.add(names.name());
        }
        if (!account.birthDate().agreesWith(person.birthDate())) {
            other.add(names.birthDate());
        }
        return other;
    }

    private static String rule(Issuer issuer) {
        String office = "as the population register has it; to be mended at " + OFFICE;
        return issuer.mendLink() == null ? office : office + " or " + issuer.mendLink();
    }
}
