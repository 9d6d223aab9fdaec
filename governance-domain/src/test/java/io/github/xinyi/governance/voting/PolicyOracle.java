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
import io.github.xinyi.governance.identity.PersonId;
import java.math.BigInteger;
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
    private final Map<Ballot, Boolean> counting = new HashMap<>();

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

    /** Area and heads of all, in favour, against and abstaining. */
    static List<Long> count(Place place, BallotBox box, Bylaws bylaws) {
        PolicyOracle oracle = new PolicyOracle(place, box, bylaws);
        oracle.groups.values().forEach(own -> oracle.add("all", own, own));
        oracle.groups.values().forEach(oracle::addAnswers);
        oracle.addFollowers();
        List<Long> figures = new ArrayList<>();
        for (String name : List.of("all", "FOR", "AGAINST", "ABSTAIN")) {
            figures.add(oracle.sum(name)[0]);
            figures.add(oracle.sum(name)[1]);
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

    private void addAnswers(List<Unit> own) {
        Map<Unit, Choice> answers = new LinkedHashMap<>();
        own.forEach(unit -> answer(unit).ifPresent(choice -> answers.put(unit, choice)));
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

    private Optional<Choice> answer(Unit unit) {
        return box.ballots().stream()
                .filter(ballot -> ballot.unit().equals(unit.id()))
                .filter(this::counts)
                .findFirst()
                .map(
                        ballot ->
                                isValid(ballot)
                                        ? ballot.choicesOn(Samples.M1).iterator().next()
                                        : Choice.ABSTAIN);
    }

    /** Valid ballots before invalid ones, then own before proxies', then as they are read. */
    private Comparator<Ballot> reading() {
        boolean last =
                bylaws.counting().repeated() == CountPolicy.RepeatedBallots.LAST_BEFORE_CLOSE_WINS;
        return Comparator.comparing((Ballot b) -> !isValid(b))
                .thenComparing(b -> isProxy(b))
                .thenComparing(last ? FIRST.reversed() : FIRST);
    }

    /** Whether no other before it counts for its unit, and its proxy has a place left. */
    private boolean counts(Ballot ballot) {
        Boolean known = counting.get(ballot);
        if (known != null) {
            return known;
        }
        boolean invalidCounts =
                bylaws.counting().invalid() == CountPolicy.InvalidBallots.COUNT_AS_ABSTENTION;
        boolean votes =
                groups.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(unit -> unit.id().equals(ballot.unit()));
        boolean readable = isValid(ballot) || (invalidCounts && isOnlyFormallyInvalid(ballot));
        boolean counts = votes && readable && isFirst(ballot) && isWithinLimit(ballot);
        counting.put(ballot, counts);
        return counts;
    }

    private List<Ballot> countedBefore(Ballot ballot) {
        return box.ballots().stream()
                .filter(other -> reading().compare(other, ballot) < 0)
                .filter(this::counts)
                .toList();
    }

    private boolean isFirst(Ballot ballot) {
        return countedBefore(ballot).stream().noneMatch(b -> b.unit().equals(ballot.unit()));
    }

    private boolean isWithinLimit(Ballot ballot) {
        Set<PersonId> principals =
                countedBefore(ballot).stream()
                        .filter(b -> isProxy(b) && b.voter().equals(ballot.voter()))
                        .map(Ballot::owner)
                        .collect(Collectors.toSet());
        return !isProxy(ballot)
                || principals.contains(ballot.owner())
                || principals.size() < bylaws.principalsPerProxy();
    }

    private boolean isOnlyFormallyInvalid(Ballot ballot) {
        boolean over = ballot.choicesOn(Samples.M1).size() > 1;
        boolean unsigned = ballot.signature() == Signature.MISSING;
        return isEntitled(ballot)
                && (over || unsigned)
                && !ballot.choicesOn(Samples.M1).isEmpty()
                && (over || followsOpinion(ballot));
    }

    private boolean isValid(Ballot ballot) {
        return isEntitled(ballot)
                && ballot.signature() == Signature.SIGNED
                && ballot.choicesOn(Samples.M1).size() == 1
                && followsOpinion(ballot);
    }

    private static boolean followsOpinion(Ballot ballot) {
        return proxy(ballot)
                .map(p -> p.opinions().get(Samples.M1))
                .map(opinion -> ballot.choicesOn(Samples.M1).equals(Set.of(opinion)))
                .orElse(true);
    }

    /** In time, and by somebody who may speak for the unit on that day. */
    private boolean isEntitled(Ballot ballot) {
        long beijing = ballot.receivedAt().getEpochSecond() + 8 * 3_600L;
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(beijing, 86_400L));
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
        boolean takenBack =
                isProxy(ballot)
                        && box.withdrawals().stream()
                                .filter(w -> w.principal().equals(ballot.owner()))
                                .filter(w -> w.proxy().equals(ballot.voter()))
                                .anyMatch(w -> w.at().compareTo(ballot.receivedAt()) <= 0);
        return inTime && member && authorised && !takenBack;
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

    /** The result by fractions of big numbers, from the figures of {@link #count}. */
    static String result(List<Long> f, int item, RuleSet rules) {
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
