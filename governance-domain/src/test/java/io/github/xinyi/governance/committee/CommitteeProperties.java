package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.committee.Acting.Call;
import io.github.xinyi.governance.committee.Acting.Proposal;
import io.github.xinyi.governance.committee.CommitteeEvent.AlternateSeated;
import io.github.xinyi.governance.committee.CommitteeEvent.Annuller;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.Dissolution;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.ItemAdopted;
import io.github.xinyi.governance.committee.CommitteeEvent.ManagementCommitteeFormed;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberElected;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberLeft;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberRecalled;
import io.github.xinyi.governance.committee.CommitteeEvent.Receiver;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsed;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionHeld;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.Item.Competence;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.committee.SealUse.Seal;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CommitteeProperties {

    private static final Resolution CHOICE = Bodies.resolution(Matter.MANAGER_APPOINTMENT);
    private static final int PEOPLE = 14;
    private static final Map<String, CommitteeEvent> FOUNDINGS = new ConcurrentHashMap<>();

    /** The laws of which one is drawn, each with what it asks of a decision. */
    private enum Law {
        BEIJING(LocalLaw.beijing()),
        SHANDONG(LocalLaw.shandong()),
        HALF(LocalLaw.beijing().with(LegalShare.DECISION, LocalLaw.HALF, LocalLaw.beijing(45))),
        MANAGEMENT(LocalLaw.beijingManagement());

        private final CommitteeClauses clauses;

        Law(CommitteeClauses clauses) {
            this.clauses = clauses;
        }

        /** The same shares counted by hand. */
        boolean decides(int present, int approvals, int full) {
            boolean quorum = this == SHANDONG ? 3 * present >= 2 * full : 2 * present > full;
            boolean consent = this == HALF ? 2 * approvals >= full : 2 * approvals > full;
            return quorum && consent;
        }
    }

    @Property(tries = 300)
    void everyHistoryReplaysAndNoRefusedCommandChangesTheBody(
            @ForAll Law law, @ForAll @IntRange(min = 5, max = 9) int seats, @ForAll long seed) {
        Random random = new Random(seed);
        List<CommitteeEvent> history = founding(law, seats);
        Committee body = Committee.from(history, law.clauses);
        Day today = new Day(START);
        for (int step = 0; step < 60; step++) {
            Committee before = body;
            Outcome<CommitteeEvent> outcome = command(body, law, today, random);
            body =
                    outcome.fold(
                            event -> {
                                history.add(event);
                                assertThat(before.acting(law.clauses).ruling(event).notMet())
                                        .isEmpty();
                                return before.after(event);
                            },
                            ruling -> before);
        }

        assertThat(body)
                .isEqualTo(Committee.from(history, law.clauses))
                .hasSameHashCodeAs(Committee.from(history, law.clauses));
        recount(history, law);
    }

    /** A history that was tampered with is refused, or is one that commands could have made. */
    @Property(tries = 500)
    void noTamperedHistoryIsReplayedIntoWhatNoCommandWouldTake(
            @ForAll Law law, @ForAll @IntRange(min = 5, max = 9) int seats, @ForAll long seed) {
        Random random = new Random(seed);
        List<CommitteeEvent> history = history(law, seats, random);
        int place = random.nextInt(history.size());
        CommitteeEvent forged = tampered(history.get(place), random);
        switch (random.nextInt(4)) {
            case 0 -> history.remove(place);
            case 1 -> history.add(place, forged);
            default -> history.set(place, forged);
        }

        try {
            Committee.from(history, law.clauses);
        } catch (IllegalArgumentException e) {
            return;
        }
        recount(history, law);
    }

    private static List<CommitteeEvent> history(Law law, int seats, Random random) {
        List<CommitteeEvent> history = founding(law, seats);
        Committee body = Committee.from(history, law.clauses);
        Day today = new Day(START);
        for (int step = 0; step < 40; step++) {
            Committee before = body;
            body =
                    command(body, law, today, random)
                            .fold(
                                    event -> {
                                        history.add(event);
                                        return before.after(event);
                                    },
                                    ruling -> before);
        }
        return history;
    }

    private static CommitteeEvent tampered(CommitteeEvent event, Random random) {
        if (event instanceof SessionCalled e) {
            List<Item> items =
                    e.items().stream()
                            .map(
                                    i ->
                                            new Item(
                                                    i.id(),
                                                    Competence.OWN_AFFAIRS,
                                                    i.business(),
                                                    i.title(),
                                                    i.behind(),
                                                    i.declaredBy()))
                            .toList();
            return new SessionCalled(
                    e.community(),
                    e.session(),
                    e.callers(),
                    items,
                    e.announcedOn(),
                    e.heldOn().minusDays(random.nextInt(3)),
                    e.occurredAt());
        }
        if (event instanceof SessionHeld e) {
            SortedSet<PersonId> nobody = new TreeSet<>();
            return new SessionHeld(
                    e.community(),
                    e.session(),
                    random.nextBoolean() ? nobody : new TreeSet<>(everybody()),
                    random.nextBoolean() ? nobody : e.present(),
                    e.occurredAt());
        }
        if (event instanceof ItemAdopted e) {
            return new ItemAdopted(
                    e.community(),
                    e.session(),
                    e.item(),
                    new TreeSet<>(some(e.approvals(), random)),
                    e.occurredAt());
        }
        if (event instanceof SealUsed e) {
            SealUse use =
                    new SealUse(
                            e.use().seal(),
                            e.use().meeting(),
                            e.use().decision(),
                            new TreeSet<>(some(e.use().approvals(), random)));
            return new SealUsed(e.community(), use, e.behind(), e.usedOn(), e.occurredAt());
        }
        return event;
    }

    @Property(tries = 2_000)
    void adoptsExactlyWhatACountByHandAdopts(
            @ForAll Law law,
            @ForAll @IntRange(min = 5, max = 9) int seats,
            @ForAll @IntRange(min = 0, max = 3) int leavers,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<CommitteeEvent> history = founding(law, seats);
        Committee body = Committee.from(history, law.clauses);
        int full = body.fullNumber();
        for (int i = 0; i < leavers; i++) {
            PersonId leaver = any(persons(body), random);
            body =
                    Bodies.after(
                            body,
                            body.acting(law.clauses)
                                    .leave(leaver, Departure.RESIGNED, START, at(START)));
        }
        Set<PersonId> present = some(persons(body), random);
        Committee held = Bodies.held(body, law.clauses, present);
        Set<PersonId> approvals = some(present, random);

        boolean adopted =
                held.acting(law.clauses)
                        .adopt(Bodies.SESSION, Bodies.ITEM, approvals, Bodies.HELD_AT)
                        .isAccepted();

        List<PersonId> owners =
                held.members().stream()
                        .filter(m -> m.side() == Side.OWNERS)
                        .map(Member::person)
                        .toList();
        long ownersPresent = owners.stream().filter(present::contains).count();
        assertThat(adopted)
                .isEqualTo(
                        law.decides(present.size(), approvals.size(), full)
                                && (law != Law.MANAGEMENT || 2 * ownersPresent > owners.size()));
    }

    /** Voting on an election takes long, and its event is the same every time. */
    private static List<CommitteeEvent> founding(Law law, int seats) {
        return new ArrayList<>(
                List.of(FOUNDINGS.computeIfAbsent(law + " " + seats, key -> founded(law, seats))));
    }

    private static CommitteeEvent founded(Law law, int seats) {
        Slate odd = new Slate(9, Bodies.owners(1, seats), Bodies.owners(10, 3));
        return Bodies.value(
                law == Law.MANAGEMENT
                        ? Bodies.form(
                                law.clauses, Bodies.mixed(seats < 8 ? 7 : 9, seats < 8 ? 4 : 5))
                        : Bodies.elect(law.clauses, odd));
    }

    private static Set<PersonId> persons(Committee body) {
        return body.members().stream()
                .map(Member::person)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<PersonId> everybody() {
        return IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(Bodies::person)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<PersonId> some(Set<PersonId> all, Random random) {
        int odds = 1 + random.nextInt(8);
        return all.stream()
                .filter(person -> random.nextInt(8) < odds)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PersonId any(Set<PersonId> all, Random random) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }

    /** The day goes on and never back. */
    private static final class Day {
        private LocalDate today;

        Day(LocalDate today) {
            this.today = today;
        }

        LocalDate later(int days) {
            today = today.plusDays(days);
            return today;
        }
    }

    private static Outcome<CommitteeEvent> command(
            Committee body, Law law, Day calendar, Random random) {
        Acting acting = body.acting(law.clauses);
        Set<PersonId> members = persons(body);
        boolean wild = random.nextInt(6) == 0 || members.isEmpty();
        Set<PersonId> pool = wild ? everybody() : members;
        LocalDate today = calendar.later(random.nextInt(8));
        LocalDate day = today.minusDays(random.nextInt(4) - (wild ? 1 : 0));
        Instant now = at(today);
        MeetingId session = MeetingId.of("S" + random.nextInt(4));
        MotionId item = MotionId.of("I" + random.nextInt(2));
        PersonId one = person(1 + random.nextInt(PEOPLE));
        Candidacy candidate =
                new Candidacy(new Member(one, Side.OWNERS), Option.Nominator.SELF, new TreeSet<>());
        return switch (random.nextInt(25)) {
            case 0, 1, 2 ->
                    acting.call(
                            call(session, some(pool, random), today, random), List.of(CHOICE), now);
            case 3, 4 ->
                    acting.hold(session, some(pool, random), wild ? Set.of(one) : Set.of(), now);
            case 5, 6, 7 -> acting.adopt(session, item, some(pool, random), now);
            case 8 -> acting.leave(one, any(EnumSet.allOf(Departure.class), random), day, now);
            case 9 -> acting.seatAlternate(candidate, day, now);
            case 10 -> acting.seatElected(candidate, seating(body, one, day), day, now);
            case 11 -> acting.suspend(one, day, now);
            case 12 ->
                    acting.useSeal(
                            new SealUse(
                                    Seal.COMMITTEE,
                                    session,
                                    item,
                                    new TreeSet<>(some(pool, random))),
                            day,
                            now);
            case 13 -> acting.chooseOfficers(one, List.of(), day, now);
            case 14 -> acting.publish(session, day, random.nextInt(4), now);
            case 15 -> acting.file(FilingOffice.STREET_OFFICE, day, now);
            case 16 -> acting.recall(one, recalling(body, one, day), day, now);
            case 17 ->
                    acting.annul(
                            new AdoptedMotion.Decision(session, item), Annuller.COURT, day, now);
            case 18 ->
                    acting.handOver(
                            EnumSet.of(Estate.PAPERS), Receiver.RESIDENTS_COMMITTEE, day, now);
            case 19 ->
                    acting.liftSuspension(
                            one, paper(body, one), rejected(body, one, day), day, now);
            case 20 -> acting.demand(some(pool, random), day, now);
            case 21 -> acting.publish(session, day, today, now);
            case 22 -> acting.recordRejection(one, paper(body, one), rejected(body, one, day), now);
            case 23 -> acting.proposeRecall(one, new Proposal(some(pool, random), 0, PEOPLE), now);
            default ->
                    random.nextInt(20) == 0
                            ? acting.dissolve(Dissolution.AREA_GONE, day, now)
                            : acting.dissolve(Dissolution.OWNERS_COMMITTEE_FILED, day, now);
        };
    }

    private static SeatPaper.Vote seating(Committee body, PersonId person, LocalDate day) {
        return Bodies.voted(
                SeatPaper.electing(body.community(), body.body().term(), Set.of(person), List.of()),
                day);
    }

    private static SeatPaper paper(Committee body, PersonId person) {
        return SeatPaper.recalling(body.community(), body.body().term(), Set.of(person));
    }

    private static MotionResult rejected(Committee body, PersonId person, LocalDate day) {
        return Bodies.vote(day, Choice.AGAINST, paper(body, person).document());
    }

    private static SeatPaper.Vote recalling(Committee body, PersonId person, LocalDate day) {
        return Bodies.voted(
                SeatPaper.recalling(body.community(), body.body().term(), Set.of(person)), day);
    }

    private static <T extends Enum<T>> T any(EnumSet<T> all, Random random) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }

    private static Call call(
            MeetingId session, Set<PersonId> callers, LocalDate today, Random random) {
        List<Item> items =
                IntStream.range(0, 2)
                        .mapToObj(n -> item(MotionId.of("I" + n), callers, random))
                        .toList();
        return new Call(session, callers, items, today, today.plusDays(random.nextInt(12)));
    }

    private static Item item(MotionId id, Set<PersonId> callers, Random random) {
        if (random.nextInt(3) == 0) {
            return Item.carryingOut(id, CHOICE);
        }
        Item item =
                random.nextBoolean()
                        ? Item.own(id, Business.OFFICERS, "议题")
                        : new Item(
                                id,
                                any(EnumSet.allOf(Competence.class), random),
                                new TreeSet<>(Set.of(any(EnumSet.allOf(Business.class), random))),
                                "议题",
                                List.of(),
                                List.of());
        return callers.isEmpty() ? item : item.declaredBy(any(callers, random));
    }

    /** Counts again from the events alone, with nothing of the code that decided. */
    private static void recount(List<CommitteeEvent> history, Law law) {
        Map<PersonId, Side> members = new HashMap<>();
        Map<MeetingId, Integer> present = new HashMap<>();
        int full = 0;
        for (CommitteeEvent event : history) {
            if (event instanceof CommitteeElected e) {
                e.slate().seats().forEach(c -> members.put(c.person(), c.member().side()));
            } else if (event instanceof ManagementCommitteeFormed e) {
                e.slate().seats().forEach(c -> members.put(c.person(), c.member().side()));
            } else if (event instanceof MemberLeft e) {
                members.remove(e.person());
            } else if (event instanceof MemberRecalled e) {
                members.remove(e.person());
                assertThat(e.mandate().recalled()).contains(e.person());
            } else if (event instanceof AlternateSeated e) {
                members.put(e.alternate().person(), e.alternate().member().side());
            } else if (event instanceof MemberElected e) {
                members.put(e.elected().person(), e.elected().member().side());
                assertThat(e.mandate().seated()).contains(e.elected().person());
            } else if (event instanceof SessionCalled e) {
                assertThat(e.items()).noneMatch(CommitteeProperties::decidesOneOfTheNine);
            } else if (event instanceof SessionHeld e) {
                assertThat(members.keySet()).containsAll(e.present()).containsAll(e.represented());
                assertThat(e.represented()).noneMatch(p -> members.get(p) == Side.OWNERS);
                present.put(e.session(), e.present().size() + e.represented().size());
            } else if (event instanceof ItemAdopted e) {
                int attended = present.getOrDefault(e.session(), 0);
                assertThat(law.decides(attended, e.approvals().size(), full))
                        .as("%s of %s", e, full)
                        .isTrue();
            } else if (event instanceof SealUsed e) {
                assertThat(2 * e.use().approvals().size()).isGreaterThan(full);
            }
            full = Math.max(full, members.size());
        }
    }

    private static boolean decidesOneOfTheNine(Item item) {
        boolean decides =
                item.competence() == Competence.DELEGATED
                        || item.competence() == Competence.OWN_AFFAIRS;
        return decides && item.business().stream().anyMatch(kind -> kind.matter().isPresent());
    }
}
