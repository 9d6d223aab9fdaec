package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementEnded;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementRenewed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementSigned;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.Duty;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.DutyPerformed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedAgreed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedCompleted;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedDropped;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedListed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedMatched;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.ResourceListed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.ResourceWithdrawn;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.WorkStarted;
import io.github.xinyi.governance.cobuilding.Need.Stage;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.AgreementId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.ListingId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The co-building of one district as the fold of its events: agreements (协议联结) and the lists of
 * resources, needs and projects (清单对接).
 *
 * <p>Example: a resource of 20 places claimed by needs of 12 and 8 is full; a third need is refused
 * until one of the two is dropped. Immutable.
 *
 * @since 0.1.0
 */
public final class Cobuilding {

    /** The greatest number of events of one district, which is one stream of an event store. */
    public static final int MAX_EVENTS = EventStore.MAX_STREAM_LENGTH;

    private static final EventCodec CODEC = EventCodec.of(CobuildingEvent.class);

    private final CommunityId district;
    private final TreeMap<AgreementId, Agreement> agreements = new TreeMap<>();
    private final TreeMap<ListingId, ResourceListed> resources = new TreeMap<>();
    private final TreeSet<ListingId> withdrawn = new TreeSet<>();
    private final TreeMap<ListingId, Need> needs = new TreeMap<>();
    private final TreeMap<ListingId, Long> claimed = new TreeMap<>();

    private int events;

    private Cobuilding(CommunityId district) {
        this.district = district;
    }

    /** What the rules say of an event, and what it changes if they are all kept. */
    private record Step(List<Finding> findings, Runnable effect) {}

    /**
     * Folds a history.
     *
     * @param district whose history
     * @param history in order; may be empty
     * @return the state
     * @throws IllegalArgumentException if the rules forbid one of the events
     */
    public static Cobuilding from(CommunityId district, List<? extends CobuildingEvent> history) {
        Cobuilding state = new Cobuilding(district);
        history.forEach(state::apply);
        return state;
    }

    /**
     * Puts an event to the rules; nothing changes.
     *
     * @param event what is about to happen
     * @return the event, to be appended; refused with every finding
     */
    public Outcome<CobuildingEvent> propose(CobuildingEvent event) {
        List<Finding> found = new ArrayList<>(ruling(event, step(event)).findings());
        found.addAll(publicTags(event));
        Ruling ruling = new Ruling(found);
        return ruling.verdict() == Verdict.MET ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    /** Asked of what is new alone: a list that was kept with such a tag is read, and hides it. */
    private static List<Finding> publicTags(CobuildingEvent event) {
        Set<Tag> tags =
                event instanceof NeedListed need
                        ? need.terms().tags()
                        : event instanceof ResourceListed resource
                                ? resource.terms().tags()
                                : Set.of();
        long hidden = tags.stream().filter(tag -> !tag.isPublic()).count();
        return tags.isEmpty()
                ? List.of()
                : List.of(CobuildingRule.PUBLIC_TAGS.check(hidden == 0, "count", hidden));
    }

    private Ruling ruling(CobuildingEvent event, Step step) {
        List<Finding> found = new ArrayList<>();
        found.add(CODEC.storable(event));
        found.add(limit(events, MAX_EVENTS));
        found.addAll(step.findings());
        return new Ruling(found);
    }

    /**
     * The state behind one more event.
     *
     * @param event one that {@link #propose} accepts, or one that was kept, or imported from a
     *     table of the past, with a word that new ones may not have; public views hide that word
     * @return the new state
     * @throws IllegalArgumentException if the rules forbid it
     */
    public Cobuilding after(CobuildingEvent event) {
        Cobuilding next = new Cobuilding(district);
        next.agreements.putAll(agreements);
        next.resources.putAll(resources);
        next.withdrawn.addAll(withdrawn);
        next.needs.putAll(needs);
        next.claimed.putAll(claimed);
        next.events = events;
        next.apply(event);
        return next;
    }

    /**
     * All agreements, ended ones too.
     *
     * @return by identifier, unmodifiable
     */
    public SortedMap<AgreementId, Agreement> agreements() {
        return Collections.unmodifiableSortedMap(agreements);
    }

    /**
     * The list of resources, withdrawn ones too.
     *
     * @return by identifier, unmodifiable
     */
    public SortedMap<ListingId, ResourceListed> resources() {
        return Collections.unmodifiableSortedMap(resources);
    }

    /**
     * The list of needs, met and dropped ones too.
     *
     * @return by identifier, unmodifiable
     */
    public SortedMap<ListingId, Need> needs() {
        return Collections.unmodifiableSortedMap(needs);
    }

    /**
     * The list of projects (项目清单): the needs under an agreement.
     *
     * @return those agreed, in progress or done, by identifier
     */
    public List<Need> projects() {
        Set<Stage> project = EnumSet.of(Stage.AGREED, Stage.IN_PROGRESS, Stage.DONE);
        return needs.values().stream().filter(need -> project.contains(need.stage())).toList();
    }

    /**
     * What everybody may see on a day.
     *
     * @param day the day asked about, which agreements hold on
     * @return all lists without any text that people wrote
     */
    public PublicLists publicView(LocalDate day) {
        return new PublicLists(
                day,
                agreements.values().stream()
                        .filter(agreement -> agreement.isInForce(day))
                        .map(agreement -> PublicLists.Term.of(agreement, day))
                        .toList(),
                resources.values().stream()
                        .filter(listed -> !withdrawn.contains(listed.listing()))
                        .map(listed -> PublicLists.Offer.of(listed, free(listed.listing())))
                        .toList(),
                needs.values().stream().map(PublicLists.Wish::of).toList());
    }

    /**
     * What is left of a resource.
     *
     * @param resource its identifier
     * @return its quantity less all claims that were not dropped; 0 if it was withdrawn or is
     *     unknown
     */
    public long free(ListingId resource) {
        ResourceListed listed = resources.get(resource);
        return listed == null || withdrawn.contains(resource)
                ? 0
                : listed.terms().quantity() - claimed.getOrDefault(resource, 0L);
    }

    /**
     * The resources that suit a need, the best first: more shared tags, then the same community
     * before the whole district, then the one that leaves least, then the identifier.
     *
     * @param need an identifier of the list of needs
     * @return each with its reasons; empty if none suits, or the need is unknown or no longer
     *     listed
     */
    public List<Suggestion> suggestions(ListingId need) {
        return Optional.ofNullable(needs.get(need))
                .filter(known -> known.stage() == Stage.LISTED)
                .map(known -> suiting(known.listed().terms()))
                .orElse(List.of());
    }

    private List<Suggestion> suiting(Terms wanted) {
        Comparator<Suggestion> best =
                Comparator.comparing(Suggestion::sharedTags, Comparator.reverseOrder())
                        .thenComparing(s -> !placeOf(s.resource()).equals(wanted.place()))
                        .thenComparing(Suggestion::free)
                        .thenComparing(Suggestion::resource);
        return resources.values().stream()
                .map(
                        listed ->
                                new Suggestion(
                                        listed.listing(),
                                        new Ruling(suits(wanted, listed)),
                                        wanted.shared(listed.terms()).size(),
                                        free(listed.listing())))
                .filter(suggestion -> suggestion.why().verdict() == Verdict.MET)
                .sorted(best)
                .toList();
    }

    private CommunityId placeOf(ListingId resource) {
        ResourceListed listed = resources.get(resource);
        return listed == null ? district : listed.terms().place();
    }

    private List<Finding> suits(Terms wanted, ResourceListed listed) {
        Terms offered = listed.terms();
        Set<Tag> shared = wanted.shared(offered);
        List<Finding> found = new ArrayList<>();
        found.add(
                CobuildingRule.TAGS.check(
                        !shared.isEmpty(), "shared", shared, "wanted", wanted.tags()));
        found.add(
                CobuildingRule.PLACE.check(
                        Set.of(wanted.place(), district).contains(offered.place()),
                        "offered",
                        offered.place(),
                        "wanted",
                        wanted.place()));
        found.addAll(claimable(wanted, listed));
        return found;
    }

    /** What a claim needs; whether tags and place fit is for people to judge. */
    private List<Finding> claimable(Terms wanted, ResourceListed listed) {
        long free = free(listed.listing());
        return List.of(
                CobuildingRule.OFFERED.check(
                        !withdrawn.contains(listed.listing()), "resource", listed.listing()),
                CobuildingRule.CAPACITY.check(
                        wanted.quantity() <= free,
                        "resource",
                        listed.listing(),
                        "free",
                        free,
                        "wanted",
                        wanted.quantity()),
                CobuildingRule.DATES.check(
                        listed.terms().covers(wanted),
                        "from",
                        wanted.startInclusive(),
                        "until",
                        wanted.endExclusive(),
                        "offeredFrom",
                        listed.terms().startInclusive(),
                        "offeredUntil",
                        listed.terms().endExclusive()));
    }

    private void apply(CobuildingEvent event) {
        Step step = step(event);
        Ruling ruling = ruling(event, step);
        if (ruling.verdict() != Verdict.MET) {
            throw new IllegalArgumentException("no history has " + event + ": " + ruling.notMet());
        }
        step.effect().run();
        events++;
    }

    private Step step(CobuildingEvent event) {
        if (event instanceof AgreementSigned signed) {
            return sign(signed);
        }
        if (event instanceof AgreementRenewed renewed) {
            return under(renewed.agreement(), renewed, agreement -> renew(agreement, renewed));
        }
        if (event instanceof AgreementEnded ended) {
            return under(ended.agreement(), ended, agreement -> end(agreement, ended));
        }
        if (event instanceof DutyPerformed performed) {
            return under(performed.agreement(), performed, a -> perform(a, performed));
        }
        if (event instanceof ResourceListed listed) {
            return list(listed, listed.listing(), () -> resources.put(listed.listing(), listed));
        }
        if (event instanceof ResourceWithdrawn gone) {
            return withdraw(gone);
        }
        if (event instanceof NeedListed listed) {
            return list(
                    listed,
                    listed.listing(),
                    () -> needs.put(listed.listing(), new Need(listed, List.of())));
        }
        if (event instanceof NeedMatched matched) {
            return match(matched);
        }
        if (event instanceof NeedAgreed agreed) {
            return forNeed(agreed.listing(), agreed, Stage.MATCHED, need -> agree(need, agreed));
        }
        if (event instanceof WorkStarted started) {
            return forNeed(started.listing(), started, Stage.AGREED, need -> List.of());
        }
        if (event instanceof NeedCompleted completed) {
            return forNeed(completed.listing(), completed, Stage.IN_PROGRESS, need -> List.of());
        }
        if (event instanceof NeedDropped dropped) {
            return drop(dropped);
        }
        throw new IllegalArgumentException("an event without rules: " + event.getClass());
    }

    private Step sign(AgreementSigned signed) {
        List<Finding> found = beginning(signed);
        found.add(isNew(signed.agreement(), !agreements.containsKey(signed.agreement())));
        int parties = signed.parties().size();
        found.add(
                CobuildingRule.PARTIES.check(
                        parties >= 2 && parties <= Agreement.MAX_PARTIES,
                        "count",
                        parties,
                        "most",
                        Agreement.MAX_PARTIES));
        found.add(
                CobuildingRule.DUTIES.check(
                        signed.duties().size() <= Agreement.MAX_DUTIES,
                        "count",
                        signed.duties().size(),
                        "most",
                        Agreement.MAX_DUTIES));
        found.add(
                CobuildingRule.TERM.check(
                        signed.startInclusive().isBefore(signed.endExclusive()),
                        "from",
                        signed.startInclusive(),
                        "until",
                        signed.endExclusive()));
        for (Duty duty : signed.duties()) {
            boolean within =
                    !duty.dueOn().isBefore(signed.startInclusive())
                            && duty.dueOn().isBefore(signed.endExclusive());
            found.add(
                    CobuildingRule.DUTY.check(
                            within && signed.parties().contains(duty.party()),
                            "party",
                            duty.party(),
                            "due",
                            duty.dueOn()));
        }
        return new Step(
                found, () -> agreements.put(signed.agreement(), new Agreement(signed, List.of())));
    }

    private Step under(
            AgreementId id, CobuildingEvent event, Function<Agreement, List<Finding>> rules) {
        Agreement agreement = agreements.get(id);
        List<Finding> found = new ArrayList<>();
        found.add(sameDistrict(event));
        found.add(CobuildingRule.KNOWN.check(agreement != null, "id", id));
        if (agreement == null) {
            return new Step(found, () -> {});
        }
        found.add(inOrder(agreement.lastAt(), event));
        found.addAll(rules.apply(agreement));
        return new Step(found, () -> agreements.put(id, agreement.plus(event)));
    }

    private static List<Finding> renew(Agreement agreement, AgreementRenewed renewed) {
        return List.of(
                limit(agreement.renewals(), Agreement.MAX_RENEWALS),
                inForce(agreement, day(renewed.occurredAt())),
                CobuildingRule.RENEWAL.check(
                        renewed.endExclusive().isAfter(agreement.endExclusive())
                                && !agreement.isEnded(),
                        "before",
                        agreement.endExclusive(),
                        "until",
                        renewed.endExclusive()));
    }

    private static List<Finding> end(Agreement agreement, AgreementEnded ended) {
        return List.of(
                CobuildingRule.END.check(
                        !agreement.isEnded()
                                && ended.endedOn().isAfter(agreement.signed().startInclusive())
                                && ended.endedOn().isBefore(agreement.endExclusive()),
                        "ended",
                        ended.endedOn(),
                        "from",
                        agreement.signed().startInclusive(),
                        "until",
                        agreement.endExclusive()));
    }

    private static List<Finding> perform(Agreement agreement, DutyPerformed performed) {
        int count = agreement.signed().duties().size();
        boolean open =
                performed.duty() >= 1
                        && performed.duty() <= count
                        && !agreement.isPerformed(performed.duty());
        return List.of(
                CobuildingRule.PERFORMED.check(open, "duty", performed.duty(), "count", count),
                CobuildingRule.PERFORMED_ON.check(
                        !performed.performedOn().isBefore(agreement.signed().startInclusive())
                                && !performed.performedOn().isAfter(day(performed.occurredAt())),
                        "performed",
                        performed.performedOn(),
                        "from",
                        agreement.signed().startInclusive(),
                        "recorded",
                        day(performed.occurredAt())));
    }

    /** Needs and resources share their identifiers, so that one word never means two entries. */
    private Step list(CobuildingEvent event, ListingId id, Runnable effect) {
        List<Finding> found = beginning(event);
        found.add(isNew(id, !needs.containsKey(id) && !resources.containsKey(id)));
        return new Step(found, effect);
    }

    private Step withdraw(ResourceWithdrawn gone) {
        ListingId id = gone.listing();
        List<Finding> found = new ArrayList<>();
        found.add(sameDistrict(gone));
        found.add(CobuildingRule.KNOWN.check(resources.containsKey(id), "id", id));
        found.add(CobuildingRule.OFFERED.check(!withdrawn.contains(id), "resource", id));
        needs.values().stream()
                .filter(need -> need.resource().filter(id::equals).isPresent())
                .filter(need -> !need.stage().isFinal())
                .map(need -> CobuildingRule.UNCLAIMED.check(false, "need", need.listed().listing()))
                .forEach(found::add);
        return new Step(found, () -> withdrawn.add(id));
    }

    private Step match(NeedMatched matched) {
        ResourceListed listed = resources.get(matched.resource());
        Step step =
                forNeed(
                        matched.listing(),
                        matched,
                        Stage.LISTED,
                        need ->
                                listed == null
                                        ? List.of(
                                                CobuildingRule.KNOWN.check(
                                                        false, "id", matched.resource()))
                                        : claim(need, listed, matched));
        return and(
                step,
                () -> claimed.merge(matched.resource(), quantity(matched.listing()), Long::sum));
    }

    private List<Finding> claim(Need need, ResourceListed listed, NeedMatched matched) {
        List<Finding> found = new ArrayList<>(claimable(need.listed().terms(), listed));
        found.add(inOrder(listed.occurredAt(), matched));
        return found;
    }

    private List<Finding> agree(Need need, NeedAgreed agreed) {
        Agreement agreement = agreements.get(agreed.agreement());
        if (agreement == null) {
            return List.of(CobuildingRule.KNOWN.check(false, "id", agreed.agreement()));
        }
        boolean party =
                need.resource()
                        .map(resources::get)
                        .filter(listed -> agreement.signed().parties().contains(listed.provider()))
                        .isPresent();
        return List.of(
                inForce(agreement, day(agreed.occurredAt())),
                CobuildingRule.PROVIDER.check(party, "agreement", agreed.agreement()));
    }

    private Step drop(NeedDropped dropped) {
        ListingId id = dropped.listing();
        EnumSet<Stage> live = EnumSet.range(Stage.LISTED, Stage.IN_PROGRESS);
        Step step = forNeed(id, dropped, live, need -> List.of());
        return and(
                step,
                () ->
                        Optional.ofNullable(needs.get(id))
                                .flatMap(Need::resource)
                                .ifPresent(r -> claimed.merge(r, -quantity(id), Long::sum)));
    }

    private Step forNeed(
            ListingId id,
            CobuildingEvent event,
            Stage needed,
            Function<Need, List<Finding>> rules) {
        return forNeed(id, event, EnumSet.of(needed), rules);
    }

    private Step forNeed(
            ListingId id,
            CobuildingEvent event,
            Set<Stage> stages,
            Function<Need, List<Finding>> rules) {
        Need need = needs.get(id);
        List<Finding> found = new ArrayList<>();
        found.add(sameDistrict(event));
        found.add(CobuildingRule.KNOWN.check(need != null, "id", id));
        if (need == null) {
            return new Step(found, () -> {});
        }
        found.add(
                CobuildingRule.STAGE.check(
                        stages.contains(need.stage()),
                        "need",
                        id,
                        "stage",
                        need.stage(),
                        "needed",
                        stages));
        found.add(inOrder(need.lastAt(), event));
        found.addAll(rules.apply(need));
        return new Step(found, () -> needs.put(id, need.plus(event)));
    }

    private long quantity(ListingId need) {
        return Optional.ofNullable(needs.get(need)).orElseThrow().listed().terms().quantity();
    }

    private static Step and(Step step, Runnable more) {
        return new Step(
                step.findings(),
                () -> {
                    step.effect().run();
                    more.run();
                });
    }

    private List<Finding> beginning(CobuildingEvent event) {
        return new ArrayList<>(List.of(sameDistrict(event)));
    }

    private Finding sameDistrict(CobuildingEvent event) {
        return CobuildingRule.DISTRICT.check(
                event.community().equals(district),
                "district",
                event.community(),
                "expected",
                district);
    }

    private static Finding inOrder(Instant last, CobuildingEvent event) {
        return CobuildingRule.TIME_ORDER.check(
                !event.occurredAt().isBefore(last), "last", last, "at", event.occurredAt());
    }

    private static Finding limit(int count, int most) {
        return CobuildingRule.LIMIT.check(count < most, "most", most);
    }

    private static Finding isNew(Object id, boolean met) {
        return CobuildingRule.NEW.check(met, "id", id);
    }

    private static Finding inForce(Agreement agreement, LocalDate day) {
        return CobuildingRule.IN_FORCE.check(
                agreement.isInForce(day),
                "agreement",
                agreement.signed().agreement(),
                "from",
                agreement.signed().startInclusive(),
                "until",
                agreement.endExclusive(),
                "day",
                day);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }
}
