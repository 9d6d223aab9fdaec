package org.example.founding;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.journal.TrustTexts;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.money.Money;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What every host needs once: owners who voted on the firm's contract and on the year's budget. */
public record Founding(TallyResult tally, TrustContract contract, AdoptedBudget budget) {

    public static final CommunityId COMMUNITY = CommunityId.of("anheyuan");

    private static final LocalDate RECORD_DATE = LocalDate.parse("2024-11-30");
    private static final Instant OPENS = Instant.parse("2024-12-18T01:00:00Z");

    /** Six units of six owners, all of whom agree on paper. */
    public static Founding now() throws NoSuchAlgorithmException {
        var terms = terms();
        var line = new BudgetLine("SF-01", "电梯维保", FundClass.SERVICE_FUND, Money.ofFen(120_000));
        var draft = new DraftBudget(COMMUNITY, 2025, List.of(line));
        var contract = MotionId.of("M1");
        var budget = MotionId.of("M2");
        var motions =
                List.of(
                        new Motion(
                                contract,
                                Matter.MANAGER_APPOINTMENT,
                                "选聘物业服务企业",
                                List.of(terms.document())),
                        new Motion(
                                budget,
                                Matter.OTHER_MAJOR_MATTER,
                                "2025年度预算",
                                List.of(draft.document())));
        var closes = OPENS.plusSeconds(700_000);
        var notice = LocalDate.parse("2024-12-01");
        var id = MeetingId.of("2024-OM-01");
        var meeting = new Meeting(id, COMMUNITY, RECORD_DATE, notice, OPENS, closes, motions);
        var units = IntStream.rangeClosed(1, 6).mapToObj(Founding::unit).toList();
        var developer = PersonId.of("DEVELOPER");
        var roster = accepted(Roster.of(COMMUNITY, RECORD_DATE, developer, units));
        var ballots = IntStream.rangeClosed(1, 6).mapToObj(Founding::ballot).toList();
        var tally = accepted(Tally.of(meeting, roster, ballots, closes.plusSeconds(3_600)));
        return new Founding(
                tally,
                accepted(
                        TrustContract.adopt(
                                terms, tally.motion(contract).resolution().orElseThrow())),
                accepted(draft.adopt(tally.motion(budget).resolution().orElseThrow())));
    }

    private static ContractTerms terms() throws NoSuchAlgorithmException {
        return new ContractTerms(
                "HT-2025-01",
                COMMUNITY,
                PersonId.of("firm"),
                Ratio.of(8, 100),
                RemunerationBase.FEES_RECEIVED,
                LocalDate.parse("2025-01-01"),
                LocalDate.parse("2027-12-31"),
                7,
                5,
                new KeyRegister(
                        List.of(
                                key("K-FIRM-1", "steward", KeySide.TRUSTEE),
                                key("K-OWN-1", "chair", KeySide.OWNER_BODY))));
    }

    /** A host registers public keys that it is given; the private ones stay with their holders. */
    private static Credential key(String id, String holder, KeySide side)
            throws NoSuchAlgorithmException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var from = Instant.parse("2025-01-01T00:00:00Z");
        return Credential.of(
                new CredentialId(id), PersonId.of(holder), side, pair.getPublic(), from);
    }

    private static Unit unit(int number) {
        return new Unit(
                UnitId.of("1-1-" + number),
                "1号楼",
                UnitUse.RESIDENTIAL,
                FloorArea.parse("89.50"),
                AreaEvidence.REGISTRY,
                DeliveryStatus.SOLD_DELIVERED,
                new TreeSet<>(Set.of(PersonId.of("OWNER" + number))));
    }

    private static Ballot ballot(int number) {
        var yes = Set.of(Choice.FOR);
        return new Ballot(
                BallotId.of("B" + number),
                UnitId.of("1-1-" + number),
                PersonId.of("OWNER" + number),
                Channel.PAPER,
                OPENS.plusSeconds(number),
                Signature.SIGNED,
                new TreeMap<>(Map.of(MotionId.of("M1"), yes, MotionId.of("M2"), yes)));
    }

    /** What was accepted, or every rule in the way as the text of a failure. */
    public static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(
                ruling ->
                        new IllegalStateException(TrustTexts.in(Language.EN).render(ruling)));
    }
}
