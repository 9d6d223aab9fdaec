package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.published.Announcement;
import io.github.xinyi.governance.published.Days;
import io.github.xinyi.governance.published.Figure;
import io.github.xinyi.governance.published.MeasuredFigures;
import io.github.xinyi.governance.published.PublishedRule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.contract.ContractRule;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.ExternalMandate;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.contract.OwnersDecision.Provenance;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards Civil Code art. 278 para. 2 for votes that were counted elsewhere. */
class ExternalMandateTest {

    private static final ContractTerms TERMS = Village.terms(Ratio.of(8, 100), TestKeys.register());
    private static final LocalDate OPENED = LocalDate.of(2024, 12, 18);
    private static final Days TOLD = Days.on(LocalDate.of(2024, 12, 1));

    /** 300 of 450 owners taking part is two thirds exactly; 151 of 300 is one more than half. */
    private static final MeasuredFigures HEADS = heads(450, 300, 151);

    private static final MeasuredFigures AREA = area("45000.00", "30000.00", "15000.01");

    private static MeasuredFigures heads(long total, long taking, long inFavour) {
        return MeasuredFigures.of(
                Figure.of(HeadCount.of(total)),
                Figure.of(HeadCount.of(taking)),
                Figure.of(HeadCount.of(inFavour)));
    }

    private static MeasuredFigures area(String total, String taking, String inFavour) {
        return MeasuredFigures.of(
                Figure.of(FloorArea.parse(total)),
                Figure.of(FloorArea.parse(taking)),
                Figure.of(FloorArea.parse(inFavour)));
    }

    private static ExternalMandate.Notice notice(
            Matter matter, MeasuredFigures area, MeasuredFigures heads, Motion.Document document) {
        return notice(TOLD, matter, area, heads, List.of(document));
    }

    private static ExternalMandate.Notice notice(
            Days told,
            Matter matter,
            MeasuredFigures area,
            MeasuredFigures heads,
            List<Motion.Document> documents) {
        return new ExternalMandate.Notice(
                Village.ID,
                "公告2024-07",
                OPENED.plusDays(8),
                new Announcement(matter, told, Days.on(OPENED), area, heads),
                documents,
                new Motion.Document("ab".repeat(32)));
    }

    private static ExternalMandate.Notice onTerms(MeasuredFigures area, MeasuredFigures heads) {
        return notice(Matter.MANAGER_APPOINTMENT, area, heads, TERMS.document());
    }

    /** A mandate that just passes, on one paper. */
    static ExternalMandate mandate(Matter matter, Motion.Document paper) {
        return accept(ExternalMandate.enter(notice(matter, AREA, HEADS, paper)));
    }

    @Test
    void carriesAContractAndIsLabelledExternal() {
        ExternalMandate mandate = accept(ExternalMandate.enter(onTerms(AREA, HEADS)));

        TrustContract contract = accept(TrustContract.adopt(TERMS, mandate));

        assertThat(contract.decision().provenance()).isEqualTo(Provenance.EXTERNAL);
        assertThat(contract.decision()).hasToString("EXTERNAL 公告2024-07");
        assertThat(contract.decision().adoptedOn()).isEqualTo(OPENED.plusDays(8));
        assertThat(mandate.ruling().findings())
                .extracting(finding -> finding.rule())
                .contains(PublishedRule.AREA_QUORUM.code(), PublishedRule.HEADS_CONSENT.code());
        assertThat(contract.decision().<Boolean>fold(counted -> false, external -> true)).isTrue();
    }

    @Test
    void aVoteCountedHereIsLabelledCounted() {
        OwnersDecision decision = Village.contract(TERMS).decision();

        assertThat(decision.provenance()).isEqualTo(Provenance.COUNTED);
        assertThat(decision).hasToString("COUNTED 2024-OM-01 M1");
        assertThat(decision.<Boolean>fold(counted -> true, external -> false)).isTrue();
    }

    @Test
    void refusesOneOwnerBelowTwoThirdsTakingPart() {
        assertRefused(
                ExternalMandate.enter(onTerms(AREA, heads(450, 299, 151))),
                ContractRule.EXTERNAL_VOTE_ESTABLISHED,
                PublishedRule.HEADS_QUORUM);
    }

    @Test
    void refusesOneUnitOfAreaBelowTwoThirdsTakingPart() {
        assertRefused(
                ExternalMandate.enter(onTerms(area("45000.00", "29999.99", "15000.01"), HEADS)),
                ContractRule.EXTERNAL_VOTE_ESTABLISHED,
                PublishedRule.AREA_QUORUM);
    }

    @Test
    void refusesExactlyHalfInFavourInEitherMeasure() {
        assertRefused(
                ExternalMandate.enter(
                        onTerms(area("45000.00", "30000.00", "15000.00"), heads(450, 300, 150))),
                ContractRule.EXTERNAL_VOTE_ESTABLISHED,
                PublishedRule.AREA_CONSENT,
                PublishedRule.HEADS_CONSENT);
    }

    @Test
    void refusesFiguresThatLeaveTheOutcomeOpen() {
        MeasuredFigures areaWithoutConsent =
                MeasuredFigures.of(AREA.total(), AREA.participating(), Figure.ABSENT);

        assertRefused(
                ExternalMandate.enter(onTerms(areaWithoutConsent, HEADS)),
                ContractRule.EXTERNAL_VOTE_ESTABLISHED);
    }

    @Test
    void refusesAVoteWithoutAnyFigure() {
        assertRefused(
                ExternalMandate.enter(onTerms(MeasuredFigures.ABSENT, MeasuredFigures.ABSENT)),
                ContractRule.EXTERNAL_VOTE_ESTABLISHED);
    }

    @Test
    void takesOwnersToldFifteenDaysBeforeAndRefusesFourteen() {
        assertThat(ExternalMandate.enter(told(Days.on(OPENED.minusDays(16)))).isAccepted())
                .isTrue();
        assertThat(ExternalMandate.enter(told(Days.on(OPENED.minusDays(15)))).isAccepted())
                .isTrue();
        assertRefused(
                ExternalMandate.enter(told(Days.on(OPENED.minusDays(14)))),
                ContractRule.EXTERNAL_VOTE_ESTABLISHED,
                PublishedRule.NOTICE_DAYS);
        assertRefused(
                ExternalMandate.enter(told(Days.UNTOLD)), ContractRule.EXTERNAL_VOTE_ESTABLISHED);
    }

    private static ExternalMandate.Notice told(Days told) {
        return notice(told, Matter.MANAGER_APPOINTMENT, AREA, HEADS, List.of(TERMS.document()));
    }

    @Test
    void carriesOnlyThePaperThatWasVotedOn() {
        ContractTerms dearer = Village.terms(Ratio.of(9, 100), TestKeys.register());
        ExternalMandate mandate = accept(ExternalMandate.enter(onTerms(AREA, HEADS)));

        assertRefused(TrustContract.adopt(dearer, mandate), ContractRule.RESOLUTION_ON_TERMS);
    }

    @Test
    void carriesABudgetAndNoOther() {
        ExternalMandate mandate =
                accept(
                        ExternalMandate.enter(
                                notice(
                                        Matter.OTHER_MAJOR_MATTER,
                                        AREA,
                                        HEADS,
                                        Village.draftBudget().document())));

        AdoptedBudget budget = accept(Village.draftBudget().adopt(mandate));

        assertThat(budget.decision().provenance()).isEqualTo(Provenance.EXTERNAL);
        assertRefused(
                TrustContract.adopt(TERMS, mandate),
                ContractRule.RESOLUTION_ON_FIRM,
                ContractRule.RESOLUTION_ON_TERMS);
    }

    @Test
    void aResolutionWithoutPapersCarriesNothing() {
        assertRefused(
                TrustContract.adopt(
                        TERMS, Village.resolution(Village.ID, Matter.MANAGER_APPOINTMENT)),
                ContractRule.RESOLUTION_ON_TERMS);
        assertRefused(
                Village.draftBudget()
                        .adopt(Village.resolution(Village.ID, Matter.OTHER_MAJOR_MATTER)),
                BudgetRule.RESOLUTION_ON_LINES);
    }

    @Test
    void aNoticeHasOneToTwentyDistinctPapers() {
        List<Motion.Document> papers =
                IntStream.range(0, 21)
                        .mapToObj(i -> new Motion.Document("%064x".formatted(i)))
                        .toList();

        assertThat(onPapers(papers.subList(0, 20)).documents()).hasSize(20);
        assertThatThrownBy(() -> onPapers(papers)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onPapers(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onPapers(List.of(papers.get(0), papers.get(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ExternalMandate.Notice onPapers(List<Motion.Document> papers) {
        return notice(TOLD, Matter.MANAGER_APPOINTMENT, AREA, HEADS, papers);
    }

    @Test
    void sayWhichFindingsOfTheFiguresStoodInTheWay() {
        List<RuleCheck> open =
                ExternalMandate.enter(onTerms(MeasuredFigures.ABSENT, HEADS))
                        .<List<RuleCheck>>fold(
                                accepted -> List.of(),
                                ruling ->
                                        ruling.findings().stream()
                                                .map(RuleCheck.class::cast)
                                                .filter(check -> !check.isMet())
                                                .toList());

        assertThat(open)
                .extracting(RuleCheck::rule)
                .contains(
                        ContractRule.EXTERNAL_VOTE_ESTABLISHED.code(),
                        PublishedRule.AREA_NEEDS_TOTAL.code());
    }
}
