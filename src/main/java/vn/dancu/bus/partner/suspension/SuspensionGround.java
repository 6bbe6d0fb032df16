package vn.dancu.bus.partner.suspension;

/**
 * A ground on which connections are suspended, with its rules.
 *
 * @param code such as {@code maintenance}
 * @param clause where the ground comes from
 * @param forAll whether it suspends all partners at once; otherwise one that is named
 * @param noticeWorkingDays working days of notice before it begins; 0 when it may begin at once
 * @param recoveryStated whether the expected recovery must be stated
 * @param announced whether it is made public
 * @param noticeWithinDays within how many days the partner must be notified
 * @param conditionStated whether the condition for the return must be stated
 * @param confirmWithinHours within how many hours it must be confirmed in writing, or lapses; 0 when it needs no confirmation
 * @param twoPersonsResume whether two persons decide on the return
 */
public record SuspensionGround(
        String code,
        String vietnamese,
        String english,
        String clause,
        boolean forAll,
        int noticeWorkingDays,
        boolean recoveryStated,
        boolean announced,
        int noticeWithinDays,
        boolean conditionStated,
        int confirmWithinHours,
        boolean twoPersonsResume) {}
