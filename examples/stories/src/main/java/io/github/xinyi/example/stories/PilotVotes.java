package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.TrustPilot.HOMES;

import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.metrics.MeetingMeasures;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.TrustMatter;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.List;

/** How the owners of the pilot come to adopt contract and budget, at the second attempt. */
final class PilotVotes {

    static final MeetingId FIRST = MeetingId.of("2024-OM-01");
    static final MeetingId SECOND = MeetingId.of("2024-OM-02");
    static final BudgetLine LIGHTS =
            new BudgetLine("SF-03", "照明", FundClass.SERVICE_FUND, Money.ofFen(600_000));

    private static final ContractTerms CONTRACT = TrustOffice.terms(HOMES.community());
    private static final DraftBudget BUDGET =
            new DraftBudget(HOMES.community(), 2025, List.of(LIGHTS));
    private static final Motion ON_CONTRACT =
            new Motion(
                    MotionId.of("M1"),
                    TrustMatter.TRUST_ADOPTION.matter(),
                    "采用信托制并签订合同",
                    List.of(
                            CONTRACT.document(),
                            TrustOffice.clauses(HOMES.community()).document()));
    private static final Motion ON_BUDGET =
            new Motion(
                    MotionId.of("M2"),
                    TrustMatter.ANNUAL_BUDGET.matter(),
                    "2025年度预算",
                    List.of(
                            BUDGET.document(),
                            TrustOffice.policy(HOMES.community(), 2025).document()));

    private final Stores stores;
    private final OwnersVote votes;
    private final Teller teller;

    PilotVotes(Stores stores, Teller teller) {
        this.stores = stores;
        this.votes = new OwnersVote(stores, HOMES);
        this.teller = teller;
    }

    /** Before anybody was there to guide them too few took part. */
    void failWithoutPreparation() {
        teller.chapter("1. A vote that nobody had prepared");
        hold(FIRST, LocalDate.of(2024, 3, 11), 13, 2);
    }

    /** The owners vote on the very papers of contract and budget. */
    void adopt() {
        teller.chapter("4. The owners adopt contract and budget");
        hold(SECOND, LocalDate.of(2024, 12, 20), 17, 3);
        teller.refused(
                "to take the resolution on the firm for one on the budget",
                BUDGET.adopt(onContract()));
        stores.contracts().save(CONTRACT);
        stores.budgets().save(BUDGET);
    }

    private void hold(MeetingId id, LocalDate opens, int inFavour, int against) {
        Meeting meeting =
                OwnersVote.meeting(HOMES.community(), id.value(), opens, ON_CONTRACT, ON_BUDGET);
        for (MotionResult result : votes.hold(meeting, inFavour, against).motions()) {
            teller.says(meeting.closesAt(), result.motion().title() + ": " + result.result());
            teller.shows("the count", List.of(Outcomes.words(result.ruling())));
        }
    }

    Resolution onContract() {
        return votes.resolution(SECOND, ON_CONTRACT.id(), CONTRACT.document());
    }

    Resolution onBudget() {
        return votes.resolution(SECOND, ON_BUDGET.id(), BUDGET.document());
    }

    List<MotionResult> results(MeetingId meeting) {
        return votes.count(meeting).motions();
    }

    MeetingMeasures.Papers papers(MeetingId meeting) {
        return votes.papers(meeting);
    }
}
