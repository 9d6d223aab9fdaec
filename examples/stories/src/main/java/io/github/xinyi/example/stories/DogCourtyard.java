package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.BarkingDog.COMMUNITY;
import static io.github.xinyi.example.stories.BarkingDog.NEIGHBOUR;
import static io.github.xinyi.example.stories.Dispute.OFFICER;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.talk.Plan;
import io.github.xinyi.governance.talk.Talk;
import io.github.xinyi.governance.talk.TalkEvent;
import io.github.xinyi.governance.talk.TalkId;
import io.github.xinyi.governance.talk.TalkStep;
import io.github.xinyi.governance.talk.TalkTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What the dog left in the courtyard, talked over there by the terms of the place: raised, backed
 * by as many as the place asks, talked over, done, shown and reviewed. Where the place asks for a
 * review, exactly the share that must be exceeded is satisfied first, so that it is talked over
 * again.
 */
final class DogCourtyard {

    private static final String TICKET = "2025-T-012";

    private final Teller teller;
    private final TalkTerms terms;
    private final LocalTeams teams;
    private final KeptRecord<Talk, TalkEvent> talk;
    private Instant now = Teller.at("2025-12-02T19:00");

    DogCourtyard(Stores stores, Teller teller, TalkTerms terms, LocalTeams teams) {
        this.teller = teller;
        this.terms = terms;
        this.teams = teams;
        this.talk =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.TALK.stream(COMMUNITY, TICKET),
                        TalkEvent.class,
                        Talk::from);
    }

    /** From the first word to the last review. */
    void tell() {
        raise();
        round(terms.satisfied().numerator());
        if (terms.required().contains(TalkStep.REVIEW)) {
            teller.says(now, "no more than asked are satisfied; the talk is " + state().status());
            round(terms.satisfied().numerator() + 1);
        }
        teller.says(now, "the talk is " + state().status());
    }

    /** Anybody may raise it; the place says how many must want the same. */
    private void raise() {
        talk.begin(Talk.raise(COMMUNITY, TalkId.of(TICKET), NEIGHBOUR, "草坪上有犬只粪便，请设拾便箱", now));
        talk.then(t -> t.adopt(terms, now));
        for (PersonId supporter : residents(1, terms.supporters())) {
            teller.refused(
                    "to talk it over before enough want the same",
                    state().discuss(plan(terms.mostDays()), now));
            talk.then(t -> t.support(supporter, now));
        }
        teller.says(now, "raised, and " + terms.supporters() + " want the same");
    }

    /** Talked over, done, and shown and reviewed as far as the place asks. */
    private void round(long satisfied) {
        takeLocal("商议");
        teller.refused(
                "to take a day longer than the place allows",
                state().discuss(plan(terms.mostDays() + 1), now));
        talk.then(t -> t.discuss(plan(1), now));
        now = now.plus(Duration.ofDays(1));
        takeLocal("办理");
        talk.then(t -> t.carryOut("已设拾便箱", now));
        if (terms.required().contains(TalkStep.PUBLICATION)) {
            takeLocal("公开");
            talk.then(t -> t.publish("小区公告栏", now));
        }
        if (terms.required().contains(TalkStep.REVIEW)) {
            takeLocal("评议");
            long all = terms.satisfied().denominator();
            talk.then(t -> t.review(residents(1, satisfied), residents(satisfied + 1, all), now));
        }
    }

    private Plan plan(int days) {
        LocalDate due = Teller.dayOf(now).plusDays(days);
        return new Plan(Plan.Pace.BY_A_DAY, "设拾便箱", due, OFFICER, new TreeSet<>(), OFFICER);
    }

    private static Set<PersonId> residents(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> PersonId.of("resident-" + number))
                .collect(Collectors.toSet());
    }

    /** Whatever the place adds before a gate, in its order. */
    private void takeLocal(String gate) {
        for (LocalStep step : terms.local().missing(gate, List.of())) {
            if (step.hasPost()) {
                teller.refused(
                        "to take a step in the courtyard that is left to a post",
                        state().take(step, OFFICER, teams.with(step.post(), now), "已办理", now));
                PersonId holder = teams.holder(step.post());
                talk.then(t -> t.take(step, holder, teams.with(step.post(), now), "已办理", now));
            } else {
                talk.then(t -> t.take(step, OFFICER, "已办理", now));
            }
            teller.says(now, "the place asks for " + step);
        }
    }

    /** What everybody may read of it. */
    String publicView() {
        return state().publicView(Teller.dayOf(now)).sentence(Outcomes.TEXTS);
    }

    List<TalkEvent> history() {
        return talk.history();
    }

    Talk state() {
        return talk.state();
    }
}
