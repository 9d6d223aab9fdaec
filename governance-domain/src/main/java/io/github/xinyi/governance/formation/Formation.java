package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.formation.FormationClauses.Condition;
import io.github.xinyi.governance.formation.FormationEvent.Applicant;
import io.github.xinyi.governance.formation.FormationEvent.ContentsPublished;
import io.github.xinyi.governance.formation.FormationEvent.FirstMeetingHeld;
import io.github.xinyi.governance.formation.FormationEvent.GroupFormed;
import io.github.xinyi.governance.formation.FormationEvent.GroupPublished;
import io.github.xinyi.governance.formation.FormationEvent.MeetingApplied;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
     * Whether a first meeting may be applied for on a day; any one condition is enough.
     *
     * @param delivery how far the homes are delivered
     * @param day the day
     * @param clauses the law in force
     * @return one finding for each condition, not met as a whole only where none is met
     */
    public static Ruling conditions(Delivery delivery, LocalDate day, FormationClauses clauses) {
        boolean any = clauses.conditions().stream().anyMatch(c -> c.isMetBy(delivery, day));
        List<Finding> findings = new ArrayList<>();
        for (Condition condition : clauses.conditions()) {
            boolean met = condition.isMetBy(delivery, day);
            if (met || !any) {
                findings.add(condition(delivery, condition, met));
            }
        }
        return new Ruling(findings);
    }

    private static Finding condition(Delivery delivery, Condition condition, boolean met) {
        return FormationRule.CONDITION.check(
                condition.source(),
                met,
                "area",
                delivery.area() + "/" + delivery.areaInAll(),
                "areaThreshold",
                condition.area(),
                "owners",
                delivery.owners() + "/" + delivery.ownersInAll(),
                "ownersThreshold",
                condition.heads(),
                "since",
                delivery.since(),
                "years",
                condition.years());
    }

    /**
     * Owners apply for an owners' meeting; enough of them by heads or by area.
     *
     * @param delivery how far the homes are delivered
     * @param applied the application
     * @param clauses the law in force
     * @return the event
     */
    public Outcome<FormationEvent> apply(
            Delivery delivery, MeetingApplied applied, FormationClauses clauses) {
        List<Finding> findings =
                new ArrayList<>(conditions(delivery, applied.appliedOn(), clauses).findings());
        boolean enough =
                applied.applicant() == Applicant.DEVELOPER
                        || isMet(clauses, applied.owners().value(), delivery.ownersInAll().value())
                        || isMet(
                                clauses,
                                applied.area().squareDecimetres(),
                                delivery.areaInAll().squareDecimetres());
        findings.add(
                FormationRule.APPLICATION.check(
                        clauses.applicantsSource(),
                        enough,
                        "owners",
                        applied.owners() + "/" + delivery.ownersInAll(),
                        "area",
                        applied.area() + "/" + delivery.areaInAll(),
                        "threshold",
                        clauses.applicants()));
        return answer(findings, applied, clauses.applicantsSource());
    }

    private static boolean isMet(FormationClauses clauses, long part, long whole) {
        return part > 0 && clauses.applicants().isMetBy(Math.min(part, whole), whole);
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
        FormationClauses.Group group = clauses.group();
        Citation source = group.source();
        long distinct = formed.members().stream().map(Member::person).distinct().count();
        long owners = formed.members().stream().filter(m -> m.side() == Side.OWNERS).count();
        return answer(
                List.of(
                        FormationRule.GROUP_ODD.check(source, size % 2 == 1, "value", size),
                        FormationRule.GROUP_SIZE.check(
                                source,
                                size >= group.least() && distinct == size,
                                "value",
                                distinct,
                                "limit",
                                group.least()),
                        FormationRule.GROUP_OWNERS.check(
                                source,
                                group.owners().isMetBy(owners, size),
                                "part",
                                owners,
                                "whole",
                                size,
                                "threshold",
                                group.owners()),
                        FormationRule.GROUP_HEAD.check(
                                source,
                                formed.members().contains(new Member(formed.head(), group.head())),
                                "person",
                                formed.head(),
                                "side",
                                group.head())),
                formed,
                source);
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
        return answer(List.of(), new GroupPublished(community, on, at), clauses.days().source());
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
        return answer(List.of(), new ContentsPublished(community, on, at), clauses.days().source());
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
        Citation source = clauses.days().source();
        long days = shown == null ? 0 : ChronoUnit.DAYS.between(shown, on);
        return answer(
                List.of(
                        FormationRule.CONTENTS.check(
                                source,
                                days >= clauses.days().contents(),
                                "value",
                                days,
                                "limit",
                                clauses.days().contents())),
                new FirstMeetingHeld(community, on, at),
                source);
    }

    private Outcome<FormationEvent> answer(
            List<Finding> findings, FormationEvent event, Citation source) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(
                FormationRule.STAGE.check(
                        source,
                        event.community().equals(community) && isNext(event.getClass()),
                        "step",
                        event.getClass().getSimpleName()));
        Ruling ruling = new Ruling(all);
        return ruling.verdict() == Verdict.MET ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    /**
     * What is due, done, late or still open.
     *
     * @param clauses the law in force
     * @param today the day asked about
     * @return a finding for each step that is due after one that was taken; empty before the first
     */
    public List<Finding> duties(FormationClauses clauses, LocalDate today) {
        FormationClauses.Days days = clauses.days();
        List<Finding> findings = new ArrayList<>();
        LocalDate applied = day(MeetingApplied.class);
        if (applied != null) {
            findings.add(
                    due(
                            FormationRule.GROUP_FORMED,
                            clauses,
                            applied.plusDays(days.formed()),
                            GroupFormed.class,
                            today));
        }
        LocalDate formed = day(GroupFormed.class);
        if (formed != null) {
            findings.add(
                    due(
                            FormationRule.GROUP_PUBLISHED,
                            clauses,
                            formed.plusDays(days.published()),
                            GroupPublished.class,
                            today));
            findings.add(
                    due(
                            FormationRule.MEETING_HELD,
                            clauses,
                            formed.plusDays(days.held()),
                            FirstMeetingHeld.class,
                            today));
        }
        return List.copyOf(findings);
    }

    private Finding due(
            FormationRule rule,
            FormationClauses clauses,
            LocalDate deadline,
            Class<? extends FormationEvent> step,
            LocalDate today) {
        LocalDate done = day(step);
        LocalDate until = done == null ? today : done;
        long late = Math.max(0, ChronoUnit.DAYS.between(deadline, until));
        return new RuleCheck(
                rule.under(clauses.days().source()),
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
