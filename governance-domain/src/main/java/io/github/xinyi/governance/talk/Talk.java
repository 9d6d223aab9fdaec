package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.talk.TalkEvent.IssueDiscussed;
import io.github.xinyi.governance.talk.TalkEvent.IssueEscalated;
import io.github.xinyi.governance.talk.TalkEvent.IssueRaised;
import io.github.xinyi.governance.talk.TalkEvent.LocalStepTaken;
import io.github.xinyi.governance.talk.TalkEvent.PlanCarriedOut;
import io.github.xinyi.governance.talk.TalkEvent.ResultPublished;
import io.github.xinyi.governance.talk.TalkEvent.ResultReviewed;
import io.github.xinyi.governance.talk.TalkEvent.SupporterJoined;
import io.github.xinyi.governance.talk.TalkEvent.TermsAdopted;
import io.github.xinyi.governance.team.PostStep;
import io.github.xinyi.governance.team.Source;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One issue on its way from the courtyard to its review, for example a broken lamp: raised, talked
 * over, done, published, reviewed. If no more of those who review it are satisfied than its {@link
 * TalkTerms} ask, it is talked over again; a place whose terms ask for no review settles it
 * without.
 *
 * <p>The state is the fold of its events. A command answers with the event to append, or with every
 * rule in its way, and changes nothing. The steps are our reading of 小院说事. Immutable.
 *
 * @since 0.1.0
 */
public final class Talk {

    /** How far a talk is. */
    public enum Status {
        /** To be talked over (议). */
        RAISED,
        /** To be done (办). */
        PLANNED,
        /** To be published, or reviewed where nothing need be published. */
        DONE,
        /** To be reviewed (评). */
        PUBLISHED,
        /** All steps are taken that its terms ask, and enough are satisfied. */
        SETTLED,
        /** Gone on as a procedure of the owners. */
        ESCALATED
    }

    /** The most supporters of one talk, besides who raised it. */
    public static final int MAX_SUPPORTERS = 5_000;

    /** The most reviewers of one result; so many fit into one event, however long their names. */
    public static final int MAX_REVIEWERS = 900;

    /**
     * How often an issue is talked over at most; then it can go on to the owners alone. All that
     * may be recorded of so many rounds fits into one stream of a store.
     */
    public static final int MAX_ROUNDS = 100;

    private final IssueRaised raised;
    private final Instant last;
    private final Status status;
    private final SortedSet<PersonId> supporters;
    private final List<Plan> plans;
    private final Review review;
    private final List<TalkTerms> terms;
    private final List<LocalStep> steps;

    /** How many were satisfied at the last review and how many were not. */
    private record Review(int satisfied, int dissatisfied) {

        static final Review NONE = new Review(0, 0);

        static Review of(ResultReviewed event) {
            return new Review(event.satisfied().size(), event.dissatisfied().size());
        }

        Status status(TalkTerms terms) {
            return terms.threshold().isMetBy(satisfied, satisfied + dissatisfied)
                    ? Status.SETTLED
                    : Status.RAISED;
        }
    }

    private Talk(
            IssueRaised raised,
            Instant last,
            Status status,
            SortedSet<PersonId> supporters,
            List<Plan> plans,
            Review review,
            List<TalkTerms> terms,
            List<LocalStep> steps) {
        this.raised = raised;
        this.last = last;
        this.status = status;
        this.supporters = supporters;
        this.plans = plans;
        this.review = review;
        this.terms = terms;
        this.steps = steps;
    }

    /**
     * Raises an issue; anybody may at any time.
     *
     * @param community where
     * @param talk its ticket, new in the community
     * @param resident who
     * @param issue what
     * @param at when
     * @return the event; refused if its moment could not be kept
     */
    public static Outcome<IssueRaised> raise(
            CommunityId community, TalkId talk, PersonId resident, String issue, Instant at) {
        return answer(new IssueRaised(community, at, talk, resident, issue), Ruling.of(moment(at)));
    }

    /**
     * The state after its events.
     *
     * @param history all of them, in order
     * @return the talk
     * @throws IllegalArgumentException if no commands could have made them
     */
    public static Talk from(List<? extends TalkEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof IssueRaised raised)) {
            throw new IllegalArgumentException("a talk begins with an issue");
        }
        require(raised, Ruling.of(moment(raised.occurredAt())));
        Talk state =
                new Talk(
                        raised,
                        raised.occurredAt(),
                        Status.RAISED,
                        new TreeSet<>(),
                        List.of(),
                        Review.NONE,
                        List.of(),
                        List.of());
        for (TalkEvent event : history.subList(1, history.size())) {
            state = state.after(event);
        }
        return state;
    }

    /**
     * The state after one more event.
     *
     * @param event what one of the commands answered
     * @return the next state
     * @throws IllegalArgumentException if none of the commands could have made it
     */
    public Talk after(TalkEvent event) {
        require(event, new Ruling(findings(event)));
        Instant at = event.occurredAt();
        if (event instanceof SupporterJoined e) {
            SortedSet<PersonId> more = new TreeSet<>(supporters);
            more.add(e.supporter());
            return new Talk(raised, at, status, more, plans, review, terms, steps);
        } else if (event instanceof TermsAdopted e) {
            return new Talk(
                    raised, at, status, supporters, plans, review, List.of(e.terms()), steps);
        } else if (event instanceof LocalStepTaken e) {
            List<LocalStep> more = new ArrayList<>(steps);
            more.add(e.step());
            return new Talk(
                    raised, at, status, supporters, plans, review, terms, List.copyOf(more));
        } else if (event instanceof IssueDiscussed e) {
            List<Plan> more = new ArrayList<>(plans);
            more.add(e.plan());
            return new Talk(
                    raised,
                    at,
                    Status.PLANNED,
                    supporters,
                    List.copyOf(more),
                    review,
                    terms,
                    steps);
        } else if (event instanceof IssueEscalated) {
            return with(Status.ESCALATED, at);
        } else if (event instanceof PlanCarriedOut) {
            return with(terms().required().isEmpty() ? Status.SETTLED : Status.DONE, at);
        } else if (event instanceof ResultPublished) {
            return with(terms().asks(TalkStep.REVIEW) ? Status.PUBLISHED : Status.SETTLED, at);
        } else if (event instanceof ResultReviewed e) {
            Review last = Review.of(e);
            return reviewed(last, at);
        }
        throw new IllegalArgumentException("an issue is raised once: " + event);
    }

    private static void require(TalkEvent event, Ruling ruling) {
        if (!ruling.notMet().isEmpty()) {
            throw new IllegalArgumentException("no command made " + event + ": " + ruling.notMet());
        }
    }

    private Talk with(Status next, Instant at) {
        return new Talk(raised, at, next, supporters, plans, review, terms, steps);
    }

    /** Where it is raised anew, the steps of the place are taken anew. */
    private Talk reviewed(Review last, Instant at) {
        Status next = last.status(terms());
        List<LocalStep> kept = next == Status.RAISED ? List.of() : steps;
        return new Talk(raised, at, next, supporters, plans, last, terms, kept);
    }

    /**
     * Lets the talk go by the terms of its locality; without, it goes by the shipped ones.
     *
     * @param adopted the terms
     * @param at when, before the first plan
     * @return the event; refused with all reasons
     */
    public Outcome<TalkEvent> adopt(TalkTerms adopted, Instant at) {
        return decide(new TermsAdopted(community(), at, id(), adopted));
    }

    /**
     * Adds a supporter.
     *
     * @param supporter who
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<TalkEvent> support(PersonId supporter, Instant at) {
        return decide(new SupporterJoined(community(), at, id(), supporter));
    }

    /**
     * Records what the talk came to.
     *
     * @param made the plan
     * @param at when
     * @return the event; refused with all reasons, among them a matter of the owners
     */
    public Outcome<TalkEvent> discuss(Plan made, Instant at) {
        return decide(new IssueDiscussed(community(), at, id(), made));
    }

    /**
     * Hands the issue over to a procedure of the owners.
     *
     * @param procedure opened for it in this community, after the issue was raised
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<TalkEvent> escalate(ProcedureOpened procedure, Instant at) {
        return decide(
                new IssueEscalated(
                        procedure.community(),
                        at,
                        id(),
                        procedure.motion().matter(),
                        procedure.procedure(),
                        procedure.occurredAt()));
    }

    /**
     * Takes a step that the place adds, for example 物业核价 before the plan is carried out.
     *
     * @param step the next of its gate in the terms of the talk, left to no post
     * @param by who took it
     * @param note what came of it
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<TalkEvent> take(LocalStep step, PersonId by, String note, Instant at) {
        return decide(new LocalStepTaken(community(), at, id(), step, by, List.of(), note));
    }

    /**
     * Takes a step that the place leaves to a post, for example 楼栋长听取 by a 楼栋长.
     *
     * @param step the next of its gate in the terms of the talk
     * @param by who does the work of the post on that day
     * @param team the team of this community in which {@code by} does
     * @param note what came of it
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<TalkEvent> take(
            LocalStep step, PersonId by, Team team, String note, Instant at) {
        LocalStepTaken event =
                new LocalStepTaken(community(), at, id(), step, by, List.of(team.id()), note);
        List<Finding> findings = findings(event);
        if (step.hasPost()) {
            findings.add(seated(event, List.of(team), terms().source()));
        }
        return answer(event, new Ruling(findings));
    }

    /**
     * Whether each step of a talk that was left to a post was taken by who does its work. Events of
     * a talk are judged without its teams when they are read; who has both asks here. The history
     * is given, as a talk keeps none, unlike a case.
     *
     * @param history all events of the talk, in order
     * @param teams those named by the steps, as they stand now
     * @return a finding for each such step, none where no step was left to a post; one whose team
     *     is not given is not met
     * @throws IllegalArgumentException if no commands could have made the history
     */
    public static List<Finding> comparePosts(
            List<? extends TalkEvent> history, Collection<Team> teams) {
        Source source = from(history).terms().source();
        return history.stream()
                .filter(LocalStepTaken.class::isInstance)
                .map(LocalStepTaken.class::cast)
                .filter(taken -> taken.step().hasPost())
                .map(taken -> seated(taken, teams, source))
                .toList();
    }

    /** Whether that person does the work of that post, as the teams stand. */
    private static Finding seated(LocalStepTaken taken, Collection<Team> teams, Source source) {
        Instant at = taken.occurredAt();
        return post(taken, source).among(teams, taken.community(), day(at), at);
    }

    /** A step that is left to a post is taken in a team, and no other step is. */
    private static PostStep post(LocalStepTaken taken, Source source) {
        return new PostStep(
                TalkRule.LOCAL_STEP_POST,
                taken.step(),
                taken.by(),
                taken.team(),
                source.document(),
                source.standing().name());
    }

    /**
     * Records that the plan was carried out.
     *
     * @param report what was done
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<TalkEvent> carryOut(String report, Instant at) {
        return decide(new PlanCarriedOut(community(), at, id(), report));
    }

    /**
     * Publishes the result.
     *
     * @param place where people see it
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<TalkEvent> publish(String place, Instant at) {
        return decide(new ResultPublished(community(), at, id(), place));
    }

    /**
     * Records the review.
     *
     * @param satisfied who is satisfied
     * @param dissatisfied who is not
     * @param at when
     * @return the event; refused with all reasons, among them somebody who says both
     * @throws IllegalArgumentException if nobody reviewed
     */
    public Outcome<TalkEvent> review(
            Set<PersonId> satisfied, Set<PersonId> dissatisfied, Instant at) {
        return decide(
                new ResultReviewed(
                        community(),
                        at,
                        id(),
                        new TreeSet<>(satisfied),
                        new TreeSet<>(dissatisfied)));
    }

    private Outcome<TalkEvent> decide(TalkEvent event) {
        return answer(event, new Ruling(findings(event)));
    }

    private static <T> Outcome<T> answer(T event, Ruling ruling) {
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    private static RuleCheck moment(Instant at) {
        return RuleCheck.of(
                TalkRule.MOMENT, at.equals(at.truncatedTo(ChronoUnit.MICROS)), "at", at);
    }

    private List<Finding> findings(TalkEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        TalkRule.TIME,
                        !event.occurredAt().isBefore(last),
                        "at",
                        event.occurredAt(),
                        "last",
                        last));
        findings.add(moment(event.occurredAt()));
        findings.add(
                RuleCheck.of(
                        TalkRule.COMMUNITY,
                        event.community().equals(community()) && event.talk().equals(id()),
                        "community",
                        event.community(),
                        "expected",
                        community()));
        if (event instanceof SupporterJoined e) {
            findings.add(step(Status.RAISED, Status.PLANNED, Status.DONE, Status.PUBLISHED));
            support(e.supporter(), findings);
        } else if (event instanceof TermsAdopted) {
            findings.add(step(Status.RAISED));
            findings.add(
                    RuleCheck.of(
                            TalkRule.TERMS_FIRST,
                            terms.isEmpty() && plans.isEmpty(),
                            "talk",
                            id(),
                            "plans",
                            plans.size()));
        } else if (event instanceof IssueDiscussed e) {
            findings.add(step(Status.RAISED));
            findings.add(stepsTaken(TalkTerms.DISCUSSION));
            discuss(e, findings);
        } else if (event instanceof IssueEscalated e) {
            findings.add(step(Status.RAISED, Status.PLANNED));
            findings.add(openedSince(e));
        } else if (event instanceof PlanCarriedOut) {
            findings.add(step(Status.PLANNED));
            findings.add(stepsTaken(TalkTerms.DOING));
        } else if (event instanceof ResultPublished) {
            findings.add(step(Status.DONE));
            findings.add(stepsTaken(TalkTerms.PUBLICATION));
        } else if (event instanceof ResultReviewed e) {
            findings.add(step(before(TalkTerms.REVIEW)));
            findings.add(stepsTaken(TalkTerms.REVIEW));
            reviewers(e, findings);
        } else if (event instanceof LocalStepTaken e) {
            findings.add(step(before(e.step().before())));
            findings.add(local(e));
            findings.addAll(post(e, terms().source()).asRecorded());
        } else {
            throw new IllegalArgumentException("an issue is raised once: " + event);
        }
        return findings;
    }

    /** Where a talk is when it comes to a gate. */
    private Status[] before(String gate) {
        return switch (gate) {
            case TalkTerms.DISCUSSION -> new Status[] {Status.RAISED};
            case TalkTerms.DOING -> new Status[] {Status.PLANNED};
            case TalkTerms.PUBLICATION -> new Status[] {Status.DONE};
            case TalkTerms.REVIEW ->
                    terms().asks(TalkStep.PUBLICATION)
                            ? new Status[] {Status.PUBLISHED}
                            : new Status[] {Status.DONE, Status.PUBLISHED};
            default -> new Status[0];
        };
    }

    private RuleCheck local(LocalStepTaken event) {
        return RuleCheck.of(
                TalkRule.LOCAL_STEP,
                terms().local().isNext(event.step(), steps),
                "step",
                event.step(),
                "steps",
                terms().local(),
                "source",
                terms().source().document(),
                "standing",
                terms().source().standing());
    }

    private RuleCheck stepsTaken(String gate) {
        List<LocalStep> missing = terms().local().missing(gate, steps);
        return RuleCheck.of(
                TalkRule.LOCAL_STEPS_TAKEN,
                missing.isEmpty(),
                "gate",
                gate,
                "missing",
                missing.stream().map(LocalStep::name).collect(Collectors.joining("、")),
                "source",
                terms().source().document(),
                "standing",
                terms().source().standing());
    }

    private RuleCheck openedSince(IssueEscalated event) {
        return RuleCheck.of(
                TalkRule.PROCEDURE_AFTER,
                !event.openedAt().isBefore(raised.occurredAt())
                        && !event.openedAt().isAfter(event.occurredAt()),
                "procedure",
                event.procedure(),
                "opened",
                event.openedAt(),
                "raised",
                raised.occurredAt(),
                "at",
                event.occurredAt());
    }

    private RuleCheck step(Status... expected) {
        return RuleCheck.of(
                TalkRule.STEP,
                List.of(expected).contains(status),
                "talk",
                id(),
                "status",
                status,
                "expected",
                List.of(expected));
    }

    private void support(PersonId supporter, List<Finding> findings) {
        findings.add(
                RuleCheck.of(
                        TalkRule.SUPPORTER_NEW,
                        !supporters.contains(supporter) && !raised.resident().equals(supporter),
                        "talk",
                        id(),
                        "supporter",
                        supporter));
        findings.add(
                RuleCheck.of(
                        TalkRule.SUPPORTERS,
                        supporters.size() < MAX_SUPPORTERS,
                        "limit",
                        MAX_SUPPORTERS));
    }

    private static void reviewers(ResultReviewed review, List<Finding> findings) {
        Set<PersonId> twice = new TreeSet<>(review.satisfied());
        twice.retainAll(review.dissatisfied());
        findings.add(
                RuleCheck.of(TalkRule.REVIEWER_ONCE, twice.isEmpty(), "reviewers", twice.size()));
        int all = review.satisfied().size() + review.dissatisfied().size();
        findings.add(
                RuleCheck.of(TalkRule.REVIEWERS, all <= MAX_REVIEWERS, "limit", MAX_REVIEWERS));
    }

    private void discuss(IssueDiscussed event, List<Finding> findings) {
        Plan made = event.plan();
        LocalDate today = day(event.occurredAt());
        findings.addAll(made.competence().findings());
        findings.add(
                RuleCheck.of(
                        TalkRule.ROUNDS,
                        plans.size() < MAX_ROUNDS,
                        "talk",
                        id(),
                        "limit",
                        MAX_ROUNDS));
        findings.add(
                RuleCheck.of(
                        TalkRule.SUPPORTED,
                        supporters.size() >= terms().supporters(),
                        "supporters",
                        supporters.size(),
                        "needed",
                        terms().supporters(),
                        "source",
                        terms().source().document(),
                        "standing",
                        terms().source().standing()));
        boolean inTime =
                made.pace() == Plan.Pace.ON_THE_SPOT
                        ? made.due().equals(today)
                        : made.due().isAfter(today)
                                && !made.due().isAfter(today.plusDays(terms().mostDays()));
        findings.add(
                RuleCheck.of(
                        TalkRule.DUE,
                        inTime,
                        "due",
                        made.due(),
                        "today",
                        today,
                        "days",
                        terms().mostDays(),
                        "source",
                        terms().source().document(),
                        "standing",
                        terms().source().standing()));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    /**
     * Its ticket.
     *
     * @return once within the community
     */
    public TalkId id() {
        return raised.talk();
    }

    /**
     * Where it is.
     *
     * @return the community
     */
    public CommunityId community() {
        return raised.community();
    }

    /**
     * How far it is.
     *
     * @return its status
     */
    public Status status() {
        return status;
    }

    /**
     * By which terms it goes.
     *
     * @return those adopted, or the shipped ones
     */
    public TalkTerms terms() {
        return terms.isEmpty() ? TalkTerms.usual() : terms.get(0);
    }

    /**
     * What the last review came to.
     *
     * @return met if the issue is settled by it, with figures and the source of the terms; empty
     *     before the first review
     */
    public Optional<RuleCheck> satisfaction() {
        int all = review.satisfied() + review.dissatisfied();
        return all == 0
                ? Optional.empty()
                : Optional.of(
                        RuleCheck.of(
                                TalkRule.SATISFIED,
                                terms().threshold().isMetBy(review.satisfied(), all),
                                "satisfied",
                                review.satisfied(),
                                "all",
                                all,
                                "threshold",
                                terms().threshold(),
                                "source",
                                terms().source().document(),
                                "standing",
                                terms().source().standing()));
    }

    /**
     * Who wants the same, besides who raised it.
     *
     * @return each once, at most {@link #MAX_SUPPORTERS}
     */
    public SortedSet<PersonId> supporters() {
        return Collections.unmodifiableSortedSet(supporters);
    }

    /**
     * The plans made, the latest last.
     *
     * @return more than one where a review sent it back
     */
    public List<Plan> plans() {
        return plans;
    }

    /**
     * Whether a plan should have been carried out before.
     *
     * @param today the day asked about
     * @return true from the day after the last day on, until it is carried out
     */
    public boolean isOverdue(LocalDate today) {
        return status == Status.PLANNED && today.isAfter(plans.get(plans.size() - 1).due());
    }

    /**
     * What everybody may see: how far the talk is, and no person and no text.
     *
     * @param today the day asked about
     * @return how often a plan was made, whether the last is late, and how many support the issue
     */
    public PublicTalk publicView(LocalDate today) {
        return new PublicTalk(
                status,
                plans.size(),
                isOverdue(today),
                PublicTalk.shown(supporters.size()),
                PublicTalk.shown(review.satisfied()),
                PublicTalk.shown(review.dissatisfied()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Talk that
                && raised.equals(that.raised)
                && last.equals(that.last)
                && status == that.status
                && supporters.equals(that.supporters)
                && plans.equals(that.plans)
                && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return raised.hashCode() * 31 + last.hashCode();
    }

    /** For example {@code anheyuan 2025-T-017 PLANNED}. */
    @Override
    public String toString() {
        return community() + " " + id() + " " + status;
    }
}
