package io.github.xinyi.governance.mediation;

/**
 * A duty of an agreement that is not performed on a day, for example duty 0, 2 days late.
 *
 * @param number its place in the agreement, from 0
 * @param duty the duty
 * @param daysLate 0 until the day after its last day
 * @since 0.1.0
 */
public record DueDuty(int number, AgreementDuty duty, long daysLate) {}
