package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.HELD_AT;
import static io.github.xinyi.governance.committee.Bodies.SESSION_DAY;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.value;
import static io.github.xinyi.governance.committee.GoverningBody.Kind.OWNERS_COMMITTEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.committee.Acting.Proposal;
import io.github.xinyi.governance.committee.CommitteeEvent.OwnersArea;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallProposed;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallReceived;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The area of owners who propose a recall is told beside their number. */
class RecallAreaTest {

    private static final CommitteeClauses NATIONAL = CommitteeClauses.national(OWNERS_COMMITTEE);

    @Test
    void takesAllThatThereIsAndNoMore() {
        FloorArea whole = FloorArea.parse("60000");

        assertThat(new OwnersArea(whole, whole).part()).isEqualTo(whole);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OwnersArea(FloorArea.parse("60000.01"), whole))
                .withMessageContaining("60000.01 of 60000.00");
    }

    /** The rules are said to ask for a fifth of the voting rights; their text was not at hand. */
    @ParameterizedTest(name = "Guidance Rules art. 44: {0} of 60,000.00 m²")
    @CsvSource({"12000.00", "12000.01"})
    void tellsTheAreaOfOwnersWhoProposeARecallBesideTheirNumber(String area) {
        OwnersArea stated = new OwnersArea(FloorArea.parse(area), FloorArea.parse("60000"));
        Acting acting = elected(NATIONAL, 7).acting(NATIONAL);
        CommitteeEvent event =
                value(
                        acting.proposeRecall(
                                person(7),
                                new Proposal(Set.of(), 100, 500, List.of(stated)),
                                HELD_AT));

        assertThat(((RecallProposed) event).area()).containsExactly(stated);
        assertThat(acting.ruling(event).findings())
                .filteredOn(f -> f.rule().equals(CommitteeRule.RECALL_AREA.code()))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
                            assertThat(f.evidence())
                                    .containsEntry("part", area)
                                    .containsEntry("whole", "60000.00")
                                    .containsEntry("threshold", "≥1/5");
                            assertThat(f.basis())
                                    .containsExactly(Statutes.GUIDANCE_RULES.unverified(44));
                            assertThat(RuleTexts.governance(Language.EN).render(f))
                                    .contains(area.replace("12000", "12,000") + "/60,000.00 m²")
                                    .doesNotContain("committee.recall-area");
                        });
    }

    /** Whether heads, area or both are the voting rights, the text would say. */
    @ParameterizedTest(name = "{1} of 500 owners with {2} of 60,000.00 m², {0} members: {3}")
    @CsvSource({
        "0,  99, 11999.99, NOT_MET",
        "0,  99, 12000.00, UNDETERMINED",
        "0,  99, 12000.01, UNDETERMINED",
        "0, 100, 11999.99, UNDETERMINED",
        "0, 100, 12000.00, MET",
        "0, 100, 12000.01, MET",
        "0, 101, 11999.99, UNDETERMINED",
        "0, 101, 12000.00, MET",
        "2,  99, 12000.00, UNDETERMINED",
        "3,  99, 12000.00, MET",
        "3, 100, 11999.99, MET",
        "3,   0, 12000.00, MET",
        "0,   0, 12000.00, NOT_MET"
    })
    void isUndeterminedWhereNumberAndAreaDisagreeByGuidanceRules44(
            int members, int owners, String area, Verdict expected) {
        OwnersArea stated = new OwnersArea(FloorArea.parse(area), FloorArea.parse("60000"));
        Outcome<CommitteeEvent> outcome =
                elected(NATIONAL, 7)
                        .acting(NATIONAL)
                        .proposeRecall(
                                person(7),
                                new Proposal(persons(members), owners, 500, List.of(stated)),
                                HELD_AT);

        assertThat(
                        outcome.fold(
                                        event ->
                                                elected(NATIONAL, 7).acting(NATIONAL).ruling(event),
                                        ruling -> ruling)
                                .findings())
                .filteredOn(f -> f.rule().equals(CommitteeRule.RECALL_PROPOSED.code()))
                .extracting(Finding::verdict)
                .containsExactly(expected);
        assertThat(outcome.isAccepted()).isEqualTo(expected == Verdict.MET);
    }

    /** Guidance Rules art. 44 was not at hand; with the clause of a host the paper is proposed. */
    @Test
    void keepsThatAPaperCameInOfWhichNobodyCanSayWhetherEnoughStandBehindIt() {
        Committee body = elected(NATIONAL, 7);
        Proposal proposal = byOwners(100, "11999.99");
        Committee kept = received(body, proposal);
        CommitteeClauses stated =
                NATIONAL.with(
                        LegalShare.RECALL_BY_OWNERS,
                        new AtLeast(Ratio.of(1, 5)),
                        new Citation(
                                new Instrument("LOCAL", "某规则", "A text of the host", "2024"),
                                Provision.of(1),
                                EffectivePeriod.from(SESSION_DAY.minusYears(1)),
                                Standing.UNVERIFIED));

        assertThat(body.acting(NATIONAL).proposeRecall(person(7), proposal, HELD_AT).isAccepted())
                .isFalse();
        assertThat(papers(kept, NATIONAL))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
                            assertThat(finding.basis())
                                    .containsExactly(Statutes.GUIDANCE_RULES.unverified(44));
                            assertThat(finding.evidence())
                                    .containsEntry("received", SESSION_DAY.toString())
                                    .containsEntry("owners", "100");
                        });
        assertThat(kept.acting(stated).proposeRecall(person(7), proposal, HELD_AT).isAccepted())
                .isTrue();
        assertThat(papers(kept, stated))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.PENDING);
    }

    @ParameterizedTest(name = "{0} of 500 owners with {1} of 60,000.00 m²: {2}")
    @CsvSource({
        " 99, 11999.99, NOT_APPLICABLE",
        " 99, 12000.00, UNDETERMINED",
        "100, 12000.00, PENDING",
        "101, 12000.01, PENDING"
    })
    void keepsEveryPaperAndTellsHowItStandsByGuidanceRules44(
            int owners, String area, Verdict verdict) {
        Committee kept = received(elected(NATIONAL, 7), byOwners(owners, area));

        assertThat(papers(kept, NATIONAL)).extracting(Finding::verdict).containsExactly(verdict);
        assertThat(RuleTexts.governance(Language.EN).render(kept.duties(NATIONAL, SESSION_DAY)))
                .contains("came in on " + SESSION_DAY)
                .doesNotContain("committee.recall-received");
        assertThat(kept.duties(NATIONAL, SESSION_DAY.minusDays(1)).findings())
                .extracting(Finding::rule)
                .doesNotContain(CommitteeRule.RECALL_RECEIVED.code());
    }

    @Test
    void aPaperStaysOpenUntilTheRecallIsProposedOrTheMemberIsGone() {
        Committee kept = received(elected(NATIONAL, 7), byOwners(99, "12000.00"));
        Committee other =
                after(
                        kept,
                        kept.acting(NATIONAL)
                                .proposeRecall(
                                        person(6), new Proposal(persons(3), 0, 500), HELD_AT));
        Committee proposed =
                after(
                        kept,
                        kept.acting(NATIONAL)
                                .proposeRecall(
                                        person(7), new Proposal(persons(3), 0, 500), HELD_AT));
        Committee left =
                after(
                        kept,
                        kept.acting(NATIONAL)
                                .leave(person(7), Departure.RESIGNED, SESSION_DAY, HELD_AT));

        assertThat(papers(other, NATIONAL)).hasSize(1);
        assertThat(papers(proposed, NATIONAL))
                .as("part of the recall")
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_APPLICABLE);
        assertThat(papers(left, NATIONAL)).isEmpty();
    }

    @Test
    void aPaperThatCameInMovesNobody() {
        Committee body = elected(NATIONAL, 7);
        Committee kept = received(body, byOwners(99, "12000.00"));

        assertThat(kept).isNotEqualTo(body);
        assertThat(kept.members()).containsExactlyElementsOf(body.members());
        assertThat(kept.openRecallSince(person(7))).isEmpty();
        assertThat(kept.recallsProposed()).isEmpty();
        assertThat(kept.isSuspended(person(7))).isFalse();
    }

    @Test
    void keepsNoPaperOnAStrangerNorOneOfADayToCome() {
        Acting acting = elected(NATIONAL, 7).acting(NATIONAL);
        Proposal proposal = byOwners(99, "12000.00");

        assertThat(refusedBy(acting.receiveRecall(person(9), proposal, SESSION_DAY, HELD_AT)))
                .contains("member");
        assertThat(
                        refusedBy(
                                acting.receiveRecall(
                                        person(7), proposal, SESSION_DAY.plusDays(1), HELD_AT)))
                .containsExactly("date-order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onPaper(2, 1))
                .withMessageContaining("2 of 1 owners");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onPaper(-1, 1))
                .withMessageContaining("-1 of 1 owners");
        assertThat(List.of(onPaper(0, 0), onPaper(1, 1)))
                .extracting(RecallReceived::owners)
                .containsExactly(0L, 1L);
    }

    private static RecallReceived onPaper(long owners, long ownersInAll) {
        return new RecallReceived(
                CommunityId.of("a-1"),
                person(7),
                new TreeSet<>(),
                owners,
                ownersInAll,
                List.of(),
                SESSION_DAY,
                HELD_AT);
    }

    private static Proposal byOwners(int owners, String area) {
        OwnersArea stated = new OwnersArea(FloorArea.parse(area), FloorArea.parse("60000"));
        return new Proposal(Set.of(), owners, 500, List.of(stated));
    }

    private static Committee received(Committee body, Proposal proposal) {
        return after(
                body,
                body.acting(NATIONAL).receiveRecall(person(7), proposal, SESSION_DAY, HELD_AT));
    }

    private static List<Finding> papers(Committee body, CommitteeClauses clauses) {
        return body.duties(clauses, SESSION_DAY).findings().stream()
                .filter(finding -> finding.rule().equals(CommitteeRule.RECALL_RECEIVED.code()))
                .toList();
    }

    /** Hangzhou art. 31 para. 2 speaks of owners alone. */
    @Test
    void decidesByTheNumberWhereALocalTextCountsOwnersAlone() {
        CommitteeClauses hangzhou =
                CommitteeClauses.national(OWNERS_COMMITTEE).under(Profiles.of("HANGZHOU"));
        OwnersArea little = new OwnersArea(FloorArea.parse("1"), FloorArea.parse("60000"));

        assertThat(
                        elected(hangzhou, 7)
                                .acting(hangzhou)
                                .proposeRecall(
                                        person(7),
                                        new Proposal(Set.of(), 100, 500, List.of(little)),
                                        HELD_AT)
                                .isAccepted())
                .isTrue();
    }

    @Test
    void saysWhereTheAreaOfOwnersWhoProposeARecallIsNotStated() {
        Acting acting = elected(NATIONAL, 7).acting(NATIONAL);
        CommitteeEvent byOwners =
                value(acting.proposeRecall(person(7), new Proposal(Set.of(), 100, 500), HELD_AT));
        CommitteeEvent byMembers =
                value(acting.proposeRecall(person(7), new Proposal(persons(3), 0, 500), HELD_AT));

        assertThat(acting.ruling(byOwners).findings())
                .filteredOn(f -> f.rule().equals(CommitteeRule.RECALL_AREA.code()))
                .singleElement()
                .satisfies(f -> assertThat(f.evidence()).containsEntry("part", "-"));
        assertThat(acting.ruling(byMembers).findings())
                .extracting(Finding::rule)
                .doesNotContain(CommitteeRule.RECALL_AREA.code());
    }

    @Test
    void asksNoAreaWhereALocalTextCountsOwnersAlone() {
        CommitteeClauses hangzhou =
                CommitteeClauses.national(OWNERS_COMMITTEE).under(Profiles.of("HANGZHOU"));
        Acting acting = elected(hangzhou, 7).acting(hangzhou);
        CommitteeEvent event =
                value(acting.proposeRecall(person(7), new Proposal(Set.of(), 100, 500), HELD_AT));

        assertThat(acting.ruling(event).findings())
                .as("Hangzhou art. 31 para. 2")
                .extracting(Finding::rule)
                .doesNotContain(CommitteeRule.RECALL_AREA.code());
    }

    @Test
    void aProposalStatesOneAreaAtMost() {
        OwnersArea area = new OwnersArea(FloorArea.parse("1"), FloorArea.parse("2"));

        assertThat(new Proposal(Set.of(), 1, 2, List.of()).area()).isEmpty();
        assertThat(new Proposal(Set.of(), 1, 2, List.of(area)).area()).containsExactly(area);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proposal(Set.of(), 1, 2, List.of(area, area)))
                .withMessageContaining("areas: [");
    }

    @Test
    void readsAProposalWrittenBeforeAreasWereKept() {
        EventCodec codec = EventCodec.of(CommitteeEvent.class).with(CommitteeChanges.all());
        RecallProposed event =
                new RecallProposed(
                        CommunityId.of("a-1"),
                        PersonId.of("P7"),
                        new TreeSet<>(Set.of(PersonId.of("P1"), PersonId.of("P2"))),
                        100,
                        500,
                        List.of(),
                        Instant.parse("2025-07-18T07:59:08Z"));

        assertThat(
                        codec.decode(
                                "xinyi-event/1 committee.RecallProposed/1{community=3:a-1;"
                                        + "person=2:P7;proposers=[2:P1,2:P2,];owners=3:100;"
                                        + "ownersInAll=3:500;occurredAt=20:2025-07-18T07:59:08Z;}"))
                .isEqualTo(Outcome.accepted(event));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OwnersArea(FloorArea.parse("0.02"), FloorArea.parse("0.01")));
    }
}
