package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.AnswerColumn;
import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountPolicy.InvalidBallots;
import io.github.xinyi.governance.bylaw.CountPolicy.RepeatedBallots;
import io.github.xinyi.governance.bylaw.ProxyLimit;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.SetAside.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ballots of a meeting in the order of receipt, each with the reasons for which it counts on no
 * motion at all; reasons are kept as bits, so that a million ballots need no set each.
 */
final class Pile {

    /** The answer that stands for every unit, which of them a proxy gave, and what does not. */
    record Standing(AnswerColumn answers, BitSet byProxy, List<SetAside> setAside) {}

    private record Authority(PersonId principal, PersonId proxy) {}

    private static final int NONE = -1;

    /** Why a ballot gives way to one that stands for its unit. */
    private static final Set<Reason> REPEATS =
            Set.of(Reason.OWNER_VOTED, Reason.IDENTICAL_REPEAT, Reason.DIFFERING_REPEAT);

    private final Meeting meeting;
    private final Roster roster;
    private final List<Ballot> ballots;
    private final int[] reasons;
    private final Map<Authority, NavigableSet<Instant>> withdrawn;
    private final List<ProxyLimit> limits;

    /** Whether no guardian and no death is known, so that each owner votes for himself. */
    private final boolean ownersVote;

    Pile(
            Meeting meeting,
            Roster roster,
            List<Ballot> inOrderOfReceipt,
            List<Withdrawal> withdrawals) {
        this.meeting = meeting;
        this.roster = roster;
        this.ballots = inOrderOfReceipt;
        this.reasons = new int[ballots.size()];
        this.ownersVote =
                roster.parties().guardianships().isEmpty() && roster.parties().deceased().isEmpty();
        this.withdrawn = new HashMap<>();
        this.limits = List.of();
        withdrawals.forEach(
                w ->
                        withdrawn
                                .computeIfAbsent(
                                        new Authority(w.principal(), w.proxy()),
                                        key -> new TreeSet<>())
                                .add(w.at()));
        for (int i = 0; i < reasons.length; i++) {
            Ballot ballot = ballots.get(i);
            reasons[i] = onOwner(ballot) | onTime(ballot) | onMandate(ballot);
        }
    }

    private Pile(Pile unlimited, int[] reasons, List<ProxyLimit> limits) {
        this.meeting = unlimited.meeting;
        this.roster = unlimited.roster;
        this.ballots = unlimited.ballots;
        this.reasons = reasons;
        this.withdrawn = unlimited.withdrawn;
        this.limits = limits;
        this.ownersVote = unlimited.ownersVote;
    }

    /**
     * The same pile where a proxy votes for so many principals only. A principal takes a place by
     * the first ballot read that stands on some motion, or that is invalid and counts there; one
     * that counts on none takes no place.
     *
     * @param limits the rules that say how many each proxy may vote for at the meeting, at least
     *     one and all of them alike
     * @param unitOf the unit of every ballot
     * @param voteless the units that carry no vote under the rules of the count
     * @param policy in which order ballots are read, and whether invalid ones count
     */
    Pile limitedTo(List<ProxyLimit> limits, int[] unitOf, BitSet voteless, CountPolicy policy) {
        Places places = new Places(limits.get(0).principals(), voteless);
        int[] limited = reasons.clone();
        boolean invalidCounts = policy.invalid() == InvalidBallots.COUNT_AS_ABSTENTION;
        for (boolean valid : invalidCounts ? List.of(true, false) : List.of(true)) {
            for (boolean proxies : List.of(false, true)) {
                for (int k = 0; k < limited.length; k++) {
                    int i = read(k, policy.repeated());
                    Ballot ballot = ballots.get(i);
                    if (ballot.mandate().isByProxy() == proxies
                            && !places.admit(ballot, unitOf[i], limited[i], valid)) {
                        limited[i] |= bit(Reason.TOO_MANY_PRINCIPALS);
                    }
                }
            }
        }
        return new Pile(this, limited, limits);
    }

    /** Which units are answered so far, and whom every proxy votes for. */
    private final class Places {

        private final int principals;
        private final Map<MotionId, BitSet> answered = new HashMap<>();
        private final Map<PersonId, Set<PersonId>> represented = new HashMap<>();

        Places(int principals, BitSet voteless) {
            this.principals = principals;
            meeting.motions().forEach(m -> answered.put(m.id(), (BitSet) voteless.clone()));
        }

        /** Whether a ballot counts on no motion, or its proxy has a place for its principal. */
        boolean admit(Ballot ballot, int unit, int known, boolean valid) {
            List<BitSet> open = new ArrayList<>();
            answered.forEach(
                    (motion, units) -> {
                        int found = known | onMotion(ballot, motion, unit);
                        boolean counts = valid ? found == 0 : found != 0 && isInvalidOnly(found);
                        if (counts && !units.get(unit)) {
                            open.add(units);
                        }
                    });
            boolean admitted = open.isEmpty() || hasPlace(ballot);
            open.forEach(units -> units.set(unit, admitted));
            return admitted;
        }

        private boolean hasPlace(Ballot ballot) {
            if (!ballot.mandate().isByProxy()) {
                return true;
            }
            Set<PersonId> of = represented.computeIfAbsent(ballot.voter(), p -> new HashSet<>());
            return of.contains(ballot.owner())
                    || (of.size() < principals && of.add(ballot.owner()));
        }
    }

    /** Which ballot is read at a place: by receipt, or from the last one on. */
    private int read(int place, RepeatedBallots repeated) {
        return repeated == RepeatedBallots.FIRST_VALID_WINS ? place : reasons.length - 1 - place;
    }

    private int onOwner(Ballot ballot) {
        Optional<Unit> found = roster.unit(ballot.unit());
        if (found.isEmpty()) {
            return bit(Reason.UNKNOWN_UNIT);
        }
        boolean guardian = ballot.mandate().fold(own -> false, p -> false, g -> true, c -> false);
        boolean held = roster.holder(found.get()).includes(ballot.owner());
        PersonId decides = guardian ? ballot.voter() : ballot.owner();
        boolean entitled =
                ownersVote
                        ? held && !guardian
                        : (held || !guardian)
                                && roster.voters(found.get(), dayOf(ballot.receivedAt()))
                                        .contains(decides);
        if (entitled || !held) {
            return entitled ? 0 : bit(Reason.NOT_AN_OWNER);
        }
        if (roster.parties().deceased().contains(ballot.owner())) {
            return bit(Reason.OWNER_DECEASED);
        }
        return bit(guardian ? Reason.NOT_THE_GUARDIAN : Reason.OWNER_IS_WARD);
    }

    private static LocalDate dayOf(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    private int onTime(Ballot ballot) {
        return (ballot.signature() == Signature.MISSING ? bit(Reason.UNSIGNED) : 0)
                | (ballot.receivedAt().isBefore(meeting.opensAt()) ? bit(Reason.EARLY) : 0)
                | (ballot.receivedAt().isAfter(meeting.closesAt()) ? bit(Reason.LATE) : 0);
    }

    private int onMandate(Ballot ballot) {
        return ballot.mandate()
                .fold(own -> 0, proxy -> onAuthority(ballot, proxy), guardian -> 0, carried -> 0);
    }

    private int onAuthority(Ballot ballot, Mandate.Proxy proxy) {
        LocalDate day = dayOf(ballot.receivedAt());
        boolean outOfDate = day.isBefore(proxy.validFrom()) || day.isAfter(proxy.validThrough());
        return (outOfDate ? bit(Reason.AUTHORITY_OUT_OF_DATE) : 0)
                | (takenBack(ballot, proxy).isPresent() ? bit(Reason.AUTHORITY_WITHDRAWN) : 0);
    }

    /**
     * A withdrawal ends what was granted up to its day, and nothing that is granted later; so only
     * the latest before the ballot matters.
     */
    private Optional<Instant> takenBack(Ballot ballot, Mandate.Proxy proxy) {
        return Optional.ofNullable(withdrawn.get(new Authority(proxy.principal(), ballot.voter())))
                .map(moments -> moments.floor(ballot.receivedAt()))
                .filter(latest -> !dayOf(latest).isBefore(proxy.validFrom()));
    }

    // The bits live no longer than a count.
    @SuppressWarnings("EnumOrdinal")
    private static int bit(Reason reason) {
        return 1 << reason.ordinal();
    }

    /** Every ballot once, in the order of receipt. */
    List<Ballot> ballots() {
        return ballots;
    }

    /**
     * The number of the unit of every ballot.
     *
     * @return {@link Electorate#NONE} where it carries no vote
     */
    int[] unitsIn(Electorate electorate) {
        return ballots.stream().mapToInt(ballot -> electorate.indexOf(ballot.unit())).toArray();
    }

    /** What stands on a motion; owners' own ballots first, so that they beat those of proxies. */
    Standing standing(MotionId motion, int[] unitOf, int units, CountPolicy policy) {
        int[] found = reasons.clone();
        int[] stands = new int[units];
        Arrays.fill(stands, NONE);
        BitSet invalid = new BitSet();
        for (boolean proxies : List.of(false, true)) {
            for (int k = 0; k < found.length; k++) {
                int i = read(k, policy.repeated());
                Ballot ballot = ballots.get(i);
                if (ballot.mandate().isByProxy() == proxies) {
                    found[i] |= onMotion(ballot, motion, unitOf[i]);
                    if (found[i] == 0 && stands[unitOf[i]] == NONE) {
                        stands[unitOf[i]] = i;
                    } else if (found[i] == 0) {
                        found[i] = bit(repeat(ballot, ballots.get(stands[unitOf[i]]), motion));
                    } else if (unitOf[i] != Electorate.NONE && isInvalidOnly(found[i])) {
                        invalid.set(unitOf[i]);
                    }
                }
            }
        }
        AnswerColumn.Builder answers = AnswerColumn.builder(units);
        BitSet byProxy = new BitSet();
        for (int unit = 0; unit < units; unit++) {
            if (stands[unit] != NONE) {
                Ballot ballot = ballots.get(stands[unit]);
                answers.answer(unit, answer(ballot, motion));
                byProxy.set(unit, ballot.mandate().isByProxy());
            } else if (invalid.get(unit)
                    && policy.invalid() == InvalidBallots.COUNT_AS_ABSTENTION) {
                answers.answer(unit, Choice.ABSTAIN);
            }
        }
        return new Standing(answers.build(), byProxy, setAside(found, unitOf, stands));
    }

    private static int onMotion(Ballot ballot, MotionId motion, int unit) {
        Set<Choice> ticked = ballot.choicesOn(motion);
        int found = 0;
        if (ticked.isEmpty()) {
            found |= bit(Reason.UNANSWERED);
        } else if (ticked.size() > 1) {
            found |= bit(Reason.OVER_VOTED);
        } else if (ballot.mandate()
                .<Boolean>fold(
                        own -> false,
                        proxy -> !ticked.contains(opinion(proxy, motion, ticked)),
                        guardian -> false,
                        carried -> false)) {
            found |= bit(Reason.AGAINST_OPINION);
        }
        return unit == Electorate.NONE ? found | bit(Reason.PARKING_UNIT) : found;
    }

    private static Choice opinion(Mandate.Proxy proxy, MotionId motion, Set<Choice> ticked) {
        return proxy.opinions().getOrDefault(motion, ticked.iterator().next());
    }

    private static Choice answer(Ballot ballot, MotionId motion) {
        return ballot.choicesOn(motion).iterator().next();
    }

    private static Reason repeat(Ballot ballot, Ballot standing, MotionId motion) {
        if (ballot.mandate().isByProxy() && !standing.mandate().isByProxy()) {
            return Reason.OWNER_VOTED;
        }
        return answer(ballot, motion) == answer(standing, motion)
                ? Reason.IDENTICAL_REPEAT
                : Reason.DIFFERING_REPEAT;
    }

    private static boolean isInvalidOnly(int found) {
        return (found & ~(bit(Reason.UNSIGNED) | bit(Reason.OVER_VOTED))) == 0;
    }

    private List<SetAside> setAside(int[] found, int[] unitOf, int[] stands) {
        List<SetAside> setAside = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] != 0) {
                Ballot ballot = ballots.get(i);
                Set<Reason> why = reasons(found[i]);
                boolean isRepeat = why.stream().anyMatch(REPEATS::contains);
                setAside.add(
                        new SetAside(
                                ballot.id(),
                                ballot.unit(),
                                why,
                                meeting.openingDate(),
                                grounds(
                                        ballot,
                                        isRepeat
                                                ? List.of(ballots.get(stands[unitOf[i]]).id())
                                                : List.of())));
            }
        }
        return setAside;
    }

    private static Set<Reason> reasons(int found) {
        Set<Reason> why = EnumSet.noneOf(Reason.class);
        for (Reason reason : Reason.values()) {
            if ((found & bit(reason)) != 0) {
                why.add(reason);
            }
        }
        // A unit that the roster does not have is no parking space.
        if (why.contains(Reason.UNKNOWN_UNIT)) {
            why.remove(Reason.PARKING_UNIT);
        }
        return why;
    }

    private Grounds grounds(Ballot ballot, List<BallotId> standing) {
        return ballot.mandate()
                .fold(
                        own -> grounds(ballot, List.of(), List.of(), standing),
                        proxy ->
                                grounds(
                                        ballot,
                                        List.of(proxy.validFrom(), proxy.validThrough()),
                                        takenBack(ballot, proxy).stream().toList(),
                                        standing),
                        guardian -> grounds(ballot, List.of(), List.of(), standing),
                        carried -> grounds(ballot, List.of(), List.of(), standing));
    }

    private Grounds grounds(
            Ballot ballot,
            List<LocalDate> authority,
            List<Instant> withdrawnAt,
            List<BallotId> standing) {
        return new Grounds(
                ballot.receivedAt(),
                meeting.opensAt(),
                meeting.closesAt(),
                authority,
                withdrawnAt,
                limits,
                standing);
    }

    /** Every ballot of a box once, in the order of receipt. */
    static List<Ballot> inOrderOfReceipt(BallotBox box) {
        return box.ballots().stream().distinct().sorted(Ballot.ORDER_OF_RECEIPT).toList();
    }
}
