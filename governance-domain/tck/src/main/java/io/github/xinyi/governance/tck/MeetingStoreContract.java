package io.github.xinyi.governance.tck;

import static io.github.xinyi.governance.tck.Specimens.EAST;
import static io.github.xinyi.governance.tck.Specimens.M1;
import static io.github.xinyi.governance.tck.Specimens.M2;
import static io.github.xinyi.governance.tck.Specimens.MEETING;
import static io.github.xinyi.governance.tck.Specimens.OPENS;
import static io.github.xinyi.governance.tck.Specimens.RECORD_DATE;
import static io.github.xinyi.governance.tck.Specimens.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.bylaw.ProxyLimit;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.region.RegionNotice;
import io.github.xinyi.governance.region.RegionRule;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.voting.TrustMatter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link MeetingStore} must do; subclass it and give a fresh store.
 *
 * <p>Example: {@code class MyMeetingStoreTest extends MeetingStoreContract { protected MeetingStore
 * newStore(BoxLimits limits) { return new MyMeetingStore(emptyDatabase(), limits); } }}.
 *
 * @since 0.1.0
 */
public abstract class MeetingStoreContract {

    /** Names the seed of a race to run alone, for example {@code -Dxinyi.tck.seed=17}. */
    public static final String SEED_PROPERTY = "xinyi.tck.seed";

    private static final int RACES = 8;
    private static final MeetingId OTHER_MEETING = MeetingId.of("2024-OM-02");
    private static final Meeting CALLED = Specimens.meeting(EAST, MEETING, "选聘物业服务企业");
    private static final Ballot YES =
            Specimens.ballot("V0001", Channel.PAPER, OPENS, Set.of(Choice.FOR));
    private static final Ballot NO =
            Specimens.ballot("V0001", Channel.PAPER, OPENS, Set.of(Choice.AGAINST));

    /** When the ballots are counted, after the close. */
    private static final Instant COUNTED = CALLED.closesAt().plusSeconds(1);

    private static final Mandate.Proxy PROXY =
            new Mandate.Proxy(
                    Specimens.person(0),
                    RECORD_DATE,
                    RECORD_DATE.plusDays(31),
                    new TreeMap<>(Map.of(M1, Choice.AGAINST, M2, Choice.FOR)));

    /** For subclasses. */
    protected MeetingStoreContract() {}

    /**
     * A store in which nothing is kept yet.
     *
     * @param limits what it takes into one box
     * @return a new one for every call
     */
    protected abstract MeetingStore newStore(BoxLimits limits);

    private MeetingStore newStore() {
        return newStore(BoxLimits.standard());
    }

    /** If this fails, a field is lost: look at microseconds, Chinese titles, order of motions. */
    @Test
    public final void required_G11_readsAMeetingBackAsItWasRecorded() {
        MeetingStore store = newStore();

        Outcome<Meeting> outcome = store.record(CALLED);

        assertThat(outcome).isEqualTo(Outcome.accepted(CALLED));
        assertThat(store.find(EAST, MEETING)).contains(CALLED);
        assertThat(store.find(EAST, OTHER_MEETING)).isEmpty();
        assertThat(store.find(WEST, MEETING)).isEmpty();
    }

    /** If this fails, a repeated call is refused. */
    @Test
    public final void required_G12_acceptsTheSameMeetingAgain() {
        MeetingStore store = newStore();
        store.record(CALLED);

        assertThat(store.record(CALLED)).isEqualTo(Outcome.accepted(CALLED));
    }

    /** If this fails, a motion can be changed after notice was given. */
    @Test
    public final void required_G13_refusesAnotherMeetingUnderTheNameAndKeepsTheFirst() {
        MeetingStore store = newStore();
        store.record(CALLED);

        Outcome<Meeting> outcome = store.record(Specimens.meeting(EAST, MEETING, "解聘物业服务企业"));

        assertThat(refuses(outcome, MeetingFinding.AlreadyRecorded.CODE)).isTrue();
        assertThat(store.find(EAST, MEETING)).contains(CALLED);
    }

    /** If this fails, ballots are kept of which nobody knows the question. */
    @Test
    public final void required_G14_refusesABallotForAnUnknownMeeting() {
        MeetingStore store = newStore();
        store.record(CALLED);

        Outcome<Ballot> outcome = store.add(WEST, MEETING, YES);

        assertThat(refuses(outcome, MeetingFinding.Unknown.CODE)).isTrue();
        assertThat(store.ballots(WEST, MEETING)).isEmpty();
    }

    /** If this fails, a ballot that will not count is changed or lost instead of shown as it is. */
    @Test
    public final void required_G15_readsEveryBallotBackAsItCameIn() {
        MeetingStore store = newStore();
        store.record(CALLED);
        Ballot overVoted =
                Specimens.ballot(
                        "V0002",
                        Channel.ONLINE,
                        OPENS.plusNanos(1_000),
                        Set.of(Choice.AGAINST, Choice.FOR));
        Ballot blank =
                new Ballot(
                        BallotId.of("V0003"),
                        UnitId.of("unknown"),
                        Specimens.person(7),
                        Channel.ON_SITE,
                        OPENS.plusNanos(2_000),
                        Signature.MISSING,
                        new TreeMap<>(Map.of()));

        assertThat(store.add(EAST, MEETING, YES)).isEqualTo(Outcome.accepted(YES));
        store.add(EAST, MEETING, overVoted);
        store.add(EAST, MEETING, blank);

        assertThat(store.ballots(EAST, MEETING)).containsExactly(YES, overVoted, blank);
    }

    /** If this fails, a retry after a lost answer counts twice. */
    @Test
    public final void required_G16_keepsTheSameBallotOnce() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.add(EAST, MEETING, YES);

        Outcome<Ballot> again = store.add(EAST, MEETING, YES);

        assertThat(again).isEqualTo(Outcome.accepted(YES));
        assertThat(store.ballots(EAST, MEETING)).containsExactly(YES);
    }

    /** If this fails, a vote can be changed after it was cast. */
    @Test
    public final void required_G17_refusesAnotherBallotUnderTheIdentifierAndKeepsTheFirst() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.add(EAST, MEETING, YES);

        Outcome<Ballot> outcome = store.add(EAST, MEETING, NO);

        assertThat(refuses(outcome, MeetingFinding.BallotConflict.CODE)).isTrue();
        assertThat(store.ballots(EAST, MEETING)).containsExactly(YES);
    }

    /** If this fails, look at the precision of moments, the order of channels and collation. */
    @Test
    public final void required_G18_readsBallotsInOrderOfReceipt() {
        MeetingStore store = newStore();
        store.record(CALLED);
        Set<Choice> yes = Set.of(Choice.FOR);
        List<Ballot> inOrder =
                List.of(
                        Specimens.ballot("z", Channel.ON_SITE, OPENS, yes),
                        Specimens.ballot("y", Channel.PAPER, OPENS.plusNanos(1_000), yes),
                        Specimens.ballot("x", Channel.ONLINE, OPENS.plusNanos(1_000), yes),
                        Specimens.ballot("B", Channel.ON_SITE, OPENS.plusNanos(1_000), yes),
                        Specimens.ballot("a", Channel.ON_SITE, OPENS.plusNanos(1_000), yes),
                        Specimens.ballot("票1", Channel.ON_SITE, OPENS.plusNanos(1_000), yes));

        IntStream.rangeClosed(1, inOrder.size())
                .mapToObj(i -> inOrder.get(inOrder.size() - i))
                .forEach(ballot -> store.add(EAST, MEETING, ballot));

        assertThat(store.ballots(EAST, MEETING)).containsExactlyElementsOf(inOrder);
    }

    /** If this fails, identifiers are taken to be unique beyond their meeting. */
    @Test
    public final void required_G19_keepsMeetingsAndCommunitiesApart() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.record(Specimens.meeting(EAST, OTHER_MEETING, "选聘物业服务企业"));
        store.record(Specimens.meeting(WEST, MEETING, "选聘物业服务企业"));

        store.add(EAST, MEETING, YES);
        store.add(EAST, OTHER_MEETING, NO);

        assertThat(store.ballots(EAST, MEETING)).containsExactly(YES);
        assertThat(store.ballots(EAST, OTHER_MEETING)).containsExactly(NO);
        assertThat(store.ballots(WEST, MEETING)).isEmpty();
    }

    /** If this fails, a character of the result is lost and its replay no longer agrees. */
    @Test
    public final void required_G20_replaysTheStoredResultToTheSameText() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.add(EAST, MEETING, YES);
        TallyResult result = tally(YES);

        Outcome<String> outcome = store.store(result);

        assertThat(outcome).isEqualTo(Outcome.accepted(result.canonicalText()));
        Meeting read = store.find(EAST, MEETING).orElseThrow();
        TallyResult replayed =
                Tally.of(read, roster(), store.ballots(EAST, MEETING), COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        assertThat(store.result(EAST, MEETING)).contains(replayed.canonicalText());
        assertThat(store.result(WEST, MEETING)).isEmpty();
    }

    /** If this fails, a published result can be replaced. */
    @Test
    public final void required_G21_storesOneResultOnly() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.store(tally(YES));

        Outcome<String> same = store.store(tally(YES));
        Outcome<String> other = store.store(tally(NO));

        assertThat(same.isAccepted()).isTrue();
        assertThat(refuses(other, MeetingFinding.ResultStored.CODE)).isTrue();
        assertThat(store.result(EAST, MEETING)).contains(tally(YES).canonicalText());
    }

    /** If this fails, ballots trickle in after the count. */
    @Test
    public final void required_G22_takesNoNewBallotOnceTheResultIsStored() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.add(EAST, MEETING, YES);
        store.store(tally(YES));

        Ballot late = Specimens.ballot("V0009", Channel.PAPER, OPENS, Set.of(Choice.FOR));

        assertThat(refuses(store.add(EAST, MEETING, late), MeetingFinding.ResultStored.CODE))
                .isTrue();
        assertThat(store.add(EAST, MEETING, YES).isAccepted()).isTrue();
        assertThat(store.ballots(EAST, MEETING)).containsExactly(YES);
    }

    /** If this fails, there are results without a meeting. */
    @Test
    public final void required_G23_refusesAResultOfAnUnknownMeeting() {
        MeetingStore store = newStore();

        Outcome<String> outcome = store.store(tally(YES));

        assertThat(refuses(outcome, MeetingFinding.Unknown.CODE)).isTrue();
        assertThat(store.result(EAST, MEETING)).isEmpty();
    }

    /** If this fails, looking for a ballot and adding it are two steps that a thread can part. */
    @Test
    public final void required_G24_keepsExactlyOneOfManyBallotsAddedAtOnce() {
        MeetingStore store = newStore();
        store.record(CALLED);
        List<Callable<Outcome<Ballot>>> offers =
                IntStream.range(0, 8)
                        .<Callable<Outcome<Ballot>>>mapToObj(
                                i -> {
                                    Ballot offer =
                                            Specimens.ballot(
                                                    "V0001",
                                                    Channel.PAPER,
                                                    OPENS.plusSeconds(i),
                                                    Set.of(Choice.FOR));
                                    return () -> store.add(EAST, MEETING, offer);
                                })
                        .toList();

        List<Outcome<Ballot>> outcomes = Specimens.atOnce(offers);

        assertThat(outcomes.stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(outcomes.stream().filter(o -> refuses(o, MeetingFinding.BallotConflict.CODE)))
                .hasSize(7);
        assertThat(store.ballots(EAST, MEETING)).hasSize(1);
    }

    /** If this fails, nobody can tell from the store whether a proxy was entitled. */
    @Test
    public final void required_G25_keepsByWhatRightEveryBallotWasHandedIn() {
        MeetingStore store = newStore();
        store.record(CALLED);
        PersonId owner = Specimens.person(0);
        List<Ballot> ballots =
                List.of(
                        Specimens.ballot("a", new Mandate.Carried(owner)),
                        Specimens.ballot("b", new Mandate.Guardian(owner)),
                        Specimens.ballot("c", PROXY),
                        Specimens.ballot(
                                "d",
                                new Mandate.Proxy(
                                        owner, RECORD_DATE, RECORD_DATE, new TreeMap<>())));

        ballots.forEach(ballot -> store.add(EAST, MEETING, ballot));

        assertThat(store.ballots(EAST, MEETING)).containsExactlyElementsOf(ballots);
    }

    /** If this fails, an authority can be exchanged after the vote. */
    @Test
    public final void required_G26_refusesTheBallotAgainUnderAnotherMandate() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.add(EAST, MEETING, Specimens.ballot("a", PROXY));
        List<Mandate> others =
                List.of(
                        new Mandate.Own(),
                        new Mandate.Guardian(PROXY.principal()),
                        new Mandate.Proxy(
                                PROXY.principal(),
                                PROXY.validFrom(),
                                PROXY.validThrough(),
                                new TreeMap<>()),
                        new Mandate.Proxy(
                                PROXY.principal(),
                                PROXY.validFrom(),
                                PROXY.validThrough().plusDays(1),
                                PROXY.opinions()));

        for (Mandate other : others) {
            assertThat(
                            refuses(
                                    store.add(EAST, MEETING, Specimens.ballot("a", other)),
                                    MeetingFinding.BallotConflict.CODE))
                    .isTrue();
        }
        assertThat(store.ballots(EAST, MEETING)).containsExactly(Specimens.ballot("a", PROXY));
    }

    /** If this fails, another contract can be put under the vote that adopted the first. */
    @Test
    public final void required_G27_keepsThePapersOfEveryMotionInTheirOrder() {
        MeetingStore store = newStore();
        store.record(CALLED);
        Motion first = CALLED.motions().get(0);
        Meeting withoutPapers =
                Specimens.with(CALLED, new Motion(first.id(), first.matter(), first.title()));

        Outcome<Meeting> outcome = store.record(withoutPapers);

        assertThat(refuses(outcome, MeetingFinding.AlreadyRecorded.CODE)).isTrue();
        assertThat(store.find(EAST, MEETING).orElseThrow().motions().get(0).documents())
                .containsExactlyElementsOf(first.documents());
    }

    /** If this fails, nobody can tell later that the owners voted on the budget. */
    @Test
    public final void required_G38_keepsWhatAMotionDecidesUnderTheTrustModel() {
        MeetingStore store = newStore();
        Motion first = CALLED.motions().get(0);
        Meeting budget =
                Specimens.with(
                        CALLED,
                        Motion.of(
                                first.id(),
                                TrustMatter.ANNUAL_BUDGET,
                                first.title(),
                                first.documents()));
        Meeting without =
                Specimens.with(
                        CALLED,
                        new Motion(
                                first.id(),
                                TrustMatter.ANNUAL_BUDGET.matter(),
                                first.title(),
                                first.documents()));

        store.record(budget);

        assertThat(store.find(EAST, MEETING)).contains(budget);
        assertThat(refuses(store.record(without), MeetingFinding.AlreadyRecorded.CODE)).isTrue();
    }

    /** If this fails, ballots of several channels get lost or doubled, and V6 with them. */
    @Test
    public final void required_G28_countsBallotsOfAllChannelsAddedAtOnceAsIfInTurn() {
        MeetingStore store = newStore();
        store.record(CALLED);
        List<Ballot> ballots =
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        Specimens.ballot(
                                                "V" + i % 9,
                                                List.of(Channel.values()).get(i % 3),
                                                OPENS.plusSeconds(i % 9),
                                                Set.of(i % 9 == 0 ? Choice.FOR : Choice.AGAINST)))
                        .toList();

        List<Outcome<Ballot>> outcomes =
                Specimens.atOnce(
                        ballots.stream()
                                .<Callable<Outcome<Ballot>>>map(
                                        ballot -> () -> store.add(EAST, MEETING, ballot))
                                .toList());

        assertThat(outcomes).allMatch(Outcome::isAccepted);
        assertThat(tally(CALLED, store.ballots(EAST, MEETING))).isEqualTo(tally(CALLED, ballots));
    }

    /**
     * If this fails, some order of some threads loses or doubles a ballot; {@value #SEED_PROPERTY}
     * runs the seed that the failure names alone.
     */
    @Test
    public final void required_G40_countsAnyRaceOfAnyChannelsAsIfInTurn() {
        MeetingStore store = newStore();
        String chosen = System.getProperty(SEED_PROPERTY);
        List<Long> seeds =
                chosen == null
                        ? LongStream.rangeClosed(1, RACES).boxed().toList()
                        : List.of(Long.parseLong(chosen));

        for (long seed : seeds) {
            race(store, seed);
        }
    }

    /** Gives each of some ballots up to three times, by a few threads, in any order. */
    private static void race(MeetingStore store, long seed) {
        Random random = new Random(seed);
        MeetingId id = MeetingId.of("race-" + seed);
        Meeting meeting = Specimens.meeting(EAST, id, "选聘物业服务企业");
        store.record(meeting);
        List<Ballot> ballots =
                IntStream.range(0, 8 + random.nextInt(9))
                        .mapToObj(number -> drawn(number, random))
                        .toList();
        List<Ballot> given = new ArrayList<>();
        for (Ballot ballot : ballots) {
            given.addAll(Collections.nCopies(1 + random.nextInt(3), ballot));
        }
        Collections.shuffle(given, random);
        int threads = 2 + random.nextInt(7);
        List<Callable<Boolean>> hands =
                IntStream.range(0, threads)
                        .<Callable<Boolean>>mapToObj(
                                hand -> () -> allTaken(store, id, given, hand, threads))
                        .toList();

        assertThat(Specimens.atOnce(hands)).as("seed %s", seed).doesNotContain(false);
        assertThat(store.ballots(EAST, id))
                .as("seed %s", seed)
                .containsExactlyInAnyOrderElementsOf(ballots);
        assertThat(tally(meeting, store.ballots(EAST, id)))
                .as("seed %s", seed)
                .isEqualTo(tally(meeting, ballots));
    }

    private static boolean allTaken(
            MeetingStore store, MeetingId meeting, List<Ballot> given, int hand, int hands) {
        boolean taken = true;
        for (int i = hand; i < given.size(); i += hands) {
            taken &= store.add(EAST, meeting, given.get(i)).isAccepted();
        }
        return taken;
    }

    /** Of one of three homes, by one who may own it, at one of few moments. */
    private static Ballot drawn(int number, Random random) {
        int unit = random.nextInt(3);
        List<Channel> channels = List.of(Channel.values());
        List<Choice> choices = List.of(Choice.values());
        return new Ballot(
                BallotId.of("R" + number),
                UnitId.of("3-2-" + unit),
                Specimens.person(random.nextInt(4) > 0 ? unit : 100),
                channels.get(random.nextInt(channels.size())),
                OPENS.plusSeconds(random.nextInt(4)),
                random.nextInt(6) > 0 ? Signature.SIGNED : Signature.MISSING,
                new TreeMap<>(
                        Map.of(
                                M1, Set.of(choices.get(random.nextInt(choices.size()))),
                                M2, Set.of(choices.get(random.nextInt(choices.size()))))));
    }

    /** If this fails, a ballot can slip in beside the result that does not count it. */
    @Test
    public final void required_G29_storesNoResultBesideABallotItDidNotCount() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.add(EAST, MEETING, YES);
        Ballot other = Specimens.ballot("V0002", Channel.ONLINE, OPENS, Set.of(Choice.FOR));
        List<Callable<Outcome<?>>> race =
                List.of(() -> store.add(EAST, MEETING, other), () -> store.store(tally(YES)));

        List<Outcome<?>> outcomes = Specimens.atOnce(race);

        // Both may succeed, the ballot first; then it is there for all to see, and nothing follows.
        assertThat(outcomes.get(1).isAccepted()).isTrue();
        assertThat(store.ballots(EAST, MEETING))
                .hasSize(outcomes.get(0).isAccepted() ? 2 : 1)
                .contains(YES);
        assertThat(
                        refuses(
                                store.add(
                                        EAST,
                                        MEETING,
                                        Specimens.ballot("V0003", Channel.PAPER, OPENS, Set.of())),
                                MeetingFinding.ResultStored.CODE))
                .isTrue();
    }

    /** If this fails, a count by the store's own box comes to something else than it did. */
    @Test
    public final void required_G30_keepsAllThatCameInBesideTheBallots() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.record(Specimens.meeting(WEST, MEETING, "选聘物业服务企业"));
        BallotBox box = box();

        fill(store, box);
        fill(store, box);

        assertThat(store.box(EAST, MEETING)).isEqualTo(box);
        assertThat(store.box(WEST, MEETING)).isEqualTo(BallotBox.of(List.of()));
    }

    /** If this fails, there are withdrawals or deliveries of which nobody knows the meeting. */
    @Test
    public final void required_G31_refusesWhatCameInForAnUnknownMeeting() {
        MeetingStore store = newStore();
        BallotBox box = box();

        List<Outcome<?>> outcomes =
                List.of(
                        store.add(EAST, MEETING, box.withdrawals().get(0)),
                        store.add(EAST, MEETING, box.deliveries().get(0)),
                        store.notePaperRequest(EAST, MEETING, box.askedForPaper().first()));

        assertThat(outcomes).allMatch(o -> refuses(o, MeetingFinding.Unknown.CODE));
        assertThat(store.box(EAST, MEETING)).isEqualTo(BallotBox.of(List.of()));
    }

    /** If this fails, an authority is taken back after it was counted, or a delivery made up. */
    @Test
    public final void required_G32_takesNothingNewIntoTheBoxOnceTheResultIsStored() {
        MeetingStore store = newStore();
        store.record(CALLED);
        BallotBox box = box();
        fill(store, box);
        store.store(counted(box));

        List<Outcome<?>> again =
                List.of(
                        store.add(EAST, MEETING, box.withdrawals().get(0)),
                        store.add(EAST, MEETING, box.deliveries().get(0)),
                        store.notePaperRequest(EAST, MEETING, box.askedForPaper().first()));
        PersonId stranger = Specimens.person(99);
        List<Outcome<?>> late =
                List.of(
                        store.add(EAST, MEETING, new Withdrawal(stranger, stranger, OPENS)),
                        store.add(
                                EAST, MEETING, new Delivery(UnitId.of("9"), Channel.ONLINE, "短信")),
                        store.notePaperRequest(EAST, MEETING, UnitId.of("9")));

        assertThat(again).allMatch(Outcome::isAccepted);
        assertThat(late).allMatch(o -> refuses(o, MeetingFinding.ResultStored.CODE));
        assertThat(store.box(EAST, MEETING)).isEqualTo(box);
    }

    /** If this fails, nobody can tell by which rules the stored result was counted. */
    @Test
    public final void required_G33_keepsTheRulesByWhichTheResultWasCounted() {
        MeetingStore store = newStore();
        store.record(CALLED);
        fill(store, box());

        assertThat(store.bylaws(EAST, MEETING)).isEmpty();
        store.store(counted(box()));

        assertThat(store.bylaws(EAST, MEETING)).contains(bylaws());
        assertThat(store.bylaws(WEST, MEETING)).isEmpty();
    }

    /** If this fails, V7 fails: something that bears on the count is not kept as it was. */
    @Test
    public final void required_G34_countsAgainFromTheStoreToTheSameTextAndResolutions() {
        MeetingStore store = newStore();
        store.record(CALLED);
        fill(store, box());
        TallyResult live = counted(box());
        store.store(live);

        TallyResult replayed =
                Tally.count(
                                store.find(EAST, MEETING).orElseThrow(),
                                roster(),
                                store.box(EAST, MEETING),
                                store.bylaws(EAST, MEETING).orElseThrow(),
                                COUNTED.plusSeconds(86_400))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(store.result(EAST, MEETING)).contains(replayed.canonicalText());
        assertThat(replayed.canonicalText()).isEqualTo(live.canonicalText());
        assertThat(replayed.motion(M1).resolution())
                .isPresent()
                .isEqualTo(live.motion(M1).resolution());
        assertThat(replayed.motion(M1).byRules()).isPresent();
    }

    /** If this fails, a vote that is still open is closed by whoever counts it first. */
    @Test
    public final void required_G35_storesNoCountThatWasMadeBeforeTheClose() {
        MeetingStore store = newStore();
        store.record(CALLED);
        store.add(EAST, MEETING, YES);

        Outcome<String> open =
                store.store(
                        Tally.of(CALLED, roster(), List.of(YES), CALLED.closesAt())
                                .orElseThrow(
                                        ruling -> new IllegalStateException(ruling.toString())));

        assertThat(refuses(open, MeetingFinding.StillOpen.CODE)).isTrue();
        assertThat(store.result(EAST, MEETING)).isEmpty();
        assertThat(store.store(tally(YES)).isAccepted()).isTrue();
    }

    /** If this fails, one sender can make a meeting that nobody can count. */
    @Test
    public final void required_G36_takesNoMoreIntoTheBoxThanItsLimits() {
        MeetingStore store = newStore(new BoxLimits(2, 3, 5));
        store.record(CALLED);
        List<Outcome<Ballot>> ballots =
                List.of(
                        store.add(EAST, MEETING, sent(1, 1, "U1")),
                        store.add(EAST, MEETING, sent(2, 1, "U1")),
                        store.add(EAST, MEETING, sent(3, 1, "U1")),
                        store.add(EAST, MEETING, sent(4, 1, "U2")),
                        store.add(EAST, MEETING, sent(5, 1, "U3")),
                        store.add(EAST, MEETING, sent(6, 2, "U1")),
                        store.add(EAST, MEETING, sent(7, 3, "U1")),
                        store.add(EAST, MEETING, sent(8, 4, "U1")));

        assertThat(ballots.stream().map(MeetingStoreContract::bound))
                .containsExactly(
                        "-", "-", "REPEATED 2", "-", "OF_PERSON 3", "-", "-", "OF_MEETING 5");
        assertThat(store.add(EAST, MEETING, sent(1, 1, "U1")).isAccepted()).isTrue();
        assertThat(store.box(EAST, MEETING).ballots()).hasSize(5);
    }

    /** If this fails, the box is flooded beside the ballots. */
    @Test
    public final void required_G37_takesNoMoreOfAnythingElseThanTheLimits() {
        MeetingStore store = newStore(new BoxLimits(1, 2, 3));
        store.record(CALLED);
        List<Outcome<?>> outcomes =
                List.of(
                        store.add(EAST, MEETING, taken(1, 7, 0)),
                        store.add(EAST, MEETING, taken(1, 7, 1)),
                        store.add(EAST, MEETING, taken(1, 8, 1)),
                        store.add(EAST, MEETING, taken(1, 9, 1)),
                        store.add(EAST, MEETING, taken(2, 9, 1)),
                        store.add(EAST, MEETING, taken(3, 9, 1)),
                        store.add(EAST, MEETING, delivered("U1", "1")),
                        store.add(EAST, MEETING, delivered("U1", "2")),
                        store.add(EAST, MEETING, delivered("U2", "1")),
                        store.add(EAST, MEETING, delivered("U3", "1")),
                        store.add(EAST, MEETING, delivered("U4", "1")),
                        store.notePaperRequest(EAST, MEETING, UnitId.of("U1")),
                        store.notePaperRequest(EAST, MEETING, UnitId.of("U2")),
                        store.notePaperRequest(EAST, MEETING, UnitId.of("U3")),
                        store.notePaperRequest(EAST, MEETING, UnitId.of("U4")));

        assertThat(outcomes.stream().map(MeetingStoreContract::bound))
                .containsExactly(
                        "-",
                        "REPEATED 1",
                        "-",
                        "OF_PERSON 2",
                        "-",
                        "OF_MEETING 3",
                        "-",
                        "REPEATED 1",
                        "-",
                        "-",
                        "OF_MEETING 3",
                        "-",
                        "-",
                        "-",
                        "OF_MEETING 3");
    }

    /** If this fails, a few senders fill the box, and an owner cannot vote any more. */
    @Test
    public final void required_G39_keepsHalfOfTheBoxForThoseWhoHaveSentLittle() {
        MeetingStore store = newStore(new BoxLimits(2, 4, 8));
        store.record(CALLED);
        List<Outcome<Ballot>> ballots =
                List.of(
                        store.add(EAST, MEETING, sent(1, 1, "U1")),
                        store.add(EAST, MEETING, sent(2, 1, "U2")),
                        store.add(EAST, MEETING, sent(3, 1, "U3")),
                        store.add(EAST, MEETING, sent(4, 2, "U1")),
                        store.add(EAST, MEETING, sent(5, 1, "U4")),
                        store.add(EAST, MEETING, sent(6, 2, "U2")),
                        store.add(EAST, MEETING, sent(7, 2, "U3")),
                        store.add(EAST, MEETING, sent(8, 3, "U1")),
                        store.add(EAST, MEETING, sent(9, 3, "U2")),
                        store.add(EAST, MEETING, sent(10, 3, "U3")),
                        store.add(EAST, MEETING, sent(11, 4, "U1")),
                        store.add(EAST, MEETING, sent(12, 5, "U1")));

        assertThat(ballots.stream().map(MeetingStoreContract::bound))
                .containsExactly(
                        "-",
                        "-",
                        "-",
                        "-",
                        "KEPT_FOR_OTHERS 2",
                        "-",
                        "KEPT_FOR_OTHERS 2",
                        "-",
                        "-",
                        "KEPT_FOR_OTHERS 2",
                        "-",
                        "OF_MEETING 8");
        assertThat(store.box(EAST, MEETING).ballots()).hasSize(8);
    }

    private static Withdrawal taken(int principal, int proxy, int seconds) {
        return new Withdrawal(
                Specimens.person(principal), Specimens.person(proxy), OPENS.plusSeconds(seconds));
    }

    private static Delivery delivered(String unit, String proof) {
        return new Delivery(UnitId.of(unit), Channel.PAPER, proof);
    }

    private static Ballot sent(int number, int voter, String unit) {
        return new Ballot(
                BallotId.of("S" + number),
                UnitId.of(unit),
                Specimens.person(voter),
                Channel.ONLINE,
                OPENS,
                Signature.SIGNED,
                new TreeMap<>(Map.of(M1, Set.of(Choice.FOR))));
    }

    /** The limit for which it is refused. */
    private static String bound(Outcome<?> outcome) {
        return outcome.<String>fold(
                value -> "-",
                ruling ->
                        ruling.findings().get(0) instanceof MeetingFinding.TooMany full
                                ? full.bound() + " " + full.limit()
                                : ruling.toString());
    }

    /** A box of everything, in the order in which a store gives it back. */
    private static BallotBox box() {
        PersonId owner = Specimens.person(0);
        return new BallotBox(
                roster().votingUnits().stream()
                        .map(MeetingStoreContract::yes)
                        .sorted(Ballot.ORDER_OF_RECEIPT)
                        .toList(),
                List.of(
                        new Withdrawal(owner, Specimens.person(7), OPENS),
                        new Withdrawal(owner, Specimens.person(7), OPENS.plusNanos(1_000)),
                        new Withdrawal(owner, Specimens.person(8), OPENS.plusNanos(1_000))),
                List.of(
                        new Delivery(UnitId.of("3-2-0"), Channel.PAPER, "签收单 1"),
                        new Delivery(UnitId.of("3-2-0"), Channel.PAPER, "签收单 2"),
                        new Delivery(UnitId.of("3-2-0"), Channel.ONLINE, "签".repeat(200)),
                        new Delivery(UnitId.of("3-2-1"), Channel.ON_SITE, "签收单 1")),
                new TreeSet<>(List.of(UnitId.of("3-2-0"), UnitId.of("3-2-1"))));
    }

    private static Ballot yes(Unit unit) {
        return new Ballot(
                BallotId.of(unit.id().value()),
                unit.id(),
                roster().voters(unit, RECORD_DATE).first(),
                Channel.ON_SITE,
                OPENS,
                Signature.SIGNED,
                new TreeMap<>(Map.of(M1, Set.of(Choice.FOR))));
    }

    private static void fill(MeetingStore store, BallotBox box) {
        box.ballots().forEach(ballot -> store.add(EAST, MEETING, ballot));
        box.withdrawals().forEach(withdrawal -> store.add(EAST, MEETING, withdrawal));
        box.deliveries().forEach(delivery -> store.add(EAST, MEETING, delivery));
        box.askedForPaper().forEach(unit -> store.notePaperRequest(EAST, MEETING, unit));
    }

    /** Rules with every kind of line in their text. */
    private static Bylaws bylaws() {
        AdoptedClause clause =
                new AdoptedClause(
                        CountTopic.SILENCE,
                        "议事规则第26条",
                        LocalDate.of(2023, 5, 1),
                        MeetingId.of("2023-OM-01"),
                        M1);
        return new Bylaws(
                CountPolicy.statutory().withSilence(CountPolicy.Silence.COUNT_IN_QUORUM_AS_ABSTAIN),
                HeadPolicy.statutory(),
                List.of(clause),
                new TreeSet<>(List.of(UnitId.of("3-2-1"))),
                List.of(new ProxyLimit(3, Statutes.GUIDANCE_RULES.unverified(26))),
                List.of(
                        new RegionNotice(
                                RegionRule.TEXTS_NOT_AT_HAND,
                                Map.of("region", "红古\t区\\"),
                                List.of(Statutes.CIVIL_CODE.at(278, 2).asInterpretation()))));
    }

    private static TallyResult counted(BallotBox box) {
        return Tally.count(CALLED, roster(), box, bylaws(), COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Roster roster() {
        return Specimens.roster(EAST, RECORD_DATE, "89.42");
    }

    private static TallyResult tally(Ballot ballot) {
        return tally(CALLED, List.of(ballot));
    }

    private static TallyResult tally(Meeting meeting, List<Ballot> ballots) {
        return Tally.of(meeting, roster(), ballots, COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static boolean refuses(Outcome<?> outcome, RuleCode rule) {
        return outcome.<Boolean>fold(value -> false, ruling -> ruling.refuses(rule));
    }
}
