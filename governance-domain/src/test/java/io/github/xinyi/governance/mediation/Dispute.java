package io.github.xinyi.governance.mediation;

import static io.github.xinyi.governance.ruling.Answers.accepted;

import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The parties of a dispute about a dog, and the steps of their mediation. */
public final class Dispute {

    public static final CommunityId COMMUNITY = CommunityId.of("YUJING");
    public static final CaseId CASE = CaseId.of("C-1");
    public static final PersonId MOTHER = PersonId.of("P-MOTHER");
    public static final PersonId DOG_OWNER = PersonId.of("P-DOG");
    public static final PersonId MEDIATOR = PersonId.of("P-MEDIATOR");
    public static final PersonId NEIGHBOUR = PersonId.of("P-NEIGHBOUR");
    public static final Set<PersonId> PARTIES = Set.of(MOTHER, DOG_OWNER);
    public static final Instant AT = Instant.parse("2025-11-05T06:00:00Z");
    public static final LocalDate DAY = LocalDate.of(2025, 11, 5);
    public static final List<AgreementDuty> DUTIES =
            List.of(
                    new AgreementDuty(DOG_OWNER, "午间和夜间将犬只安置在室内", DAY.plusDays(2)),
                    new AgreementDuty(DOG_OWNER, "完成犬只止吠训练", DAY.plusDays(20)));

    /** Weekends rest, and the first days of 2026. */
    public static final HolidayCalendar CALENDAR =
            new HolidayCalendar(
                    new EffectivePeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1)),
                    new TreeSet<>(
                            Set.of(
                                    LocalDate.of(2026, 1, 1),
                                    LocalDate.of(2026, 1, 2),
                                    LocalDate.of(2026, 1, 3))),
                    new TreeSet<>(Set.of(LocalDate.of(2026, 1, 4))));

    private Dispute() {}

    /** Two in the afternoon of a day. */
    public static Instant on(LocalDate day) {
        return AT.plus(Duration.ofDays(ChronoUnit.DAYS.between(DAY, day)));
    }

    /** After so many days. */
    public static Instant after(int days) {
        return on(DAY.plusDays(days));
    }

    public static MediationProposed proposal(int round) {
        return new MediationProposed(
                COMMUNITY,
                CASE,
                round,
                new TreeSet<>(PARTIES),
                MediationProposed.Origin.OFFERED,
                AT);
    }

    public static Mediation proposed(int round) {
        return Mediation.from(List.of(accepted(Mediation.propose(proposal(round)))));
    }

    public static Mediation consented(int round) {
        Mediation one = proposed(round);
        Mediation both = one.after(accepted(one.consent(MOTHER, AT)));
        return both.after(accepted(both.consent(DOG_OWNER, AT)));
    }

    public static Mediation met(int round) {
        Mediation ready = consented(round);
        Mediation named =
                ready.after(
                        accepted(
                                ready.name(
                                        Set.of(MEDIATOR), MediatorsNamed.Chooser.COMMITTEE, AT)));
        return named.after(
                accepted(named.meet(Set.of(MOTHER, DOG_OWNER, MEDIATOR), "小区议事厅", "双方陈述并协商", AT)));
    }

    public static OralAgreementReached oral(int round, Set<PersonId> waivedBy) {
        return new OralAgreementReached(
                COMMUNITY, CASE, round, DUTIES, new TreeSet<>(waivedBy), "协议内容", DAY, AT);
    }

    public static Mediation agreed(int round) {
        Mediation met = met(round);
        return met.after(accepted(met.agreeOrally(oral(round, PARTIES))));
    }

    /** Agreed with one duty found broken. */
    public static Mediation broken(int round) {
        Mediation agreed = agreed(round);
        return agreed.after(accepted(agreed.findBroken(0, DAY.plusDays(3), after(3))));
    }

    /** Talked over, given up by one party, and the parties not told of other ways yet. */
    public static Mediation brokenOff(int round) {
        Mediation met = met(round);
        return met.after(accepted(met.refuse(DOG_OWNER, AT)));
    }

    /** A written agreement of one day, signed by all and sealed. */
    public static Mediation signed(Mediation met, LocalDate day) {
        Mediation state = met.after(accepted(met.draft(DUTIES, on(day))));
        for (PersonId signer : List.of(MOTHER, DOG_OWNER, MEDIATOR)) {
            state = state.after(accepted(state.sign(signer, day, on(day))));
        }
        return state.after(accepted(state.seal(day, on(day))));
    }

    public static Mediation refused(int round) {
        Mediation one = proposed(round);
        return one.after(accepted(one.refuse(DOG_OWNER, AT)));
    }
}
