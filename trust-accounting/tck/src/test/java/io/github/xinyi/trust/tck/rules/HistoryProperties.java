package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.budget.Authority;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPaper;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.contract.ContractEvent;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.ContractLife.Status;
import io.github.xinyi.trust.contract.ContractPaper;
import io.github.xinyi.trust.contract.EndNotice;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** That over arbitrary commands the rules hold, and what is recorded replays to the same state. */
class HistoryProperties {

    /** One command: which, with which paper of the pool, after how many days, of how much. */
    record Command(int which, int paper, int days, long amount) {}

    @Provide
    Arbitrary<List<Command>> commands() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(0, 0, 1, 6, 7, 8, 59, 60, 61, 90, 400),
                        Arbitraries.longs().between(1, 700_000))
                .as(Command::new)
                .list()
                .ofMaxSize(14);
    }

    private static final List<BudgetPaper.Transfer> TRANSFERS =
            IntStream.range(0, 6)
                    .mapToObj(
                            i ->
                                    BudgetYearTest.transfer(
                                            "TJ-" + i,
                                            lines().get(i % 2).code(),
                                            lines().get((i + 1) % 2).code(),
                                            300_000 + i))
                    .toList();
    private static final List<BudgetPaper.Overrun> OVERRUNS =
            IntStream.range(0, 6)
                    .mapToObj(
                            i ->
                                    BudgetYearTest.overrun(
                                            "CB-" + i, lines().get(i % 2).code(), 100_000 + i))
                    .toList();
    private static final Authority OWNERS =
            Authority.of(
                    OwnersDecision.of(
                            BudgetYearTest.resolution(
                                    Stream.concat(TRANSFERS.stream(), OVERRUNS.stream())
                                            .map(BudgetPaper::document)
                                            .toArray(Motion.Document[]::new))));

    private static List<BudgetLine> lines() {
        return List.of(BudgetYearTest.LIGHTS, BudgetYearTest.CLEANING);
    }

    /** What the rules of a budget say, kept as running figures and not folded from events. */
    private static final class Ledger {
        final Map<String, BigInteger> limits = new HashMap<>();
        final Map<String, BigInteger> promised = new HashMap<>();
        final Map<String, Command> promises = new HashMap<>();
        final Map<Integer, Instant> declared = new HashMap<>();
        final Set<String> used = new HashSet<>();

        Ledger() {
            for (BudgetLine line : lines()) {
                limits.put(line.code(), BigInteger.valueOf(line.amount().minor()));
                promised.put(line.code(), BigInteger.ZERO);
            }
        }

        BigInteger limit(String line, Instant now) {
            BigInteger pending = BigInteger.ZERO;
            for (Map.Entry<Integer, Instant> entry : declared.entrySet()) {
                BudgetPaper.Overrun paper = OVERRUNS.get(entry.getKey());
                if (paper.line().equals(line)
                        && Duration.between(entry.getValue(), now).toDays() <= 7) {
                    pending = pending.add(BigInteger.valueOf(paper.amountMinor()));
                }
            }
            return Objects.requireNonNull(limits.get(line)).add(pending);
        }

        boolean take(Command command, Instant now) {
            String line = lines().get(command.paper() % 2).code();
            BigInteger amount = BigInteger.valueOf(command.amount());
            switch (command.which()) {
                case 0 -> {
                    boolean fits =
                            promised.getOrDefault(line, BigInteger.ZERO)
                                                    .add(amount)
                                                    .compareTo(limit(line, now))
                                            <= 0
                                    && used.add("YL-" + command.paper());
                    if (fits) {
                        promises.put("YL-" + command.paper(), command);
                        promised.merge(line, amount, BigInteger::add);
                    }
                    return fits;
                }
                case 1 -> {
                    Command promise = promises.remove("YL-" + command.paper());
                    if (promise != null) {
                        promised.merge(
                                line, BigInteger.valueOf(-promise.amount()), BigInteger::add);
                    }
                    return promise != null;
                }
                case 2 -> {
                    BudgetPaper.Transfer paper = TRANSFERS.get(command.paper());
                    BigInteger moved = BigInteger.valueOf(paper.amountMinor());
                    BigInteger left = limit(paper.from(), now).subtract(promised.get(paper.from()));
                    boolean fits = moved.compareTo(left) <= 0 && used.add(paper.id());
                    if (fits) {
                        limits.merge(paper.from(), moved.negate(), BigInteger::add);
                        limits.merge(paper.line(), moved, BigInteger::add);
                    }
                    return fits;
                }
                case 3 -> {
                    BudgetPaper.Overrun paper = OVERRUNS.get(command.paper());
                    boolean fits = used.add(paper.id());
                    if (fits) {
                        limits.merge(
                                line, BigInteger.valueOf(paper.amountMinor()), BigInteger::add);
                    }
                    return fits;
                }
                case 4 -> {
                    boolean fits = used.add(OVERRUNS.get(command.paper()).id());
                    if (fits) {
                        declared.put(command.paper(), now);
                    }
                    return fits;
                }
                default -> {
                    Instant since = declared.get(command.paper());
                    boolean fits = since != null && Duration.between(since, now).toDays() <= 7;
                    if (fits) {
                        declared.remove(command.paper());
                        limits.merge(
                                line,
                                BigInteger.valueOf(OVERRUNS.get(command.paper()).amountMinor()),
                                BigInteger::add);
                    }
                    return fits;
                }
            }
        }
    }

    private static Outcome<BudgetYear> run(BudgetYear year, Command command, Instant now) {
        String promise = "YL-" + command.paper();
        String line = lines().get(command.paper() % 2).code();
        BudgetPaper.Overrun overrun = OVERRUNS.get(command.paper());
        return switch (command.which()) {
            case 0 ->
                    year.commit(
                            promise,
                            line,
                            Money.ofFen(command.amount()),
                            BudgetYearTest.NOTHING,
                            now);
            case 1 -> year.release(promise, now);
            case 2 ->
                    year.transfer(
                            TRANSFERS.get(command.paper()), OWNERS, BudgetYearTest.NOTHING, now);
            case 3 -> year.grant(overrun, OWNERS, now);
            case 4 -> year.declareEmergency(overrun, now);
            default -> year.confirmEmergency(overrun, OWNERS, now);
        };
    }

    @Property(tries = 150)
    void aBudgetAgreesWithRunningFiguresAndReplays(@ForAll("commands") List<Command> commands) {
        BudgetYear year = BudgetYearTest.open(BudgetYearTest.POLICY);
        Ledger model = new Ledger();
        Instant now = BudgetYearTest.AT;
        for (Command command : commands) {
            now = now.plus(Duration.ofDays(command.days() % 50));
            List<?> before = year.events();
            Outcome<BudgetYear> outcome = run(year, command, now);

            assertThat(outcome.isAccepted())
                    .as(command.toString())
                    .isEqualTo(model.take(command, now));
            assertThat(year.events()).isEqualTo(before);
            BudgetYear unchanged = year;
            year = outcome.fold(after -> after, ruling -> unchanged);
            for (BudgetLine line : lines()) {
                assertThat(BigInteger.valueOf(year.limit(line, now).minor()))
                        .isEqualTo(model.limit(line.code(), now));
                assertThat(BigInteger.valueOf(year.committed(line).minor()))
                        .isEqualTo(model.promised.get(line.code()));
            }
        }
        assertThat(
                        accept(
                                BudgetYear.replay(
                                        BudgetYearTest.adopted(BudgetYearTest.POLICY),
                                        BudgetYearTest.POLICY,
                                        year.events(),
                                        name -> Optional.of(OWNERS))))
                .isEqualTo(year);
    }

    private static final List<HandOverItem> HAND_OVER =
            List.copyOf(EnumSet.allOf(HandOverItem.class));
    private static final List<ContractPaper.RatioAmendment> RATIOS =
            IntStream.range(0, 6)
                    .mapToObj(
                            i ->
                                    new ContractPaper.RatioAmendment(
                                            Village.ID,
                                            Village.CONTRACT,
                                            Ratio.of(i + 1, 100),
                                            RemunerationBase.FEES_RECEIVED,
                                            Village.FIRST_DAY.plusDays(200L * i)))
                    .toList();
    private static final OwnersDecision DECISION =
            ContractLifeTest.decision(
                    Matter.MANAGER_APPOINTMENT,
                    Stream.concat(
                                    Stream.of(
                                            ContractLifeTest.TERMS.document(),
                                            ContractLifeTest.CLAUSES.document(),
                                            ContractLifeTest.RENEWAL.document(),
                                            ContractLifeTest.DISMISSAL.document(),
                                            ContractLifeTest.SUCCESSION.document()),
                                    RATIOS.stream().map(ContractPaper.RatioAmendment::document))
                            .toArray(Motion.Document[]::new));

    private static Outcome<ContractLife> run(
            ContractLife life, Command command, LocalDate today, Instant now) {
        LocalDate last = today.plusDays(command.amount() % 130);
        return switch (command.which()) {
            case 0 -> life.agreeRatio(RATIOS.get(command.paper()), DECISION, now);
            case 1 ->
                    command.paper() < 3
                            ? life.renew(ContractLifeTest.RENEWAL, DECISION, now)
                            : life.succeed(ContractLifeTest.SUCCESSION, DECISION, now);
            case 2 -> life.takeOver(today.minusDays(command.paper()), now);
            case 3 ->
                    life.handOver(
                            HAND_OVER.get(command.paper()), today, ContractLifeTest.COMMITTEE, now);
            case 4 -> {
                EndNotice.Kind kind =
                        command.paper() % 2 == 0
                                ? EndNotice.Kind.DISMISSAL
                                : EndNotice.Kind.INDEFINITE_BY_OWNERS;
                yield life.end(notice(kind, today, last), DECISION, now);
            }
            default ->
                    command.paper() % 2 == 0
                            ? life.end(
                                    notice(
                                            EndNotice.Kind.NO_RENEWAL,
                                            today,
                                            today.isAfter(life.termEnd()) ? today : life.termEnd()),
                                    now)
                            : life.end(notice(EndNotice.Kind.INDEFINITE_BY_FIRM, today, last), now);
        };
    }

    private static EndNotice notice(EndNotice.Kind kind, LocalDate given, LocalDate last) {
        return new EndNotice(kind, given, last, ContractLifeTest.PAPER);
    }

    @Property(tries = 200)
    void aContractKeepsItsDaysAndReplays(@ForAll("commands") List<Command> commands) {
        ContractLife life =
                accept(
                        ContractLife.begin(
                                accept(
                                        io.github.xinyi.trust.contract.TrustContract.adopt(
                                                ContractLifeTest.TERMS, DECISION)),
                                ContractLifeTest.CLAUSES,
                                ContractLifeTest.on(Village.FIRST_DAY)));
        LocalDate today = Village.FIRST_DAY;
        for (Command command : commands) {
            today = today.plusDays(command.days());
            List<ContractEvent> before = life.events();
            Outcome<ContractLife> outcome = run(life, command, today, ContractLifeTest.on(today));

            assertThat(life.events()).isEqualTo(before);
            ContractLife unchanged = life;
            life = outcome.fold(after -> after, ruling -> unchanged);
            assertThat(life.events()).startsWith(before.toArray(ContractEvent[]::new));
            assertDaysOfNotice(life);
            assertNoWayBack(life);
        }
        assertThat(
                        accept(
                                ContractLife.replay(
                                        life.contract(),
                                        life.clauses(),
                                        life.events(),
                                        name -> Optional.of(DECISION))))
                .isEqualTo(life);
    }

    private static void assertDaysOfNotice(ContractLife life) {
        List<EndNotice> notices = new ArrayList<>();
        for (ContractEvent event : life.events()) {
            if (event instanceof ContractEvent.EndedByOwners ended) {
                notices.add(ended.notice());
            } else if (event instanceof ContractEvent.EndedByFirm ended) {
                notices.add(ended.notice());
            }
        }
        assertThat(notices).hasSizeLessThanOrEqualTo(1);
        for (EndNotice notice : notices) {
            long days = ChronoUnit.DAYS.between(notice.given(), notice.lastDay());
            assertThat(days)
                    .isGreaterThanOrEqualTo(notice.kind() == EndNotice.Kind.NO_RENEWAL ? 90 : 60);
        }
    }

    /** From day to day a contract only goes on: what has ended never earns or is amended again. */
    private static void assertNoWayBack(ContractLife life) {
        LocalDate day = Village.FIRST_DAY.minusDays(1);
        Status before = life.statusOn(day);
        for (int i = 0; i < 150; i++) {
            day = day.plusDays(29);
            Status status = life.statusOn(day);
            assertThat(status.compareTo(before)).isGreaterThanOrEqualTo(0);
            assertThat(life.ratioOn(day).isPresent())
                    .isEqualTo(
                            status == Status.IN_TERM
                                    || status == Status.CONTINUED
                                    || status == Status.SERVING_ON);
            before = status;
        }
    }
}
