package vn.dancu.bus.sandbox.signin;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import vn.dancu.bus.sandbox.guide.SyntheticPerson;

/**
 * An account as its issuer has it, signed in at a level.
 *
 * @param person what the account says of its owner, which need not be what the register says
 * @param organisation whether it is an organisation's
 * @param level of assurance, 1 to 3
 */
record MockAccount(SyntheticPerson person, boolean organisation, int level) implements AuthenticatedPrincipal {

    /** The same account has the same subject at each sign-in. */
    @Override
    public String getName() {
        String owner = person.soDinhDanh() + person.hoVaTen() + person.ngaySinh() + organisation;
        return UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
