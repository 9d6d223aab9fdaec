package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.AT;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.Acting.Call;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.ItemAdopted;
import io.github.xinyi.governance.committee.CommitteeEvent.ManagementCommitteeFormed;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberLeft;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSeated;
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
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CommitteeProperties {

    private static final Resolution ELECTION = Bodies.resolution(Matter.COMMITTEE_ELECTION);
    private static final int PEOPLE = 14;

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
        Committee body = Committee.from(history);
        for (int step = 0; step < 60; step++) {
            Committee before = body;
            Outcome<CommitteeEvent> outcome = command(body, law, random);
            assertThat(body).isEqualTo(Committee.from(history));
            body =
                    outcome.fold(
                            event -> {
                                history.add(event);
                                return before.after(event);
                            },
                            ruling -> before);
        }

        assertThat(body)
                .isEqualTo(Committee.from(history))
                .hasSameHashCodeAs(Committee.from(history));
        recount(history, law);
    }

    @Property(tries = 2_000)
    void adoptsExactlyWhatACountByHandAdopts(
            @ForAll Law law,
            @ForAll @IntRange(min = 5, max = 9) int seats,
            @ForAll @IntRange(min = 0, max = 3) int leavers,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<CommitteeEvent> history = founding(law, seats);
        Committee body = Committee.from(history);
        int full = body.fullNumber();
        for (int i = 0; i < leavers; i++) {
            PersonId leaver = any(persons(body), random);
            body =
                    Bodies.after(
                            body,
                            body.acting(law.clauses).leave(leaver, Departure.RESIGNED, START, AT));
        }
        Set<PersonId> present = some(persons(body), random);
        Committee held = Bodies.held(body, law.clauses, present);
        Set<PersonId> approvals = some(present, random);

        boolean adopted =
                held.acting(law.clauses)
                        .adopt(Bodies.SESSION, Bodies.ITEM, approvals, AT)
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

    private static List<CommitteeEvent> founding(Law law, int seats) {
        boolean mixed = law == Law.MANAGEMENT;
        Slate odd = new Slate(9, Bodies.owners(1, seats), Bodies.owners(10, 3));
        Outcome<CommitteeEvent> outcome =
                mixed
                        ? Bodies.form(
                                law.clauses, Bodies.mixed(seats < 8 ? 7 : 9, seats < 8 ? 4 : 5))
                        : Bodies.elect(law.clauses, odd);
        return new ArrayList<>(List.of(Bodies.value(outcome)));
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

    private static Outcome<CommitteeEvent> command(Committee body, Law law, Random random) {
        Acting acting = body.acting(law.clauses);
        Set<PersonId> members = persons(body);
        boolean wild = random.nextInt(6) == 0 || members.isEmpty();
        Set<PersonId> pool = wild ? everybody() : members;
        LocalDate day = START.plusDays(random.nextInt(600));
        MeetingId session = MeetingId.of("S" + random.nextInt(4));
        MotionId item = MotionId.of("I" + random.nextInt(2));
        PersonId one = person(1 + random.nextInt(PEOPLE));
        Candidacy candidate =
                new Candidacy(new Member(one, Side.OWNERS), Option.Nominator.SELF, Set.of());
        return switch (random.nextInt(16)) {
            case 0, 1 -> acting.call(call(session, some(pool, random), day, random), List.of(), AT);
            case 2, 3 ->
                    acting.hold(session, some(pool, random), wild ? Set.of(one) : Set.of(), AT);
            case 4, 5, 6 -> acting.adopt(session, item, some(pool, random), AT);
            case 7 -> acting.leave(one, any(EnumSet.allOf(Departure.class), random), day, AT);
            case 8 -> acting.seatAlternate(candidate, day, AT);
            case 9 -> acting.seatElected(candidate, ELECTION, day, AT);
            case 10 -> acting.suspend(one, day, AT);
            case 11 ->
                    acting.useSeal(
                            new SealUse(
                                    Seal.COMMITTEE,
                                    session,
                                    item,
                                    new TreeSet<>(some(pool, random))),
                            day,
                            AT);
            case 12 -> acting.chooseOfficers(one, List.of(), day, AT);
            case 13 -> acting.publish(session, day, random.nextInt(12), AT);
            case 14 -> acting.file(FilingOffice.STREET_OFFICE, day, AT);
            default ->
                    random.nextInt(20) == 0
                            ? acting.dissolve(START.plusDays(590), AT)
                            : acting.handOver(EnumSet.of(Estate.PAPERS), day, AT);
        };
    }

    private static <T extends Enum<T>> T any(EnumSet<T> all, Random random) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }

    private static Call call(
            MeetingId session, Set<PersonId> callers, LocalDate day, Random random) {
        List<Item> items =
                IntStream.range(0, 2)
                        .mapToObj(
                                n ->
                                        new Item(
                                                MotionId.of("I" + n),
                                                any(EnumSet.allOf(Competence.class), random),
                                                random.nextInt(4) == 0
                                                        ? new TreeSet<>(
                                                                Set.of(
                                                                        any(
                                                                                EnumSet.allOf(
                                                                                        Matter
                                                                                                .class),
                                                                                random)))
                                                        : new TreeSet<>(),
                                                "议题"))
                        .toList();
        return new Call(session, callers, items, day.minusDays(random.nextInt(12)), day);
    }

    /** Counts again from the events alone, with nothing of the code that decided. */
    private static void recount(List<CommitteeEvent> history, Law law) {
        Set<PersonId> members = new HashSet<>();
        Map<MeetingId, Integer> present = new HashMap<>();
        int full = 0;
        for (CommitteeEvent event : history) {
            if (event instanceof CommitteeElected e) {
                e.members().forEach(m -> members.add(m.person()));
            } else if (event instanceof ManagementCommitteeFormed e) {
                e.members().forEach(m -> members.add(m.person()));
            } else if (event instanceof MemberLeft e) {
                members.remove(e.person());
            } else if (event instanceof MemberSeated e) {
                members.add(e.member().person());
            } else if (event instanceof SessionCalled e) {
                assertThat(e.items())
                        .allMatch(
                                i ->
                                        i.matters().isEmpty()
                                                || i.competence() == Competence.CONVENE
                                                || i.competence() == Competence.CARRY_OUT);
            } else if (event instanceof SessionHeld e) {
                assertThat(members).containsAll(e.present());
                present.put(e.session(), e.present().size() + e.represented().size());
            } else if (event instanceof ItemAdopted e) {
                assertThat(
                                law.decides(
                                        present.getOrDefault(e.session(), 0),
                                        e.approvals().size(),
                                        full))
                        .as("%s of %s", e, full)
                        .isTrue();
            } else if (event instanceof SealUsed e) {
                assertThat(2 * e.use().approvals().size()).isGreaterThan(full);
            }
            full = Math.max(full, members.size());
        }
    }
}
