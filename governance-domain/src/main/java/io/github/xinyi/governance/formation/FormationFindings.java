package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.formation.FormationClauses.Sourced;
import io.github.xinyi.governance.formation.FormationEvent.Applicant;
import io.github.xinyi.governance.formation.FormationEvent.FirstMeetingHeld;
import io.github.xinyi.governance.formation.FormationEvent.GroupFormed;
import io.github.xinyi.governance.formation.FormationEvent.MeetingApplied;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.proceeding.FirstMeeting;
import io.github.xinyi.governance.proceeding.FirstMeeting.Delivery;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.FirstMeetingClauses;
import io.github.xinyi.governance.region.FirstMeetingClauses.GroupHead;
import io.github.xinyi.governance.region.Parity;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the law of a place asks of each step to the first meeting, told from the event alone. */
final class FormationFindings {

    private FormationFindings() {}

    static List<Finding> ofApplication(MeetingApplied applied, FormationClauses clauses) {
        Delivery delivery = applied.delivery();
        Sourced<Threshold> heads = clauses.applicants(FirstMeetingClauses.APPLICANT_HEADS);
        Sourced<Threshold> area = clauses.applicants(FirstMeetingClauses.APPLICANT_AREA);
        boolean enough =
                applied.applicant() == Applicant.DEVELOPER
                        || isMet(heads, applied.owners().value(), delivery.allHeads().value())
                        || isMet(
                                area,
                                applied.area().squareDecimetres(),
                                delivery.allArea().squareDecimetres());
        List<Finding> findings =
                new ArrayList<>(
                        FirstMeeting.triggers(delivery, applied.appliedOn(), clauses.profile()));
        findings.add(
                RuleCheck.of(
                        FormationRule.APPLICATION.under(
                                Stream.of(heads, area)
                                        .flatMap(share -> share.sources().stream())
                                        .distinct()
                                        .toList()),
                        enough,
                        "owners",
                        applied.owners() + "/" + delivery.allHeads(),
                        "ownersThreshold",
                        heads.value(),
                        "area",
                        applied.area() + "/" + delivery.allArea(),
                        "areaThreshold",
                        area.value()));
        findings.add(stated(applied, clauses));
        return findings;
    }

    /** Nobody counted the applicants, or what was handed over, over a roster. */
    static Finding stated(MeetingApplied applied, FormationClauses clauses) {
        List<Citation> sources =
                clauses.clause(FirstMeetingClauses.DELIVERED_AREA).basis().stream()
                        .map(Citation::asInterpretation)
                        .toList();
        return new RuleCheck(
                FormationRule.FIGURES_STATED.under(sources),
                Verdict.NOT_APPLICABLE,
                Evidence.of("owners", applied.owners() + "/" + applied.delivery().allHeads())
                        .and("area", applied.area() + "/" + applied.delivery().allArea())
                        .toMap());
    }

    /** More applicants than there are owners are no share of them. */
    private static boolean isMet(Sourced<Threshold> share, long part, long whole) {
        return part > 0 && part <= whole && share.value().isMetBy(part, whole);
    }

    static List<Finding> ofGroup(GroupFormed formed, FormationClauses clauses) {
        int size = formed.members().size();
        long distinct = formed.members().stream().map(Member::person).distinct().count();
        long owners = formed.members().stream().filter(m -> m.side() == Side.OWNERS).count();
        Optional<Clause<Integer>> least = clauses.find(FirstMeetingClauses.GROUP_LEAST);
        Clause<Threshold> share = clauses.clause(FirstMeetingClauses.GROUP_OWNERS);
        Clause<GroupHead> head = clauses.clause(FirstMeetingClauses.GROUP_HEAD);
        Clause<Parity> parity = clauses.clause(FirstMeetingClauses.GROUP_PARITY);
        int fewest = least.map(Clause::value).orElse(1);
        List<Finding> findings = new ArrayList<>();
        if (parity.value() == Parity.ODD) {
            findings.add(
                    RuleCheck.of(
                            FormationRule.GROUP_ODD.under(parity.basis()),
                            parity.value().allows(size),
                            "value",
                            size));
        }
        findings.add(
                RuleCheck.of(
                        FormationRule.GROUP_SIZE.under(least.map(Clause::basis).orElse(List.of())),
                        size >= fewest && distinct == size,
                        "value",
                        distinct,
                        "limit",
                        fewest));
        clauses.find(FirstMeetingClauses.GROUP_MOST)
                .map(
                        most ->
                                RuleCheck.of(
                                        FormationRule.GROUP_MOST.under(most.basis()),
                                        size <= most.value(),
                                        "value",
                                        size,
                                        "limit",
                                        most.value()))
                .ifPresent(findings::add);
        findings.add(
                RuleCheck.of(
                        FormationRule.GROUP_OWNERS.under(share.basis()),
                        share.value().isMetBy(owners, size),
                        "part",
                        owners,
                        "whole",
                        size,
                        "threshold",
                        share.value()));
        findings.add(
                RuleCheck.of(
                        FormationRule.GROUP_HEAD.under(head.basis()),
                        formed.members().stream()
                                .filter(member -> member.person().equals(formed.head()))
                                .anyMatch(member -> clauses.leads(member.side())),
                        "person",
                        formed.head(),
                        "side",
                        head.value()));
        return findings;
    }

    /** The contents were shown long enough before the meeting. */
    static Finding ofMeeting(
            FirstMeetingHeld held, Optional<LocalDate> shown, FormationClauses clauses) {
        Clause<Integer> least = clauses.clause(FirstMeetingClauses.AGENDA_DAYS);
        long days = shown.map(day -> ChronoUnit.DAYS.between(day, held.heldOn())).orElse(0L);
        return RuleCheck.of(
                FormationRule.CONTENTS.under(least.basis()),
                days >= least.value(),
                "value",
                days,
                "limit",
                least.value());
    }
}
