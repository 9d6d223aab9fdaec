package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.formation.FormationClauses.Sourced;
import io.github.xinyi.governance.formation.FormationEvent.Applicant;
import io.github.xinyi.governance.formation.FormationEvent.ContentsPublished;
import io.github.xinyi.governance.formation.FormationEvent.FirstMeetingHeld;
import io.github.xinyi.governance.formation.FormationEvent.GroupFormed;
import io.github.xinyi.governance.formation.FormationEvent.GroupPublished;
import io.github.xinyi.governance.formation.FormationEvent.MeetingApplied;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.proceeding.FirstMeeting;
import io.github.xinyi.governance.proceeding.FirstMeeting.Delivery;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.Clauses;
import io.github.xinyi.governance.region.Clauses.FirstMeeting.GroupHead;
import io.github.xinyi.governance.region.Parity;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way of a community to its first owners' meeting (首次业主大会会议): application, preparatory group,
 * its list, the contents, the meeting. Immutable.
 *
 * <p>Commands answer with the event to append. What comes late is recorded all the same and told by
 * {@link #duties}; only a meeting whose contents were shown too briefly is refused.
 *
 * @since 0.1.0
 */
public final class Formation {

    /** The most members of a preparatory group. */
    public static final int MAX_GROUP = 50;

    private final CommunityId community;
    private final List<FormationEvent> steps;

    private Formation(CommunityId community, List<FormationEvent> steps) {
        this.community = community;
        this.steps = List.copyOf(steps);
    }

    /**
     * A community that has not yet set out.
     *
     * @param community where
     * @return no steps
     */
    public static Formation of(CommunityId community) {
        return new Formation(community, List.of());
    }

    /**
     * The formation with that history.
     *
     * @param community where
     * @param history its events in order
     * @return how far it has come
     * @throws IllegalArgumentException if no command could have made that history
     */
    public static Formation from(CommunityId community, List<FormationEvent> history) {
        Formation formation = of(community);
        for (FormationEvent event : history) {
            formation = formation.after(event);
        }
        return formation;
    }

    /**
     * How far it has come after one more event.
     *
     * @param event what happened
     * @return the changed formation
     * @throws IllegalArgumentException if no command could have made that event
     */
    public Formation after(FormationEvent event) {
        if (!event.community().equals(community) || !isNext(event.getClass())) {
            throw new IllegalArgumentException("not at this place of a history: " + event);
        }
        List<FormationEvent> more = new ArrayList<>(steps);
        more.add(event);
        return new Formation(community, more);
    }

    /** The list of the group and the contents may come in either order. */
    private boolean isNext(Class<? extends FormationEvent> step) {
        boolean formed = day(GroupFormed.class) != null;
        boolean open =
                step == MeetingApplied.class
                        || (step == GroupFormed.class && day(MeetingApplied.class) != null)
                        || (step == FirstMeetingHeld.class && day(ContentsPublished.class) != null)
                        || ((step == GroupPublished.class || step == ContentsPublished.class)
                                && formed);
        return open && day(step) == null && day(FirstMeetingHeld.class) == null;
    }

    private <T extends FormationEvent> Optional<T> step(Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private @Nullable LocalDate day(Class<? extends FormationEvent> kind) {
        return step(kind).map(Formation::dayOf).orElse(null);
    }

    private static LocalDate dayOf(FormationEvent event) {
        if (event instanceof MeetingApplied applied) {
            return applied.appliedOn();
        }
        if (event instanceof GroupFormed formed) {
            return formed.formedOn();
        }
        if (event instanceof GroupPublished published) {
            return published.publishedOn();
        }
        if (event instanceof ContentsPublished published) {
            return published.publishedOn();
        }
        if (event instanceof FirstMeetingHeld held) {
            return held.heldOn();
        }
        throw new IllegalArgumentException("no day in " + event);
    }

    /**
     * The steps so far.
     *
     * @return in order
     */
    public List<FormationEvent> steps() {
        return steps;
    }

    /**
     * Owners apply for an owners' meeting that is due; enough of them by heads or by area.
     *
     * @param delivery how far the homes are delivered
     * @param applied the application
     * @param clauses the law in force
     * @return the event; refused too where no trigger of {@link FirstMeeting#due} is met
     */
    public Outcome<FormationEvent> apply(
            Delivery delivery, MeetingApplied applied, FormationClauses clauses) {
        Sourced<Threshold> heads = clauses.applicants(Clauses.FirstMeeting.APPLICANT_HEADS);
        Sourced<Threshold> area = clauses.applicants(Clauses.FirstMeeting.APPLICANT_AREA);
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
        return answer(findings, applied, clauses);
    }

    private static boolean isMet(Sourced<Threshold> share, long part, long whole) {
        return part > 0 && share.value().isMetBy(Math.min(part, whole), whole);
    }

    /**
     * The street office forms the preparatory group.
     *
     * @param formed who, led by whom
     * @param clauses the law in force
     * @return the event
     */
    public Outcome<FormationEvent> formGroup(GroupFormed formed, FormationClauses clauses) {
        int size = formed.members().size();
        if (size < 1 || size > MAX_GROUP) {
            throw new IllegalArgumentException("a group of " + size);
        }
        long distinct = formed.members().stream().map(Member::person).distinct().count();
        long owners = formed.members().stream().filter(m -> m.side() == Side.OWNERS).count();
        Optional<Clause<Integer>> least = clauses.find(Clauses.FirstMeeting.GROUP_LEAST);
        Clause<Threshold> share = clauses.clause(Clauses.FirstMeeting.GROUP_OWNERS);
        Clause<GroupHead> head = clauses.clause(Clauses.FirstMeeting.GROUP_HEAD);
        Clause<Parity> parity = clauses.clause(Clauses.FirstMeeting.GROUP_PARITY);
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
        clauses.find(Clauses.FirstMeeting.GROUP_MOST)
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
        return answer(findings, formed, clauses);
    }

    /**
     * The list of the group is published.
     *
     * @param on the day
     * @param clauses the law in force
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<FormationEvent> publishGroup(
            LocalDate on, FormationClauses clauses, Instant at) {
        return answer(List.of(), new GroupPublished(community, on, at), clauses);
    }

    /**
     * What the meeting is to decide on is published.
     *
     * @param on the day
     * @param clauses the law in force
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<FormationEvent> publishContents(
            LocalDate on, FormationClauses clauses, Instant at) {
        return answer(List.of(), new ContentsPublished(community, on, at), clauses);
    }

    /**
     * The first meeting is held; refused where its contents were shown too briefly.
     *
     * @param on the day
     * @param clauses the law in force
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<FormationEvent> hold(LocalDate on, FormationClauses clauses, Instant at) {
        LocalDate shown = day(ContentsPublished.class);
        Clause<Integer> least = clauses.clause(Clauses.FirstMeeting.AGENDA_DAYS);
        long days = shown == null ? 0 : ChronoUnit.DAYS.between(shown, on);
        return answer(
                List.of(
                        RuleCheck.of(
                                FormationRule.CONTENTS.under(least.basis()),
                                days >= least.value(),
                                "value",
                                days,
                                "limit",
                                least.value())),
                new FirstMeetingHeld(community, on, at),
                clauses);
    }

    private Outcome<FormationEvent> answer(
            List<Finding> findings, FormationEvent event, FormationClauses clauses) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(
                RuleCheck.of(
                        FormationRule.STAGE,
                        event.community().equals(community) && isNext(event.getClass()),
                        "step",
                        event.getClass().getSimpleName()));
        all.addAll(clauses.profile().notices());
        Ruling ruling = new Ruling(all);
        return ruling.verdict() == Verdict.MET ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    /**
     * What is due, done, late or still open.
     *
     * @param clauses the law in force
     * @param today the day asked about
     * @return a finding for each step that is due after one that was taken, and the notices of the
     *     profile; empty before the first
     */
    public List<Finding> duties(FormationClauses clauses, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        LocalDate applied = day(MeetingApplied.class);
        if (applied != null) {
            Sourced<Integer> days = clauses.formedDays();
            findings.add(
                    due(
                            FormationRule.GROUP_FORMED.under(days.sources()),
                            applied.plusDays(days.value()),
                            GroupFormed.class,
                            today));
        }
        LocalDate formed = day(GroupFormed.class);
        if (formed != null) {
            clauses.find(Clauses.FirstMeeting.GROUP_PUBLISH_DAYS)
                    .map(
                            days ->
                                    due(
                                            FormationRule.GROUP_PUBLISHED.under(days.basis()),
                                            formed.plusDays(days.value()),
                                            GroupPublished.class,
                                            today))
                    .ifPresent(findings::add);
            Clause<Integer> days = clauses.clause(Clauses.FirstMeeting.HOLD_DAYS);
            findings.add(
                    due(
                            FormationRule.MEETING_HELD.under(days.basis()),
                            formed.plusDays(days.value()),
                            FirstMeetingHeld.class,
                            today));
        }
        if (!findings.isEmpty()) {
            findings.addAll(clauses.profile().notices());
        }
        return List.copyOf(findings);
    }

    private Finding due(
            Rule rule, LocalDate deadline, Class<? extends FormationEvent> step, LocalDate today) {
        LocalDate done = day(step);
        LocalDate until = done == null ? today : done;
        long late = Math.max(0, ChronoUnit.DAYS.between(deadline, until));
        return new RuleCheck(
                rule,
                late > 0 ? Verdict.NOT_MET : done == null ? Verdict.PENDING : Verdict.MET,
                Evidence.of("deadline", deadline)
                        .and("done", done == null ? "-" : done)
                        .and("late", late)
                        .toMap());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formation that
                && community.equals(that.community)
                && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return community.hashCode() * 31 + steps.hashCode();
    }

    /** For example {@code anheyuan after 3 steps}. */
    @Override
    public String toString() {
        return community + " after " + steps.size() + " steps";
    }
}
