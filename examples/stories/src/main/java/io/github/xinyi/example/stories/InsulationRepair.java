package io.github.xinyi.example.stories;

import io.github.xinyi.governance.casework.CasePlan;
import io.github.xinyi.governance.casework.Funding;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.locality.Locality;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.TrustMatter;
import io.github.xinyi.trust.budget.DraftBudget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Insulation boards come off the walls of six buildings (外墙保温板维修). Six squads knock at every door;
 * the owners decide by the procedure of the place; the repair is paid from public income under two
 * keys, in the sight of all; a dispute on its noise is settled in the hall; and those who live
 * there rate it.
 *
 * <p>{@link RepairCase} is the case, {@link RepairDecision} the procedure and the vote, {@link
 * RepairMoney} the payments, {@link RepairNoise} the dispute. Each reads all it needs from the
 * stores.
 */
final class InsulationRepair {

    static final int BUILDINGS = 6;
    static final Homes HOMES = Homes.of("meidian-6", BUILDINGS, 8);
    static final CaseId CASE = CaseId.of("C-2025-03");
    static final CasePlan PLAN =
            new CasePlan(
                    HOMES.community(),
                    CASE,
                    Scan.of("外墙保温板维修方案：六栋楼，铲除空鼓，重做保温层").document(),
                    Funding.PUBLIC_INCOME,
                    8_640_000);
    static final DraftBudget BUDGET =
            new DraftBudget(HOMES.community(), 2025, List.of(RepairMoney.LINE));
    static final MeetingId MEETING = MeetingId.of("2025-OM-01");
    static final Motion ON_PLAN =
            new Motion(
                    MotionId.of("M1"),
                    TrustMatter.PUBLIC_INCOME_USE.matter(),
                    "外墙保温板维修方案及2025年度预算",
                    List.of(
                            PLAN.document(),
                            BUDGET.document(),
                            TrustOffice.policy(HOMES.community(), 2025).document()));

    private final Teller teller;
    private final OwnersVote votes;
    private final RepairMoney money;
    private final RepairCase repair;
    private final RepairDecision decision;
    private final RepairNoise noise;
    private final LocalTeams teams;

    InsulationRepair(Stores stores, Teller teller) {
        this(stores, teller, Locality.honggu());
    }

    /** The same wall in a place with another procedure and other shares. */
    InsulationRepair(Stores stores, Teller teller, Locality locality) {
        this.teller = teller;
        this.votes = new OwnersVote(stores, HOMES);
        this.money = new RepairMoney(stores, votes, teller);
        this.decision = new RepairDecision(stores, votes, locality.procedure(), teller);
        this.teams = new LocalTeams(stores, HOMES.community(), locality.teams());
        this.repair = new RepairCase(stores, decision, locality.casework(), teams, teller);
        this.noise =
                new RepairNoise(
                        new DisputeCase(
                                stores, RepairNoise.DISPUTE, locality.limits(), teams, teller),
                        repair,
                        decision,
                        teller);
    }

    /** Tells the whole story on the console. */
    public static void main(String[] args) {
        new InsulationRepair(Stores.inMemory(), Teller.onConsole())
                .chapters()
                .forEach(Runnable::run);
    }

    /** The story in its order; between two chapters the program may stop. */
    List<Runnable> chapters() {
        return List.of(
                money::entrust,
                repair::survey,
                repair::consult,
                decision::prepare,
                decision::vote,
                decision::discloseDecision,
                this::adoptBudget,
                this::build,
                decision::discloseResult,
                noise::raise,
                noise::settle,
                repair::evaluate,
                this::showAll);
    }

    private void adoptBudget() {
        money.adoptBudget(Teller.at(decision.shownOn() + "T10:00"));
    }

    /** The work goes on in public, and is paid for as it goes. */
    private void build() {
        repair.begin();
        Instant firstPaid = Teller.at(decision.shownOn().plusDays(5) + "T10:04");
        repair.name(money.payFirst(firstPaid), firstPaid);
        repair.reportHalf();
        repair.reportDone();
        decision.reportExecution();
        repair.name(money.paySecond(), RepairMoney.SECOND_PAID);
    }

    private void showAll() {
        teller.chapter("9. What everybody may read");
        teller.shows("the way of the case, like a parcel's", repair.timeline());
        teller.shows("the procedure", decision.publicView());
        teller.shows("the dispute", noise.publicView());
        teller.shows("the budget and the public log", money.publicView());
    }

    /** All that anybody may read of it. */
    List<String> publicViews() {
        List<String> all = new ArrayList<>(repair.timeline());
        all.addAll(decision.publicView());
        all.addAll(noise.publicView());
        all.addAll(money.publicView());
        return all;
    }

    MotionResult vote() {
        return votes.count(MEETING).motion(ON_PLAN.id());
    }

    /** The teams that a step was taken in. */
    List<Team> teams() {
        return teams.formed();
    }

    RepairCase repair() {
        return repair;
    }

    RepairDecision decision() {
        return decision;
    }

    RepairNoise noise() {
        return noise;
    }

    RepairMoney money() {
        return money;
    }
}
