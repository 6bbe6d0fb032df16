package vn.dancu.bus.audit.trail;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.ReleasedPersons;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** Records all persons of an answer in one transaction. */
record RecordedPersons(Acts acts, TransactionOperations transactions, SecretBox box) implements ReleasedPersons {

    @Override
    public void record(Release release, Set<PersonalId> persons) {
        if (persons.isEmpty()) {
            return;
        }
        Map<String, String> detail =
                new TreeMap<>(Map.of("service", release.service().value()));
        if (release.purpose() != null) {
            detail.put("purpose", release.purpose().value());
        }
        try {
            transactions.executeWithoutResult(status -> persons.forEach(person -> acts.record(new Act(
                    Actor.of(release.partner()),
                    "inquiry.member_released",
                    release.partner(),
                    "event/" + release.event(),
                    detail,
                    PersonHash.of(box, person)))));
        } catch (DataAccessException | TransactionException e) {
            throw new BusException(ErrorCode.AUDIT_UNAVAILABLE, e);
        }
    }
}
