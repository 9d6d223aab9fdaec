package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Underwriting;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts a vote under any rules of procedure a second time: sets of units and searches through the
 * whole pile, fractions of big numbers, nothing of the counted code.
 */
final class PolicyOracle {

    private static final List<String> CHANNELS = List.of("PAPER", "ONLINE", "ON_SITE");
    private static final Comparator<Ballot> FIRST =
            Comparator.comparingLong((Ballot b) -> b.receivedAt().toEpochMilli())
                    .thenComparingInt(b -> CHANNELS.indexOf(b.channel().name()))
                    .thenComparing(b -> b.id().value());

    /** What is voted on, on what, and who stands beside the owners. */
    record Place(Meeting meeting, List<Unit> units, Parties parties) {}

    private final Meeting meeting;
    private final List<Unit> units;
    private final Parties parties;
    private final BallotBox box;
    private final Bylaws bylaws;
    private final Map<List<Object>, List<Unit>> groups = new LinkedHashMap<>();
    private final Map<String, long[]> sums = new TreeMap<>();
    private final Map<Look, Set<MotionId>> counting = new HashMap<>();

    /** A ballot as it is read: for what is valid in it, and after all of that for the rest. */
    private record Look(Ballot ballot, boolean valid) {}

    private PolicyOracle(Place place, BallotBox box, Bylaws bylaws) {
        this.meeting = place.meeting();
        this.units = place.units();
        this.parties = place.parties();
        this.box = box;
        this.bylaws = bylaws;
        boolean excluding = bylaws.counting().arrears() == CountPolicy.Arrears.EXCLUDED;
        List<Unit> voting =
                units.stream()
                        .filter(
                                unit ->
                                        unit.use() != UnitUse.PARKING
                                                || bylaws.heads().parking()
                                                        != HeadPolicy.Parking.NONE)
                        .toList();
        for (Unit unit : voting) {
            if (!(excluding && bylaws.inArrears().contains(unit.id()))) {
                groups.computeIfAbsent(head(unit, voting), g -> new ArrayList<>()).add(unit);
            }
        }
    }

    private boolean carriesHead(Unit unit) {
        return unit.use() != UnitUse.PARKING
                || bylaws.heads().parking() == HeadPolicy.Parking.AREA_AND_HEADS;
    }

    /** In which capacity the unit is held: by owners, or by the developer in one of two. */
    private String capacity(Unit unit) {
        return switch (unit.status().name()) {
            case "SOLD_NOT_DELIVERED" ->
                    bylaws.heads().developerHead() == HeadPolicy.DeveloperHead.ONE_FOR_EACH
                            ? "seller of undelivered"
                            : unsold();
            case "UNSOLD" -> unsold();
            default -> "owner";
        };
    }

    private String unsold() {
        return bylaws.heads().retained() == HeadPolicy.RetainedUnits.MERGED ? "owner" : "seller";
    }

    /** What stands for one head: capacity and persons, or all persons that are linked. */
    private List<Object> head(Unit unit, List<Unit> voting) {
        List<Object> alone = List.of(capacity(unit), group(unit));
        List<Set<PersonId>> owners =
                voting.stream()
                        .filter(other -> carriesHead(other) && capacity(other).equals("owner"))
                        .map(this::group)
                        .toList();
        if (bylaws.heads().coOwnership() == HeadPolicy.CoOwnership.EXACT_SET
                || !capacity(unit).equals("owner")
                || !owners.contains(group(unit))) {
            return alone;
        }
        Set<PersonId> linked = new TreeSet<>(group(unit));
        for (int before = 0; before < linked.size(); ) {
            before = linked.size();
            owners.stream()
                    .filter(group -> !Collections.disjoint(group, linked))
                    .forEach(linked::addAll);
        }
        return List.of("linked", linked);
    }

    /** For each motion area and heads of all, in favour, against and abstaining. */
    static List<List<Long>> count(Place place, BallotBox box, Bylaws bylaws) {
        PolicyOracle oracle = new PolicyOracle(place, box, bylaws);
        return place.meeting().motions().stream().map(m -> oracle.count(m.id())).toList();
    }

    private List<Long> count(MotionId motion) {
        sums.clear();
        groups.values().forEach(own -> add("all", own, own));
        groups.values().forEach(own -> addAnswers(own, motion));
        addFollowers();
        List<Long> figures = new ArrayList<>();
        for (String name : List.of("all", "FOR", "AGAINST", "ABSTAIN")) {
            figures.add(sum(name)[0]);
            figures.add(sum(name)[1]);
        }
        return figures;
    }

    private long[] sum(String name) {
        return sums.computeIfAbsent(name, n -> new long[2]);
    }

    private void add(String name, List<Unit> withArea, List<Unit> withHead) {
        withArea.forEach(unit -> sum(name)[0] += unit.area().squareDecimetres());
        boolean head =
                withHead.stream()
                        .anyMatch(
                                unit ->
                                        unit.use() != UnitUse.PARKING
                                                || bylaws.heads().parking()
                                                        == HeadPolicy.Parking.AREA_AND_HEADS);
        sum(name)[1] += head ? 1 : 0;
    }

    private void addAnswers(List<Unit> own, MotionId motion) {
        Map<Unit, Choice> answers = new LinkedHashMap<>();
        own.forEach(unit -> answer(unit, motion).ifPresent(choice -> answers.put(unit, choice)));
        Set<Choice> given = Set.copyOf(answers.values());
        CountPolicy policy = bylaws.counting();
        if (given.isEmpty()) {
            List<Unit> reached =
                    own.stream().filter(unit -> box.reached().contains(unit.id())).toList();
            add("silent", reached, reached);
            return;
        }
        boolean partial = answers.size() < own.size();
        if ((partial && policy.partial() == CountPolicy.PartialReturns.REJECT_ALL)
                || (given.size() > 1 && policy.mixed() == CountPolicy.MixedAnswers.REJECT_ALL)) {
            return;
        }
        List<Unit> counted =
                policy.partial() == CountPolicy.PartialReturns.WHOLE_AREA
                        ? own
                        : List.copyOf(answers.keySet());
        if (given.size() == 1) {
            String name = given.iterator().next().name();
            add(name.equals("ABSTAIN") ? "ticked" : name, counted, counted);
        } else if (policy.mixed() == CountPolicy.MixedAnswers.SPLIT_AREA_HEAD_ABSTAIN) {
            for (Unit unit : counted) {
                add(answers.getOrDefault(unit, Choice.ABSTAIN).name(), List.of(unit), List.of());
            }
            add("ABSTAIN", List.of(), counted);
        } else {
            add("ABSTAIN", counted, counted);
        }
    }

    private void addFollowers() {
        CountPolicy.Silence silence = bylaws.counting().silence();
        int area = Long.compare(sum("FOR")[0], sum("AGAINST")[0]);
        int heads = Long.compare(sum("FOR")[1], sum("AGAINST")[1]);
        String leader = area > 0 && heads > 0 ? "FOR" : area < 0 && heads < 0 ? "AGAINST" : "-";
        boolean takesPart = bylaws.counting().abstention() == CountPolicy.Abstention.PARTICIPATES;
        switch (silence) {
            case NOT_PARTICIPATING -> move("ticked", takesPart ? "ABSTAIN" : "-");
            case COUNT_IN_QUORUM_AS_ABSTAIN -> {
                move("ticked", takesPart ? "ABSTAIN" : "-");
                move("silent", "ABSTAIN");
            }
            case FOLLOW_MAJORITY_ABSTAIN_ONLY, FOLLOW_MAJORITY_ALL_DELIVERED -> {
                move("ticked", leader.equals("-") && takesPart ? "ABSTAIN" : leader);
                if (silence == CountPolicy.Silence.FOLLOW_MAJORITY_ALL_DELIVERED) {
                    move("silent", leader);
                }
            }
        }
    }

    private void move(String from, String to) {
        sum(to)[0] += sum(from)[0];
        sum(to)[1] += sum(from)[1];
    }

    private Optional<Choice> answer(Unit unit, MotionId motion) {
        return looks().filter(look -> look.ballot().unit().equals(unit.id()))
                .filter(look -> counts(look).contains(motion))
                .findFirst()
                .map(
                        look ->
                                look.valid()
                                        ? look.ballot().choicesOn(motion).iterator().next()
                                        : Choice.ABSTAIN);
    }

    private Stream<Look> looks() {
        return Stream.of(true, false)
                .flatMap(valid -> box.ballots().stream().map(b -> new Look(b, valid)));
    }

    /** What is valid before what is not, then own before proxies', then as they are read. */
    private Comparator<Look> reading() {
        boolean last =
                bylaws.counting().repeated() == CountPolicy.RepeatedBallots.LAST_BEFORE_CLOSE_WINS;
        return Comparator.comparing((Look look) -> !look.valid())
                .thenComparing(look -> isProxy(look.ballot()))
                .thenComparing(Look::ballot, last ? FIRST.reversed() : FIRST);
    }

    /** On which motions no look before it counts for its unit; on none without a place. */
    private Set<MotionId> counts(Look look) {
        Set<MotionId> known = counting.get(look);
        if (known != null) {
            return known;
        }
        Set<MotionId> counts =
                meeting.motions().stream()
                        .map(Motion::id)
                        .filter(motion -> isReadable(look, motion) && isFirst(look, motion))
                        .collect(Collectors.toSet());
        if (!counts.isEmpty() && !isWithinLimit(look)) {
            counts = Set.of();
        }
        counting.put(look, counts);
        return counts;
    }

    private boolean isReadable(Look look, MotionId motion) {
        boolean invalidCounts =
                bylaws.counting().invalid() == CountPolicy.InvalidBallots.COUNT_AS_ABSTENTION;
        boolean readable =
                look.valid()
                        ? isValid(look.ballot(), motion)
                        : invalidCounts && isOnlyFormallyInvalid(look.ballot(), motion);
        return readable
                && groups.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(unit -> unit.id().equals(look.ballot().unit()));
    }

    private Stream<Look> countedBefore(Look look) {
        return looks().filter(other -> reading().compare(other, look) < 0)
                .filter(other -> !counts(other).isEmpty());
    }

    private boolean isFirst(Look look, MotionId motion) {
        return countedBefore(look)
                .filter(other -> other.ballot().unit().equals(look.ballot().unit()))
                .noneMatch(other -> counts(other).contains(motion));
    }

    /** The principals of one proxy are those of all motions of the meeting together. */
    private boolean isWithinLimit(Look look) {
        Set<PersonId> principals =
                countedBefore(look)
                        .map(Look::ballot)
                        .filter(b -> isProxy(b) && b.voter().equals(look.ballot().voter()))
                        .map(Ballot::owner)
                        .collect(Collectors.toSet());
        return !isProxy(look.ballot())
                || principals.contains(look.ballot().owner())
                || principals.size() < bylaws.principalsPerProxy();
    }

    private boolean isOnlyFormallyInvalid(Ballot ballot, MotionId motion) {
        boolean over = ballot.choicesOn(motion).size() > 1;
        boolean unsigned = ballot.signature() == Signature.MISSING;
        return isEntitled(ballot)
                && (over || unsigned)
                && !ballot.choicesOn(motion).isEmpty()
                && (over || followsOpinion(ballot, motion));
    }

    private boolean isValid(Ballot ballot, MotionId motion) {
        return isEntitled(ballot)
                && ballot.signature() == Signature.SIGNED
                && ballot.choicesOn(motion).size() == 1
                && followsOpinion(ballot, motion);
    }

    private static boolean followsOpinion(Ballot ballot, MotionId motion) {
        return proxy(ballot)
                .map(p -> p.opinions().get(motion))
                .map(opinion -> ballot.choicesOn(motion).equals(Set.of(opinion)))
                .orElse(true);
    }

    private static LocalDate day(Instant moment) {
        long beijing = moment.getEpochSecond() + 8 * 3_600L;
        return LocalDate.ofEpochDay(Math.floorDiv(beijing, 86_400L));
    }

    /** In time, and by somebody who may speak for the unit on that day. */
    private boolean isEntitled(Ballot ballot) {
        LocalDate day = day(ballot.receivedAt());
        boolean inTime =
                ballot.receivedAt().compareTo(meeting.opensAt()) >= 0
                        && ballot.receivedAt().compareTo(meeting.closesAt()) <= 0;
        boolean member =
                units.stream()
                        .filter(unit -> unit.id().equals(ballot.unit()))
                        .anyMatch(unit -> isVoter(unit, ballot, day));
        boolean authorised =
                proxy(ballot)
                        .map(p -> !day.isBefore(p.validFrom()) && !day.isAfter(p.validThrough()))
                        .orElse(true);
        boolean takenBack = proxy(ballot).map(p -> isTakenBack(ballot, p)).orElse(false);
        return inTime && member && authorised && !takenBack;
    }

    /** What is granted from a later day on was not taken back before. */
    private boolean isTakenBack(Ballot ballot, Mandate.Proxy proxy) {
        return box.withdrawals().stream()
                .filter(w -> w.principal().equals(ballot.owner()))
                .filter(w -> w.proxy().equals(ballot.voter()))
                .filter(w -> w.at().compareTo(ballot.receivedAt()) <= 0)
                .anyMatch(w -> day(w.at()).toEpochDay() >= proxy.validFrom().toEpochDay());
    }

    /** Whether one of the owners, alive and of full capacity, or a guardian of one, has spoken. */
    private boolean isVoter(Unit unit, Ballot ballot, LocalDate day) {
        boolean guardian = ballot.mandate() instanceof Mandate.Guardian;
        PersonId person = guardian ? ballot.voter() : ballot.owner();
        boolean speaks = false;
        for (PersonId owner : group(unit)) {
            List<PersonId> others =
                    parties.guardianships().stream()
                            .filter(g -> g.ward().equals(owner))
                            .filter(g -> day.isBefore(g.inForce().endExclusive()))
                            .map(Guardianship::guardian)
                            .toList();
            boolean able = others.isEmpty() ? owner.equals(person) : others.contains(person);
            speaks |= able && !parties.deceased().contains(owner);
        }
        return speaks && (!guardian || group(unit).contains(ballot.owner()));
    }

    private static boolean isProxy(Ballot ballot) {
        return proxy(ballot).isPresent();
    }

    private static Optional<Mandate.Proxy> proxy(Ballot ballot) {
        return ballot.mandate() instanceof Mandate.Proxy proxy
                ? Optional.of(proxy)
                : Optional.empty();
    }

    /** Who owns the unit, or sells it: the developer, or the underwriter in its place. */
    private Set<PersonId> group(Unit unit) {
        if (unit.status().name().equals("SOLD_DELIVERED")) {
            return Set.copyOf(unit.owners());
        }
        return parties.underwritings().stream()
                .filter(entry -> entry.unit().equals(unit.id()))
                .map(Underwriting::underwriter)
                .findFirst()
                .map(Set::of)
                .orElse(Set.of(PersonId.of("D1")));
    }

    /** The result by fractions of big numbers, from the figures of a motion. */
    static String result(Meeting meeting, List<Long> f, int item, RuleSet rules) {
        if (meeting.noticeDate().toEpochDay() > day(meeting.opensAt()).toEpochDay() - 15) {
            return "INVALID_PROCEDURE";
        }
        boolean old = rules == RuleSet.LEGACY_PROPERTY_LAW_2007;
        boolean heavy = old ? item >= 5 && item <= 7 : item >= 6 && item <= 8;
        for (int i = 0; i < 2; i++) {
            long part = f.get(2 + i) + f.get(4 + i) + f.get(6 + i);
            int sign = old ? sign(part, f.get(i), 1, 2) : sign(part, f.get(i), 2, 3);
            if (sign < (old ? 1 : 0)) {
                return "NO_QUORUM";
            }
        }
        for (int i = 0; i < 2; i++) {
            long base = old ? f.get(i) : f.get(2 + i) + f.get(4 + i) + f.get(6 + i);
            int n = heavy ? (old ? 2 : 3) : 1;
            if (sign(f.get(2 + i), base, n, n + 1) < (heavy ? 0 : 1)) {
                return "REJECTED";
            }
        }
        return "PASSED";
    }

    private static int sign(long part, long whole, long n, long d) {
        return whole == 0
                ? -1
                : BigInteger.valueOf(part)
                        .multiply(BigInteger.valueOf(d))
                        .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(n)));
    }
}
