package io.github.xinyi.governance.cobuilding;

import static io.github.xinyi.governance.cobuilding.Lists.DISTRICT;
import static io.github.xinyi.governance.cobuilding.Lists.MARCH_1;
import static io.github.xinyi.governance.cobuilding.Lists.PAPER;
import static io.github.xinyi.governance.cobuilding.Lists.TEXT;
import static io.github.xinyi.governance.cobuilding.Lists.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementEnded;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementRenewed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementSigned;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.DutyPerformed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedAgreed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedCompleted;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedDropped;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedListed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedMatched;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.ResourceWithdrawn;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.WorkStarted;
import io.github.xinyi.governance.cobuilding.Need.Stage;
import io.github.xinyi.governance.identity.AgreementId;
import io.github.xinyi.governance.identity.ListingId;
import io.github.xinyi.governance.voting.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random commands on small lists in which claims are many and resources scarce. */
class CobuildingProperties {

    private static final int COMMANDS = 150;

    /** The term of an agreement, read from the record alone. */
    private record Span(LocalDate start, LocalDate end, boolean isEnded) {

        boolean holdsOn(LocalDate day) {
            return start.compareTo(day) <= 0 && day.compareTo(end) < 0;
        }

        /** Where a day lies, as far as a term cares. */
        String place(LocalDate day) {
            for (int days = -1; days <= 1; days++) {
                if (day.equals(end.plusDays(days))) {
                    return "end" + days;
                }
            }
            for (int days = -1; days <= 1; days++) {
                if (day.equals(start.plusDays(days))) {
                    return "start" + days;
                }
            }
            return "elsewhere";
        }
    }

    /** A command on an agreement that is known: its term before, and what was in the way. */
    private record Tried(CobuildingEvent event, Span before, Set<CobuildingRule> against) {

        LocalDate day() {
            return event.occurredAt().atZone(Meeting.ZONE).toLocalDate();
        }
    }

    /** What was done, what was tried, and how far the days went. */
    private record Course(
            List<CobuildingEvent> history,
            List<Tried> tried,
            Map<AgreementId, Span> spans,
            LocalDate today) {}

    private static List<CobuildingEvent> history(Random random) {
        return course(random).history();
    }

    private static Course course(Random random) {
        List<CobuildingEvent> history = new ArrayList<>();
        List<Tried> tried = new ArrayList<>();
        Map<AgreementId, Span> spans = new HashMap<>();
        Cobuilding state = Cobuilding.from(DISTRICT, List.of());
        LocalDate today = MARCH_1;
        for (int i = 0; i < COMMANDS; i++) {
            CobuildingEvent event = any(random, today, state, spans);
            Set<CobuildingRule> against = Lists.against(state, event);
            of(event, spans).ifPresent(span -> tried.add(new Tried(event, span, against)));
            if (against.isEmpty()) {
                state = state.after(event);
                history.add(event);
                span(event, spans);
            }
            today = today.plusDays(random.nextInt(3) / 2);
        }
        Cobuilding replayed = Cobuilding.from(DISTRICT, history);
        assertThat(replayed.needs()).isEqualTo(state.needs());
        assertThat(replayed.resources()).isEqualTo(state.resources());
        assertThat(replayed.agreements()).isEqualTo(state.agreements());
        for (ListingId resource : state.resources().keySet()) {
            assertThat(replayed.free(resource)).isEqualTo(state.free(resource));
        }
        return new Course(history, tried, spans, today);
    }

    private static Optional<Span> of(CobuildingEvent event, Map<AgreementId, Span> spans) {
        if (event instanceof AgreementRenewed renewed) {
            return Optional.ofNullable(spans.get(renewed.agreement()));
        } else if (event instanceof AgreementEnded ended) {
            return Optional.ofNullable(spans.get(ended.agreement()));
        }
        return event instanceof NeedAgreed agreed
                ? Optional.ofNullable(spans.get(agreed.agreement()))
                : Optional.empty();
    }

    private static void span(CobuildingEvent event, Map<AgreementId, Span> spans) {
        if (event instanceof AgreementSigned signed) {
            spans.put(
                    signed.agreement(),
                    new Span(signed.startInclusive(), signed.endExclusive(), false));
        } else if (event instanceof AgreementRenewed renewed) {
            spans.computeIfPresent(
                    renewed.agreement(),
                    (id, was) -> new Span(was.start(), renewed.endExclusive(), false));
        } else if (event instanceof AgreementEnded ended) {
            spans.computeIfPresent(
                    ended.agreement(), (id, was) -> new Span(was.start(), ended.endedOn(), true));
        }
    }

    private static CobuildingEvent any(
            Random random, LocalDate day, Cobuilding state, Map<AgreementId, Span> spans) {
        String resource = "R" + random.nextInt(3);
        AgreementId agreement = AgreementId.of("A" + random.nextInt(6));
        String need = aNeed(random, state, Stage.LISTED);
        return switch (random.nextInt(20)) {
            case 0, 1 -> signed(random, agreement, day);
            case 2 -> Lists.resource(resource, 1 + random.nextInt(20), Lists.HERE, "养老");
            case 3, 4 -> Lists.need("N" + random.nextInt(20), 1 + random.nextInt(6), "养老");
            case 5, 6, 7 -> Lists.match(need, resource);
            case 8, 9, 10 -> {
                ListingId matched = ListingId.of(aNeed(random, state, Stage.MATCHED));
                yield new NeedAgreed(DISTRICT, matched, agreement, at(day));
            }
            case 11 -> {
                ListingId agreed = ListingId.of(aNeed(random, state, Stage.AGREED));
                yield new WorkStarted(DISTRICT, agreed, at(day));
            }
            case 12 -> {
                ListingId begun = ListingId.of(aNeed(random, state, Stage.IN_PROGRESS));
                yield new NeedCompleted(DISTRICT, begun, PAPER, at(day));
            }
            case 13 -> new NeedDropped(DISTRICT, ListingId.of(need), TEXT, at(day));
            case 14 -> new ResourceWithdrawn(DISTRICT, ListingId.of(resource), TEXT, at(day));
            default -> onAgreement(random, agreement, day, spans);
        };
    }

    /** Mostly one that has come so far, if there is any. */
    private static String aNeed(Random random, Cobuilding state, Stage stage) {
        List<String> so =
                state.needs().values().stream()
                        .filter(need -> need.stage() == stage)
                        .map(need -> need.listed().listing().value())
                        .toList();
        return so.isEmpty() || random.nextInt(4) == 0
                ? "N" + random.nextInt(20)
                : so.get(random.nextInt(so.size()));
    }

    /** Some begin today, some before or after; all are short, so that days fall on their ends. */
    private static AgreementSigned signed(Random random, AgreementId agreement, LocalDate day) {
        LocalDate start = day.plusDays(random.nextInt(4) - 1);
        LocalDate end = start.plusDays(2 + random.nextInt(9));
        return Lists.agreement(agreement.value(), start, end, start, day);
    }

    private static CobuildingEvent onAgreement(
            Random random, AgreementId agreement, LocalDate day, Map<AgreementId, Span> spans) {
        Span span = spans.getOrDefault(agreement, new Span(day, day.plusDays(1), false));
        LocalDate bound = random.nextInt(3) == 0 ? span.start() : span.end();
        LocalDate near = bound.plusDays(random.nextInt(3) - 1);
        return switch (random.nextInt(5)) {
            case 0 -> new DutyPerformed(DISTRICT, agreement, 1, day, PAPER, at(day));
            case 1, 2 ->
                    new AgreementRenewed(
                            DISTRICT,
                            agreement,
                            random.nextBoolean() ? near : span.end().plusDays(1),
                            at(day));
            default -> new AgreementEnded(DISTRICT, agreement, near, TEXT, at(day));
        };
    }

    @Property(tries = 300)
    void noResourceIsEverOverbooked(@ForAll Random random) {
        Map<ListingId, Long> left = new HashMap<>();
        Map<ListingId, Long> wanted = new HashMap<>();
        Map<ListingId, ListingId> claims = new HashMap<>();
        for (CobuildingEvent event : history(random)) {
            if (event instanceof CobuildingEvent.ResourceListed listed) {
                left.put(listed.listing(), listed.terms().quantity());
            }
            if (event instanceof NeedListed listed) {
                wanted.put(listed.listing(), listed.terms().quantity());
            }
            if (event instanceof NeedMatched matched) {
                claims.put(matched.listing(), matched.resource());
                left.merge(
                        matched.resource(), -wanted.getOrDefault(matched.listing(), 0L), Long::sum);
            }
            if (event instanceof NeedDropped dropped && claims.containsKey(dropped.listing())) {
                left.merge(
                        claims.getOrDefault(dropped.listing(), dropped.listing()),
                        wanted.getOrDefault(dropped.listing(), 0L),
                        Long::sum);
            }
            assertThat(left.values()).allMatch(free -> free >= 0);
        }
        Cobuilding state = Cobuilding.from(DISTRICT, history(new Random(random.nextLong())));
        state.resources().keySet().forEach(r -> assertThat(state.free(r)).isNotNegative());
    }

    /**
     * Read from the record alone: each need goes its way in order, ends once, and can always end.
     */
    @Property(tries = 300)
    void noNeedSkipsAStepAndEveryNeedEnds(@ForAll Random random) {
        List<CobuildingEvent> history = history(random);
        List<Class<?>> way =
                List.of(
                        NeedListed.class,
                        NeedMatched.class,
                        NeedAgreed.class,
                        WorkStarted.class,
                        NeedCompleted.class);
        Map<ListingId, List<Class<?>>> ways = new HashMap<>();
        for (CobuildingEvent event : history) {
            of(event)
                    .ifPresent(
                            need -> {
                                List<Class<?>> taken =
                                        ways.computeIfAbsent(need, n -> new ArrayList<>());
                                assertThat(taken)
                                        .doesNotContain(NeedDropped.class, NeedCompleted.class);
                                taken.add(event.getClass());
                            });
        }
        ways.values()
                .forEach(
                        taken -> {
                            List<Class<?>> kept = new ArrayList<>(taken);
                            kept.remove(NeedDropped.class);
                            assertThat(way.subList(0, kept.size())).isEqualTo(kept);
                        });

        Cobuilding state = Cobuilding.from(DISTRICT, history);
        for (ListingId need : ways.keySet()) {
            CobuildingEvent drop =
                    new NeedDropped(DISTRICT, need, TEXT, at(MARCH_1.plusDays(COMMANDS)));
            boolean ended =
                    Optional.ofNullable(state.needs().get(need)).orElseThrow().stage().isFinal();
            assertThat(state.propose(drop).isAccepted()).isEqualTo(!ended);
            state = ended ? state : state.after(drop);
        }
        assertThat(state.needs().values()).allMatch(need -> need.stage().isFinal());
    }

    /** By the days of the record alone: what was refused, and for which bound. */
    @Property(tries = 150)
    void aTermHoldsFromItsFirstDayUntilBeforeItsEndWhateverIsTried(@ForAll Random random) {
        Course course = course(random);
        for (Tried tried : course.tried()) {
            Span before = tried.before();
            CobuildingEvent event = tried.event();
            if (event instanceof AgreementRenewed renewed) {
                assertThat(tried.against().contains(CobuildingRule.IN_FORCE))
                        .isEqualTo(!before.holdsOn(tried.day()));
                assertThat(tried.against().contains(CobuildingRule.RENEWAL))
                        .isEqualTo(
                                before.isEnded() || !before.end().isBefore(renewed.endExclusive()));
            } else if (event instanceof AgreementEnded ended) {
                assertThat(tried.against().contains(CobuildingRule.END))
                        .isEqualTo(
                                before.isEnded()
                                        || !before.start().isBefore(ended.endedOn())
                                        || !ended.endedOn().isBefore(before.end()));
            } else if (tried.against().contains(CobuildingRule.IN_FORCE)) {
                assertThat(before.holdsOn(tried.day())).isFalse();
            } else {
                assertThat(!tried.against().isEmpty() || before.holdsOn(tried.day())).isTrue();
            }
        }

        Cobuilding state = Cobuilding.from(DISTRICT, course.history());
        assertThat(state.agreements()).hasSameSizeAs(course.spans());
        course.spans()
                .forEach(
                        (id, span) -> {
                            for (LocalDate bound : List.of(span.start(), span.end())) {
                                for (int days = -1; days <= 1; days++) {
                                    LocalDate day = bound.plusDays(days);
                                    assertThat(state.publicView(day).agreements())
                                            .filteredOn(term -> term.agreement().equals(id))
                                            .hasSize(span.holdsOn(day) ? 1 : 0);
                                }
                            }
                        });
    }

    /** Whatever still runs can be ended today, unless it only begins; the rest ends by itself. */
    @Property(tries = 100)
    void everyAgreementEnds(@ForAll Random random) {
        Course course = course(random);
        Cobuilding state = Cobuilding.from(DISTRICT, course.history());
        LocalDate today = course.today();
        course.spans()
                .forEach(
                        (id, span) -> {
                            boolean runs = span.start().isBefore(today) && span.holdsOn(today);
                            CobuildingEvent end =
                                    new AgreementEnded(DISTRICT, id, today, TEXT, at(today));
                            assertThat(state.propose(end).isAccepted())
                                    .isEqualTo(runs && !span.isEnded());
                            assertThat(
                                            Optional.ofNullable(state.agreements().get(id))
                                                    .orElseThrow()
                                                    .isInForce(span.end()))
                                    .isFalse();
                        });
    }

    /** Of each bound the day before, the day itself and the day after were tried. */
    @Property(tries = 1)
    void theDaysTriedFallOnBothSidesOfEveryBound() {
        Map<String, Integer> places = new HashMap<>();
        Set<AgreementId> endedByThemselves = new HashSet<>();
        for (int seed = 0; seed < 300; seed++) {
            Course course = course(new Random(seed));
            for (Tried tried : course.tried()) {
                CobuildingEvent event = tried.event();
                String kind = event.getClass().getSimpleName();
                String answer = tried.against().isEmpty() ? " accepted" : " refused";
                boolean isOfTerm =
                        tried.against().isEmpty()
                                || tried.against().equals(Set.of(CobuildingRule.IN_FORCE))
                                || tried.against().equals(Set.of(CobuildingRule.RENEWAL))
                                || tried.against().equals(Set.of(CobuildingRule.END));
                if (isOfTerm) {
                    Span span = tried.before();
                    places.merge(kind + " on " + span.place(tried.day()) + answer, 1, Integer::sum);
                    if (event instanceof AgreementRenewed renewed) {
                        places.merge(
                                kind + " to " + span.place(renewed.endExclusive()) + answer,
                                1,
                                Integer::sum);
                    } else if (event instanceof AgreementEnded ended) {
                        places.merge(
                                kind + " for " + span.place(ended.endedOn()) + answer,
                                1,
                                Integer::sum);
                    }
                }
            }
            course.spans().entrySet().stream()
                    .filter(e -> !e.getValue().isEnded())
                    .filter(e -> !e.getValue().end().isAfter(course.today()))
                    .forEach(e -> endedByThemselves.add(e.getKey()));
        }

        for (String place :
                List.of(
                        "NeedAgreed on start-1 refused",
                        "NeedAgreed on start0 accepted",
                        "NeedAgreed on start1 accepted",
                        "NeedAgreed on end-1 accepted",
                        "NeedAgreed on end0 refused",
                        "NeedAgreed on end1 refused",
                        "AgreementRenewed on start-1 refused",
                        "AgreementRenewed on start0 accepted",
                        "AgreementRenewed on end-1 accepted",
                        "AgreementRenewed on end0 refused",
                        "AgreementRenewed to end-1 refused",
                        "AgreementRenewed to end0 refused",
                        "AgreementRenewed to end1 accepted",
                        "AgreementEnded for start0 refused",
                        "AgreementEnded for start1 accepted",
                        "AgreementEnded for end-1 accepted",
                        "AgreementEnded for end0 refused",
                        "AgreementEnded for end1 refused")) {
            assertThat(places.getOrDefault(place, 0)).as(place).isGreaterThan(5);
        }
        assertThat(endedByThemselves).hasSizeGreaterThan(5);
    }

    /** Counted again from the record alone: agreed, and not dropped since. */
    @Property(tries = 100)
    void theListOfProjectsIsWhatARecountGives(@ForAll Random random) {
        List<CobuildingEvent> history = history(random);
        Set<ListingId> projects = new TreeSet<>();
        for (CobuildingEvent event : history) {
            if (event instanceof NeedAgreed agreed) {
                projects.add(agreed.listing());
            } else if (event instanceof NeedDropped dropped) {
                projects.remove(dropped.listing());
            }
        }

        assertThat(Cobuilding.from(DISTRICT, history).projects())
                .extracting(need -> need.listed().listing())
                .containsExactlyElementsOf(projects);
    }

    /** What everybody reads on a day, told again line by line. */
    @Property(tries = 150)
    void thePublicListsAreWhatARecountGives(@ForAll Random random) {
        Course course = course(random);
        for (int days = 0; days < 4; days++) {
            judge(course, MARCH_1.plusDays(random.nextInt(COMMANDS)), new HashMap<>());
        }
    }

    private static void judge(Course course, LocalDate day, Map<String, Integer> reached) {
        Map<AgreementId, AgreementSigned> signed = new TreeMap<>();
        Map<AgreementId, Long> performed = new HashMap<>();
        Map<ListingId, Long> free = new TreeMap<>();
        Map<ListingId, Long> wanted = new HashMap<>();
        Map<ListingId, ListingId> claims = new HashMap<>();
        Map<ListingId, Stage> stages = new TreeMap<>();
        for (CobuildingEvent event : course.history()) {
            of(event).ifPresent(need -> stages.put(need, stage(event)));
            if (event instanceof AgreementSigned own) {
                signed.put(own.agreement(), own);
            } else if (event instanceof DutyPerformed own) {
                performed.merge(own.agreement(), 1L, Long::sum);
            } else if (event instanceof CobuildingEvent.ResourceListed listed) {
                free.put(listed.listing(), listed.terms().quantity());
            } else if (event instanceof ResourceWithdrawn gone) {
                free.remove(gone.listing());
            } else if (event instanceof NeedListed listed) {
                wanted.put(listed.listing(), listed.terms().quantity());
            } else if (event instanceof NeedMatched own) {
                claims.put(own.listing(), own.resource());
            }
        }
        claims.forEach(
                (need, resource) -> {
                    if (stages.get(need) != Stage.DROPPED) {
                        free.computeIfPresent(
                                resource, (r, left) -> left - wanted.getOrDefault(need, 0L));
                    }
                });

        PublicLists view = Cobuilding.from(DISTRICT, course.history()).publicView(day);

        signed.values().removeIf(own -> !term(course, own.agreement()).holdsOn(day));
        assertThat(view.agreements())
                .extracting(PublicLists.Term::agreement)
                .containsExactlyElementsOf(signed.keySet());
        for (PublicLists.Term shown : view.agreements()) {
            long done = performed.getOrDefault(shown.agreement(), 0L);
            boolean due =
                    Optional.ofNullable(signed.get(shown.agreement())).stream()
                            .flatMap(own -> own.duties().stream())
                            .anyMatch(duty -> duty.dueOn().compareTo(day) < 0);
            assertThat(shown.endExclusive()).isEqualTo(term(course, shown.agreement()).end());
            assertThat(shown.duties()).isEqualTo(1);
            assertThat(shown.performed()).isEqualTo(done);
            assertThat(shown.overdue()).isEqualTo(due && done == 0 ? 1 : 0);
            reached.merge(done > 0 ? "performed" : due ? "overdue" : "not due", 1, Integer::sum);
        }
        assertThat(view.offers())
                .extracting(offer -> Map.entry(offer.resource(), offer.free()))
                .containsExactlyElementsOf(free.entrySet());
        assertThat(view.wishes())
                .extracting(wish -> Map.entry(wish.need(), wish.stage()))
                .containsExactlyElementsOf(stages.entrySet());
        view.wishes()
                .forEach(
                        wish ->
                                assertThat(wish.claimed())
                                        .isEqualTo(
                                                Optional.ofNullable(claims.get(wish.need()))
                                                        .stream()
                                                        .toList()));
        stages.values().forEach(stage -> reached.merge(stage.name(), 1, Integer::sum));
    }

    private static Span term(Course course, AgreementId agreement) {
        return Optional.ofNullable(course.spans().get(agreement)).orElseThrow();
    }

    private static Stage stage(CobuildingEvent event) {
        if (event instanceof NeedListed) {
            return Stage.LISTED;
        } else if (event instanceof NeedMatched) {
            return Stage.MATCHED;
        } else if (event instanceof NeedAgreed) {
            return Stage.AGREED;
        } else if (event instanceof WorkStarted) {
            return Stage.IN_PROGRESS;
        }
        return event instanceof NeedCompleted ? Stage.DONE : Stage.DROPPED;
    }

    @Property(tries = 1)
    void theListsReadReachEveryStageAndDuty() {
        Map<String, Integer> reached = new HashMap<>();
        for (int seed = 0; seed < 40; seed++) {
            Course course = course(new Random(seed));
            for (int day = 0; day < 60; day++) {
                judge(course, MARCH_1.plusDays(day), reached);
            }
        }

        List<String> every = new ArrayList<>(List.of("performed", "overdue", "not due"));
        Stream.of(Stage.values()).map(Stage::name).forEach(every::add);
        assertThat(every).allMatch(one -> reached.getOrDefault(one, 0) > 5, reached.toString());
    }

    private static Optional<ListingId> of(CobuildingEvent event) {
        if (event instanceof NeedListed listed) {
            return Optional.of(listed.listing());
        } else if (event instanceof NeedMatched matched) {
            return Optional.of(matched.listing());
        } else if (event instanceof NeedAgreed agreed) {
            return Optional.of(agreed.listing());
        } else if (event instanceof WorkStarted started) {
            return Optional.of(started.listing());
        } else if (event instanceof NeedCompleted completed) {
            return Optional.of(completed.listing());
        }
        return event instanceof NeedDropped dropped
                ? Optional.of(dropped.listing())
                : Optional.empty();
    }

    /** Personal Information Protection Law art. 25. */
    @Property(tries = 100)
    void thePublicListsShowNothingThatPeopleWrote(@ForAll Random random) {
        Cobuilding state = Cobuilding.from(DISTRICT, history(random));
        for (int days : List.of(0, 30, COMMANDS)) {
            assertThat(state.publicView(MARCH_1.plusDays(days)).toString())
                    .doesNotContain(TEXT.value(), PAPER.value());
        }
        assertThat(PublicLists.Term.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly(
                        "agreement",
                        "parties",
                        "startInclusive",
                        "endExclusive",
                        "duties",
                        "performed",
                        "overdue");
        assertThat(PublicLists.Offer.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("resource", "provider", "terms", "free");
        assertThat(PublicLists.Wish.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("need", "terms", "stage", "claimed");
    }

    @Property(tries = 200)
    void whatIsSuggestedCanBeClaimed(@ForAll Random random) {
        Cobuilding state = Cobuilding.from(DISTRICT, history(random));
        for (ListingId need : state.needs().keySet()) {
            for (Suggestion suggestion : state.suggestions(need)) {
                assertThat(
                                state.propose(
                                                Lists.match(
                                                        need.value(),
                                                        suggestion.resource().value()))
                                        .isAccepted())
                        .isTrue();
            }
        }
    }

    @Property(tries = 1)
    void theCommandsReachEveryKindOfEvent() {
        Set<Class<?>> kinds = new HashSet<>();
        IntStream.range(0, 60)
                .forEach(seed -> history(new Random(seed)).forEach(e -> kinds.add(e.getClass())));

        assertThat(kinds).containsExactlyInAnyOrder(CobuildingEvent.class.getPermittedSubclasses());
    }
}
