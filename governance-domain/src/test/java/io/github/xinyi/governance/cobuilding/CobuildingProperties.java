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
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random commands on small lists in which claims are many and resources scarce. */
class CobuildingProperties {

    private static final int COMMANDS = 150;

    private static List<CobuildingEvent> history(Random random) {
        List<CobuildingEvent> history = new ArrayList<>();
        Cobuilding state = Cobuilding.from(DISTRICT, List.of());
        for (int i = 0; i < COMMANDS; i++) {
            CobuildingEvent event = any(random, MARCH_1.plusDays(i));
            if (state.propose(event).isAccepted()) {
                state = state.after(event);
                history.add(event);
            }
        }
        Cobuilding replayed = Cobuilding.from(DISTRICT, history);
        assertThat(replayed.needs()).isEqualTo(state.needs());
        assertThat(replayed.resources()).isEqualTo(state.resources());
        assertThat(replayed.agreements()).isEqualTo(state.agreements());
        for (ListingId resource : state.resources().keySet()) {
            assertThat(replayed.free(resource)).isEqualTo(state.free(resource));
        }
        return history;
    }

    private static CobuildingEvent any(Random random, LocalDate day) {
        String resource = "R" + random.nextInt(3);
        String need = "N" + random.nextInt(8);
        ListingId listing = ListingId.of(need);
        AgreementId agreement = AgreementId.of("A" + random.nextInt(2));
        return switch (random.nextInt(14)) {
            case 0 -> Lists.agreement(agreement.value());
            case 1 -> Lists.resource(resource, 1 + random.nextInt(9), Lists.HERE, "养老");
            case 2, 3 -> Lists.need(need, 1 + random.nextInt(6), "养老");
            case 4, 5, 6 -> Lists.match(need, resource);
            case 7, 8 -> new NeedAgreed(DISTRICT, listing, agreement, at(day));
            case 9 -> new WorkStarted(DISTRICT, listing, at(day));
            case 10 -> new NeedCompleted(DISTRICT, listing, PAPER, at(day));
            case 11 -> new NeedDropped(DISTRICT, listing, TEXT, at(day));
            case 12 -> new ResourceWithdrawn(DISTRICT, ListingId.of(resource), TEXT, at(day));
            default -> onAgreement(random, agreement, day);
        };
    }

    private static CobuildingEvent onAgreement(
            Random random, AgreementId agreement, LocalDate day) {
        return switch (random.nextInt(3)) {
            case 0 -> new DutyPerformed(DISTRICT, agreement, 1, day, PAPER, at(day));
            case 1 ->
                    new AgreementRenewed(DISTRICT, agreement, Lists.YEAR_END.plusDays(1), at(day));
            default -> new AgreementEnded(DISTRICT, agreement, day, TEXT, at(day));
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

    /** Read from the record alone: nothing is agreed outside the term of an agreement. */
    @Property(tries = 300)
    void nothingIsAgreedOutsideTheTermAndEveryAgreementEnds(@ForAll Random random) {
        List<CobuildingEvent> history = history(random);
        Map<AgreementId, LocalDate> ends = new HashMap<>();
        for (CobuildingEvent event : history) {
            LocalDate day = event.occurredAt().atZone(Meeting.ZONE).toLocalDate();
            if (event instanceof AgreementSigned signed) {
                assertThat(ends.put(signed.agreement(), signed.endExclusive())).isNull();
            } else if (event instanceof AgreementRenewed renewed) {
                LocalDate end = ends.getOrDefault(renewed.agreement(), LocalDate.MIN);
                assertThat(renewed.endExclusive()).isAfter(end);
                ends.put(renewed.agreement(), renewed.endExclusive());
            } else if (event instanceof AgreementEnded ended) {
                LocalDate end = ends.getOrDefault(ended.agreement(), LocalDate.MIN);
                assertThat(ended.endedOn()).isBeforeOrEqualTo(end);
                ends.put(ended.agreement(), ended.endedOn());
            } else if (event instanceof NeedAgreed agreed) {
                assertThat(day).isBefore(ends.getOrDefault(agreed.agreement(), LocalDate.MIN));
            } else if (event instanceof DutyPerformed done) {
                assertThat(ends).containsKey(done.agreement());
                assertThat(done.performedOn()).isBetween(MARCH_1, day);
            }
        }

        Cobuilding state = Cobuilding.from(DISTRICT, history);
        LocalDate today = MARCH_1.plusDays(COMMANDS);
        for (Agreement agreement : state.agreements().values()) {
            AgreementId id = agreement.signed().agreement();
            assertThat(agreement.endExclusive()).isEqualTo(ends.get(id));
            CobuildingEvent end = new AgreementEnded(DISTRICT, id, today, TEXT, at(today));
            assertThat(state.propose(end).isAccepted()).isEqualTo(agreement.isInForce(today));
        }
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
