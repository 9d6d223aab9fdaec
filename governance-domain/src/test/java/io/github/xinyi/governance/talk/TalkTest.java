package io.github.xinyi.governance.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.step.LocalSteps;
import io.github.xinyi.governance.talk.Talk.Status;
import io.github.xinyi.governance.talk.TalkEvent.IssueRaised;
import io.github.xinyi.governance.talk.TalkEvent.PlanCarriedOut;
import io.github.xinyi.governance.team.Posts;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkTest {

    private static final CommunityId HERE = CommunityId.of("anheyuan");
    private static final PersonId WANG = PersonId.of("P1");
    private static final PersonId LI = PersonId.of("P2");
    private static final PersonId HOST = PersonId.of("P3");
    private static final Instant NOON = Instant.parse("2025-03-03T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final Talk RAISED = Talk.from(List.of(raised("三号楼路灯不亮")));

    private static IssueRaised raised(String issue) {
        return Talk.raise(HERE, TalkId.of("T-1"), WANG, issue, NOON)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Plan plan(Plan.Pace pace, LocalDate due, Business... touches) {
        return new Plan(pace, "更换灯泡", due, LI, new TreeSet<>(Set.of(touches)), HOST);
    }

    private static Plan onTheSpot() {
        return plan(Plan.Pace.ON_THE_SPOT, TODAY);
    }

    private static TalkEvent accepted(Outcome<TalkEvent> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static List<String> refusals(Outcome<?> outcome) {
        return outcome.fold(
                value -> List.of(),
                ruling ->
                        ruling.notMet().stream().map(Finding::rule).map(Object::toString).toList());
    }

    private static ProcedureOpened procedure(CommunityId community) {
        return Procedure.open(
                        PatternSheet.fiveDeliberations(),
                        new Procedure.Opening(
                                ProcedureId.of("2025-P-01"),
                                community,
                                new Motion(MotionId.of("M1"), Matter.COMMON_PARTS_USE, "增设充电桩"),
                                NOON))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    @Test
    void aSmallMatterIsSettledOnTheSpot() {
        Talk talk = RAISED.after(accepted(RAISED.discuss(onTheSpot(), NOON)));
        talk = talk.after(accepted(talk.carryOut("已更换", NOON)));
        talk = talk.after(accepted(talk.publish("公告栏", NOON)));
        talk = talk.after(accepted(talk.review(people("满", 2), people("否", 1), NOON)));

        assertThat(talk.status()).isEqualTo(Status.SETTLED);
        assertThat(refusals(talk.review(people("满", 1), people("否", 0), NOON)))
                .containsExactly("talk.step");
    }

    @Test
    void refusesEveryStepOutOfTurnWithAllReasons() {
        assertThat(refusals(RAISED.carryOut("已更换", NOON.minusSeconds(1))))
                .containsExactly("talk.time", "talk.step");
        assertThat(refusals(RAISED.publish("公告栏", NOON))).containsExactly("talk.step");
        assertThat(refusals(RAISED.review(people("满", 1), people("否", 0), NOON)))
                .containsExactly("talk.step");
        Talk planned = RAISED.after(accepted(RAISED.discuss(onTheSpot(), NOON)));
        assertThat(refusals(planned.discuss(onTheSpot(), NOON))).containsExactly("talk.step");
    }

    @Test
    void aHardMatterHasADayToCome() {
        Plan.Pace hard = Plan.Pace.BY_A_DAY;
        assertThat(refusals(RAISED.discuss(plan(hard, TODAY), NOON))).containsExactly("talk.due");
        assertThat(refusals(RAISED.discuss(plan(hard, TODAY.plusDays(1)), NOON))).isEmpty();
        assertThat(refusals(RAISED.discuss(plan(hard, TODAY.plusDays(366)), NOON))).isEmpty();
        assertThat(refusals(RAISED.discuss(plan(hard, TODAY.plusDays(367)), NOON)))
                .containsExactly("talk.due");
        assertThat(refusals(RAISED.discuss(plan(Plan.Pace.ON_THE_SPOT, TODAY.plusDays(1)), NOON)))
                .containsExactly("talk.due");

        Talk planned = RAISED.after(accepted(RAISED.discuss(plan(hard, TODAY.plusDays(1)), NOON)));

        assertThat(planned.isOverdue(TODAY.plusDays(1))).isFalse();
        assertThat(planned.isOverdue(TODAY.plusDays(2))).isTrue();
        assertThat(RAISED.isOverdue(TODAY.plusDays(900))).isFalse();
    }

    /** Civil Code art. 278 para. 1. */
    @Test
    void neighboursDoNotDecideForTheOwnersTogether() {
        for (Business matter : Business.ofOwners()) {
            assertThat(refusals(RAISED.discuss(plan(Plan.Pace.ON_THE_SPOT, TODAY, matter), NOON)))
                    .containsExactly("talk.owners-matter");
        }

        Talk gone = RAISED.after(accepted(RAISED.escalate(procedure(HERE), NOON)));

        assertThat(gone.status()).isEqualTo(Status.ESCALATED);
        assertThat(refusals(gone.discuss(onTheSpot(), NOON))).containsExactly("talk.step");
        assertThat(refusals(RAISED.escalate(procedure(CommunityId.of("else")), NOON)))
                .containsExactly("talk.community");
    }

    @Test
    void goesOnInNoProcedureThatWasOpenedBeforeTheIssueWasRaised() {
        Talk later =
                Talk.from(
                        List.of(
                                new IssueRaised(
                                        HERE, NOON.plusSeconds(1), TalkId.of("T-1"), WANG, "灯")));

        assertThat(refusals(later.escalate(procedure(HERE), NOON.plusSeconds(2))))
                .containsExactly("talk.procedure-after");
        assertThat(refusals(RAISED.escalate(procedure(HERE), NOON.plusSeconds(2)))).isEmpty();
    }

    /** The defect: only the command asked when the procedure was opened. */
    @Test
    void readsNoEscalationToAProcedureOfAnotherTime() {
        for (int second : new int[] {-1, 3}) {
            TalkEvent read =
                    new TalkEvent.IssueEscalated(
                            HERE,
                            NOON.plusSeconds(2),
                            TalkId.of("T-1"),
                            Matter.OTHER_MAJOR_MATTER,
                            ProcedureId.of("P-1"),
                            NOON.plusSeconds(second));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RAISED.after(read))
                    .withMessageContaining("PROCEDURE_AFTER");
        }
    }

    @Test
    void readsTextsOfVersionOne() {
        EventCodec codec = EventCodec.of(TalkEvent.class).with(TalkChanges.all());
        TalkEvent escalated = accepted(RAISED.escalate(procedure(HERE), NOON.plusSeconds(2)));
        TalkEvent adopted = accepted(RAISED.adopt(TalkTerms.usual(), NOON));
        String first =
                codec.encode(escalated)
                        .replace("IssueEscalated/2", "IssueEscalated/1")
                        .replaceAll("openedAt=[0-9]+:[^;]*;", "");
        String second =
                codec.encode(adopted)
                        .replace("TermsAdopted/4", "TermsAdopted/1")
                        .replaceAll("required=\\[[^]]*];local=\\{all=\\[];};supporters=1:0;", "");

        assertThat(first).doesNotContain("openedAt");
        assertThat(second).doesNotContain("supporters");
        assertThat(((TalkEvent.IssueEscalated) Answers.accepted(codec.decode(first))).openedAt())
                .isEqualTo(NOON.plusSeconds(2));
        assertThat(Answers.accepted(codec.decode(second))).isEqualTo(adopted);
    }

    /** No statute gives these figures: each place names its own. */
    @Test
    void goesByTheTermsOfItsLocalityAndNamesTheirSource() {
        TalkTerms terms =
                terms("30,2/3,公开;评议,0,某街道办法,未核对")
                        .orElseThrow(r -> new IllegalStateException(r.toString()));
        Talk talk = RAISED.after(accepted(RAISED.adopt(terms, NOON)));
        assertThat(refusals(talk.adopt(terms, NOON))).containsExactly("talk.terms-first");
        for (int days = 29; days <= 30; days++) {
            assertThat(refusals(talk.discuss(plan(Plan.Pace.BY_A_DAY, TODAY.plusDays(days)), NOON)))
                    .isEmpty();
        }
        Ruling late =
                talk.discuss(plan(Plan.Pace.BY_A_DAY, TODAY.plusDays(31)), NOON)
                        .fold(
                                event -> {
                                    throw new AssertionError(event);
                                },
                                ruling -> ruling);
        assertThat(late.notMet().get(0).evidence())
                .containsEntry("days", "30")
                .containsEntry("source", "某街道办法")
                .containsEntry("standing", "UNVERIFIED");

        talk = talk.after(accepted(talk.discuss(onTheSpot(), NOON)));
        talk = talk.after(accepted(talk.carryOut("已更换", NOON)));
        talk = talk.after(accepted(talk.publish("公告栏", NOON)));
        Talk few = talk.after(accepted(talk.review(people("满", 2), people("否", 1), NOON)));
        Talk many = talk.after(accepted(talk.review(people("满", 3), people("否", 1), NOON)));

        assertThat(few.status()).isEqualTo(Status.RAISED);
        assertThat(few.satisfaction().orElseThrow().isMet()).isFalse();
        assertThat(few.satisfaction().orElseThrow().rule().value()).isEqualTo("talk.satisfied");
        assertThat(refusals(few.adopt(terms, NOON))).containsExactly("talk.terms-first");
        assertThat(many.status()).isEqualTo(Status.SETTLED);
        assertThat(many.satisfaction().orElseThrow().evidence()).containsEntry("source", "某街道办法");
        assertThat(TalkTerms.usual().source().standing()).isEqualTo(Standing.INTERPRETATION);
    }

    @Test
    void refusesTermsThatNobodyCouldKeep() {
        assertThat(refusals(terms("0,1/2,公开;评议,0,某街道,解读"))).hasSize(1);
        assertThat(refusals(terms("1,1/2,公开;评议,0,某街道,解读"))).isEmpty();
        assertThat(refusals(terms("366,99/100,公开;评议,0,某街道,解读"))).isEmpty();
        assertThat(refusals(terms("367,1/1,公开;评议,0,某街道,解读"))).hasSize(2);
        assertThat(refusals(terms("1,1/2,公开;公开,-1,某街道,解读")))
                .containsExactlyInAnyOrder("sheet.list-repeat", "sheet.range");
        assertThat(refusals(terms("1,1/2,公布,5001,某街道,解读")))
                .containsExactlyInAnyOrder("sheet.label", "sheet.range");
        assertThat(refusals(terms("1,1/2,,4999,某街道,解读"))).isEmpty();
        assertThat(refusals(terms("1,1/2,,5000,某街道,解读"))).isEmpty();
        assertThat(refusals(terms("1,1/2,公开;评议,0,某街道,解读\n2,1/2,公开;评议,0,某街道,解读")))
                .containsExactly("talk.terms-once");
    }

    @Test
    void isTalkedOverWithAsManySupportersAsThePlaceAsks() {
        Talk talk = RAISED.after(accepted(RAISED.adopt(good("30,1/2,公开;评议,2,某街道,解读"), NOON)));
        Talk one = talk.after(accepted(talk.support(PersonId.of("S1"), NOON)));
        Talk two = one.after(accepted(one.support(PersonId.of("S2"), NOON)));
        Talk three = two.after(accepted(two.support(PersonId.of("S3"), NOON)));

        assertThat(refusals(one.discuss(onTheSpot(), NOON))).containsExactly("talk.supported");
        assertThat(refusals(two.discuss(onTheSpot(), NOON))).isEmpty();
        assertThat(refusals(three.discuss(onTheSpot(), NOON))).isEmpty();
    }

    /** Which of the last steps a place asks decides how a talk ends, and no code does. */
    @ParameterizedTest
    @CsvSource({
        "公开;评议, DONE, PUBLISHED",
        "公开, DONE, SETTLED",
        "评议, DONE, PUBLISHED",
        "'', SETTLED, SETTLED"
    })
    void endsAfterTheStepsThatThePlaceAsks(String steps, Status done, Status published) {
        Talk talk =
                RAISED.after(accepted(RAISED.adopt(good("30,1/2," + steps + ",0,某街道,解读"), NOON)));
        talk = talk.after(accepted(talk.discuss(onTheSpot(), NOON)));
        talk = talk.after(accepted(talk.carryOut("已更换", NOON)));
        boolean reviewedAtOnce = steps.equals("评议");

        assertThat(talk.status()).isEqualTo(done);
        assertThat(talk.review(people("满", 1), people("否", 0), NOON).isAccepted())
                .isEqualTo(reviewedAtOnce);
        if (done == Status.DONE) {
            assertThat(talk.after(accepted(talk.publish("公告栏", NOON))).status())
                    .isEqualTo(published);
        } else {
            assertThat(refusals(talk.publish("公告栏", NOON))).containsExactly("talk.step");
        }
    }

    @Property(tries = 300)
    void everyTalkOfAnyPlaceEndsAndSkipsNoStepThatItAsks(@ForAll Random random) {
        List<String> steps = steps(random);
        int supporters = random.nextInt(4);
        TalkTerms terms = terms(steps, supporters);
        List<TalkEvent> history = played(RAISED.after(accepted(RAISED.adopt(terms, NOON))), random);

        List<TalkEvent> whole = new ArrayList<>();
        whole.add(raised("三号楼路灯不亮"));
        whole.add(accepted(RAISED.adopt(terms, NOON)));
        whole.addAll(history);
        Rounds rounds = new Rounds(steps, supporters);
        history.forEach(rounds::next);
        assertThat(Talk.from(whole).status()).isEqualTo(rounds.status());
        assertNoLocalStepWasSkipped(history, steps);
    }

    /** The rounds of a talk by its records alone: each goes the whole way again. */
    private static final class Rounds {

        private final List<String> asked;
        private final int needed;
        private final List<Set<Class<?>>> rounds = new ArrayList<>();
        private int supporters;
        private Status status = Status.RAISED;

        Rounds(List<String> asked, int needed) {
            this.asked = asked;
            this.needed = needed;
            rounds.add(new HashSet<>());
        }

        Status status() {
            return status;
        }

        int count() {
            return rounds.size();
        }

        /** What was done in a round, the first being 0. */
        Set<Class<?>> of(int round) {
            return rounds.get(round);
        }

        void next(TalkEvent event) {
            assertThat(status).isNotIn(Status.SETTLED, Status.ESCALATED);
            Set<Class<?>> done = rounds.get(rounds.size() - 1);
            if (event instanceof TalkEvent.SupporterJoined) {
                supporters++;
            } else if (event instanceof TalkEvent.IssueDiscussed) {
                assertThat(status).isEqualTo(Status.RAISED);
                assertThat(supporters).isGreaterThanOrEqualTo(needed);
                status = Status.PLANNED;
            } else if (event instanceof PlanCarriedOut) {
                assertThat(status).isEqualTo(Status.PLANNED);
                boolean more = asked.contains("公开") || asked.contains("评议");
                status = more ? Status.DONE : Status.SETTLED;
            } else if (event instanceof TalkEvent.ResultPublished) {
                assertThat(status).isEqualTo(Status.DONE);
                status = asked.contains("评议") ? Status.PUBLISHED : Status.SETTLED;
            } else if (event instanceof TalkEvent.IssueEscalated) {
                assertThat(status).isIn(Status.RAISED, Status.PLANNED);
                status = Status.ESCALATED;
            } else if (event instanceof TalkEvent.ResultReviewed review) {
                boolean published = status == Status.PUBLISHED;
                assertThat(published || (status == Status.DONE && !asked.contains("公开"))).isTrue();
                boolean content = review.satisfied().size() > review.dissatisfied().size();
                status = content ? Status.SETTLED : Status.RAISED;
            }
            done.add(event.getClass());
            if (event instanceof TalkEvent.ResultReviewed && status == Status.RAISED) {
                rounds.add(new HashSet<>());
            }
        }
    }

    private static final List<Class<?>> WAY =
            List.of(
                    TalkEvent.IssueDiscussed.class,
                    PlanCarriedOut.class,
                    TalkEvent.ResultPublished.class,
                    TalkEvent.ResultReviewed.class,
                    TalkEvent.LocalStepTaken.class);

    /** Of what the rounds have to say, nothing is said of nothing. */
    @Property(tries = 1)
    void theCommandsReachEveryStepAndBothEndsInTheFirstRoundAndInLaterOnes() {
        Map<String, Integer> reached = new HashMap<>();
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> steps = steps(random);
            Rounds rounds = new Rounds(steps, 0);
            Talk raised = RAISED.after(accepted(RAISED.adopt(terms(steps, 0), NOON)));
            played(raised, random).forEach(rounds::next);
            String ended = rounds.count() == 1 ? "first" : "later";
            reached.merge(rounds.status() + " in the " + ended, 1, Integer::sum);
            for (int round = 0; round < rounds.count(); round++) {
                for (Class<?> kind : rounds.of(round)) {
                    String name =
                            kind.getSimpleName() + " in the " + (round == 0 ? "first" : "later");
                    reached.merge(name, 1, Integer::sum);
                }
            }
        }

        for (String round : List.of("first", "later")) {
            for (Status end : List.of(Status.SETTLED, Status.ESCALATED)) {
                String key = end + " in the " + round;
                assertThat(reached.getOrDefault(key, 0)).as(key).isGreaterThan(5);
            }
            for (Class<?> kind : WAY) {
                String key = kind.getSimpleName() + " in the " + round;
                assertThat(reached.getOrDefault(key, 0)).as(key).isGreaterThan(5);
            }
        }
    }

    private static List<String> steps(Random random) {
        return Stream.of("公开", "评议", "商议前:听取", "办理前:核价:物业", "办理前:备料", "公开前:审签", "评议前:通知:物业")
                .filter(step -> random.nextBoolean())
                .toList();
    }

    private static TalkTerms terms(List<String> steps, int supporters) {
        return good("30,1/2," + String.join(";", steps) + "," + supporters + ",某街道,解读");
    }

    /** What is accepted of random commands until the talk has ended. */
    private static List<TalkEvent> played(Talk from, Random random) {
        Talk talk = from;
        List<TalkEvent> history = new ArrayList<>();
        for (int i = 0; i < 300 && !hasEnded(talk); i++) {
            Talk now = talk;
            talk =
                    any(now, random, i)
                            .fold(
                                    event -> {
                                        history.add(event);
                                        return now.after(event);
                                    },
                                    ruling -> now);
        }
        assertThat(hasEnded(talk)).isTrue();
        return history;
    }

    private static Talk reviewed(Talk raised, int satisfied, int dissatisfied) {
        Talk talk = raised.after(accepted(raised.discuss(onTheSpot(), NOON)));
        talk = talk.after(accepted(talk.carryOut("已更换", NOON)));
        talk = talk.after(accepted(talk.publish("公告栏", NOON)));
        return talk.after(
                accepted(talk.review(people("满", satisfied), people("否", dissatisfied), NOON)));
    }

    @Test
    void theSecondRoundIsPlannedDonePublishedAndReviewedAnew() {
        Talk again = reviewed(RAISED, 1, 2);

        assertThat(again.status()).isEqualTo(Status.RAISED);
        assertThat(refusals(again.carryOut("已更换", NOON))).containsExactly("talk.step");
        assertThat(refusals(again.publish("公告栏", NOON))).containsExactly("talk.step");
        assertThat(refusals(again.review(people("满", 9), people("否", 0), NOON)))
                .containsExactly("talk.step");
        Plan second = plan(Plan.Pace.BY_A_DAY, TODAY.plusDays(3));
        Talk planned = again.after(accepted(again.discuss(second, NOON)));
        assertThat(planned.publicView(TODAY.plusDays(3)))
                .isEqualTo(new PublicTalk(Status.PLANNED, 2, false, 0, 0, 0));
        assertThat(planned.isOverdue(TODAY.plusDays(3))).isFalse();
        assertThat(planned.isOverdue(TODAY.plusDays(4))).isTrue();
        assertThat(refusals(planned.publish("公告栏", NOON))).containsExactly("talk.step");
        Talk done = planned.after(accepted(planned.carryOut("已重装", NOON)));
        assertThat(refusals(done.review(people("满", 9), people("否", 0), NOON)))
                .containsExactly("talk.step");
        Talk published = done.after(accepted(done.publish("公告栏", NOON)));
        Talk settled =
                published.after(accepted(published.review(people("满", 5), people("否", 1), NOON)));

        assertThat(settled.status()).isEqualTo(Status.SETTLED);
        assertThat(settled.publicView(TODAY))
                .isEqualTo(new PublicTalk(Status.SETTLED, 2, false, 0, 5, 0));
        assertThat(settled.satisfaction().orElseThrow().isMet()).isTrue();
        assertThat(reviewed(again, 1, 1).status()).as("a third is needed").isEqualTo(Status.RAISED);
    }

    /** Civil Code art. 278 para. 1: what neighbours do not settle can go to the owners. */
    @Test
    void theSecondRoundGoesOnToTheOwnersBeforeAndAfterItsPlanAndNotLater() {
        Talk again = reviewed(RAISED, 1, 2);
        Talk planned = again.after(accepted(again.discuss(onTheSpot(), NOON)));
        Talk done = planned.after(accepted(planned.carryOut("已更换", NOON)));

        for (Talk open : List.of(again, planned)) {
            Talk gone = open.after(accepted(open.escalate(procedure(HERE), NOON)));
            assertThat(gone.status()).isEqualTo(Status.ESCALATED);
            assertThat(refusals(gone.discuss(onTheSpot(), NOON))).containsExactly("talk.step");
        }
        assertThat(refusals(done.escalate(procedure(HERE), NOON))).containsExactly("talk.step");
    }

    @Test
    void whoSupportedTheFirstRoundSupportsTheSecondToo() {
        Talk talk = RAISED.after(accepted(RAISED.adopt(good("30,1/2,公开;评议,2,某街道,解读"), NOON)));
        talk = talk.after(accepted(talk.support(PersonId.of("S1"), NOON)));
        talk = talk.after(accepted(talk.support(PersonId.of("S2"), NOON)));

        Talk again = reviewed(talk, 1, 2);

        assertThat(refusals(again.support(PersonId.of("S1"), NOON)))
                .containsExactly("talk.supporter-new");
        assertThat(refusals(again.discuss(onTheSpot(), NOON))).isEmpty();
    }

    /** However it was begun, whoever goes on comes to the end by what the place asks. */
    @Property(tries = 300)
    void fromAnyStateAWayIsLeftToTheEnd(@ForAll Random random) {
        TalkTerms terms = terms(steps(random), random.nextInt(4));
        Talk talk = RAISED.after(accepted(RAISED.adopt(terms, NOON)));
        int commands = random.nextInt(40);
        for (int i = 0; i < commands; i++) {
            talk = any(talk, random, i).fold(talk::after, keep(talk));
        }

        for (int i = 0; i < 8 && !hasEnded(talk); i++) {
            talk = goneOn(talk);
        }

        assertThat(hasEnded(talk)).isTrue();
    }

    private static Function<Ruling, Talk> keep(Talk talk) {
        return ruling -> talk;
    }

    /** One stage further, with every step that the place adds before it. */
    private static Talk goneOn(Talk from) {
        Talk talk = from;
        for (int i = 0; i < talk.terms().supporters(); i++) {
            talk = talk.support(PersonId.of("Z" + i), NOON).fold(talk::after, keep(talk));
        }
        for (int again = 0; again < 2; again++) {
            for (LocalStep step : talk.terms().local().all()) {
                Outcome<TalkEvent> taken =
                        step.hasPost()
                                ? talk.take(step, LI, TEAM, "已办理", NOON)
                                : talk.take(step, HOST, "已办理", NOON);
                talk = taken.fold(talk::after, keep(talk));
            }
        }
        return talk.after(
                accepted(
                        switch (talk.status()) {
                            case RAISED -> talk.discuss(onTheSpot(), NOON);
                            case PLANNED -> talk.carryOut("已更换", NOON);
                            case DONE ->
                                    talk.publish("公告栏", NOON).isAccepted()
                                            ? talk.publish("公告栏", NOON)
                                            : talk.review(people("满", 1), people("否", 0), NOON);
                            default -> talk.review(people("满", 1), people("否", 0), NOON);
                        }));
    }

    /** Recounted from the records alone. */
    private static void assertNoLocalStepWasSkipped(List<TalkEvent> history, List<String> steps) {
        List<String> taken = new ArrayList<>();
        for (TalkEvent event : history) {
            if (event instanceof TalkEvent.LocalStepTaken local) {
                taken.add(local.step().toString());
            } else if (event instanceof TalkEvent.IssueDiscussed) {
                assertThat(before("商议", taken)).isEqualTo(before("商议", steps));
            } else if (event instanceof PlanCarriedOut) {
                assertThat(before("办理", taken)).isEqualTo(before("办理", steps));
            } else if (event instanceof TalkEvent.ResultPublished) {
                assertThat(before("公开", taken)).isEqualTo(before("公开", steps));
            } else if (event instanceof TalkEvent.ResultReviewed review) {
                assertThat(before("评议", taken)).isEqualTo(before("评议", steps));
                if (review.satisfied().size() <= review.dissatisfied().size()) {
                    taken.clear();
                }
            }
        }
    }

    private static final Team TEAM = Posts.of(HERE, TODAY, "物业", LI);

    /** Mostly as it should be. */
    private static Outcome<TalkEvent> take(Talk talk, LocalStep step, Random random) {
        return step.hasPost() && random.nextInt(4) > 0
                ? talk.take(step, LI, TEAM, "已办理", NOON)
                : talk.take(step, HOST, "已办理", NOON);
    }

    @Test
    void aStepLeftToAPostIsTakenByWhoDoesItsWorkThatDay() {
        LocalStep prices = LocalStep.parse("办理前:核价:物业");
        LocalStep material = LocalStep.parse("办理前:备料");
        TalkTerms terms = good("30,1/2,办理前:核价:物业;办理前:备料,0,某街道,解读");
        Talk talk = RAISED.after(accepted(RAISED.adopt(terms, NOON)));
        Talk planned = talk.after(accepted(talk.discuss(onTheSpot(), NOON)));
        Team elsewhere = Posts.of(CommunityId.of("else"), TODAY, "物业", LI);
        Team tomorrow = Posts.of(HERE, TODAY.plusDays(1), "物业", LI);

        assertThat(refusals(planned.take(prices, LI, "已核价", NOON)))
                .containsExactly("talk.local-step-post");
        for (Team wrong : List.of(elsewhere, tomorrow)) {
            assertThat(refusals(planned.take(prices, LI, wrong, "已核价", NOON)))
                    .containsExactly("talk.local-step-post");
        }
        assertThat(refusals(planned.take(prices, HOST, TEAM, "已核价", NOON)))
                .containsExactly("talk.local-step-post");
        TalkEvent taken = accepted(planned.take(prices, LI, TEAM, "已核价", NOON));
        Talk priced = planned.after(taken);
        assertThat(refusals(priced.take(material, LI, TEAM, "已备料", NOON)))
                .containsExactly("talk.local-step-post");
        assertThat(refusals(priced.take(material, LI, "已备料", NOON))).isEmpty();

        List<TalkEvent> history =
                List.of(
                        raised("三号楼路灯不亮"),
                        accepted(RAISED.adopt(terms, NOON)),
                        accepted(talk.discuss(onTheSpot(), NOON)),
                        taken);
        assertThat(Talk.comparePosts(history, List.of(TEAM)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.MET);
        assertThat(Talk.comparePosts(history.subList(0, 3), List.of())).isEmpty();
        for (List<Team> teams : List.of(List.<Team>of(), List.of(elsewhere), List.of(tomorrow))) {
            assertThat(Talk.comparePosts(history, teams))
                    .extracting(Finding::verdict)
                    .containsExactly(Verdict.NOT_MET);
        }
    }

    private static List<String> before(String gate, List<String> steps) {
        return steps.stream().filter(step -> step.startsWith(gate + "前:")).toList();
    }

    private static Outcome<TalkEvent> any(Talk talk, Random random, int turn) {
        List<LocalStep> local = talk.terms().local().all();
        return switch (random.nextInt(9)) {
            case 7, 8 ->
                    local.isEmpty()
                            ? talk.carryOut("已更换", NOON)
                            : take(talk, local.get(random.nextInt(local.size())), random);
            case 0, 1 -> talk.support(PersonId.of("S" + turn), NOON);
            case 2 -> talk.discuss(onTheSpot(), NOON);
            case 3 -> talk.carryOut("已更换", NOON);
            case 4 -> talk.publish("公告栏", NOON);
            case 5 -> talk.review(people("满", 2), people("否", random.nextInt(3)), NOON);
            default ->
                    turn < 90
                            ? talk.support(PersonId.of("S" + turn), NOON)
                            : talk.escalate(procedure(HERE), NOON.plusSeconds(2));
        };
    }

    @Test
    void aStepOfThePlacesOwnIsTakenInItsTurnBeforeItsGateAndAgainIfItIsTalkedOverAgain() {
        LocalStep prices = LocalStep.parse("办理前:物业核价");
        LocalStep material = LocalStep.parse("办理前:备料");
        TalkTerms terms = good("30,1/2,评议;办理前:物业核价;办理前:备料,0,某街道,解读");
        Talk talk = RAISED.after(accepted(RAISED.adopt(terms, NOON)));
        assertThat(refusals(talk.take(prices, HOST, "已核价", NOON))).containsExactly("talk.step");
        Talk planned = talk.after(accepted(talk.discuss(onTheSpot(), NOON)));

        assertThat(refusals(planned.take(material, HOST, "已备料", NOON)))
                .containsExactly("talk.local-step");
        assertThat(refusals(planned.take(LocalStep.parse("办理前:别的"), HOST, "已办", NOON)))
                .containsExactly("talk.local-step");
        Talk priced = planned.after(accepted(planned.take(prices, HOST, "已核价", NOON)));
        Ruling early =
                priced.carryOut("已更换", NOON)
                        .fold(
                                event -> {
                                    throw new AssertionError(event);
                                },
                                ruling -> ruling);
        assertThat(early.notMet())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(TalkRule.LOCAL_STEPS_TAKEN.code());
                            assertThat(finding.evidence())
                                    .containsEntry("missing", "备料")
                                    .containsEntry("source", "某街道");
                        });
        assertThat(refusals(priced.take(prices, HOST, "再核价", NOON)))
                .containsExactly("talk.local-step");
        Talk ready = priced.after(accepted(priced.take(material, HOST, "已备料", NOON)));
        Talk done = ready.after(accepted(ready.carryOut("已更换", NOON)));

        Talk again = done.after(accepted(done.review(people("满", 1), people("否", 1), NOON)));
        Talk second = again.after(accepted(again.discuss(onTheSpot(), NOON)));
        assertThat(refusals(second.carryOut("已更换", NOON)))
                .containsExactly("talk.local-steps-taken");
        assertThat(ready).isNotEqualTo(priced);
    }

    @Test
    void namesEveryFaultOfAStepOfThePlacesOwn() {
        assertThat(refusals(terms("30,1/2,办结前:会商,0,某街道,解读"))).containsExactly("sheet.label");
        assertThat(refusals(terms("30,1/2,办理前:核价;办理前:核价,0,某街道,解读")))
                .containsExactly("sheet.list-repeat");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new TalkTerms(
                                        30,
                                        Ratio.of(1, 2),
                                        new TreeSet<>(),
                                        new LocalSteps(List.of(LocalStep.parse("结案前:会商"))),
                                        0,
                                        TalkTerms.usual().source()))
                .withMessageContaining("gate");
    }

    private static boolean hasEnded(Talk talk) {
        return talk.status() == Status.SETTLED || talk.status() == Status.ESCALATED;
    }

    private static TalkTerms good(String row) {
        return terms(row).orElseThrow(r -> new IllegalStateException(r.toString()));
    }

    private static Outcome<TalkTerms> terms(String row) {
        String table = "限期最多天数,满意须超过,必经环节,附议人数,来源,依据\n" + row + "\n";
        return TalkTerms.read(SheetFile.utf8("terms.csv", table.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsNoListedBusinessOfTheOwnersIsSoBySomebodysDeclaration() {
        Ruling free = onTheSpot().competence();
        Ruling owners = plan(Plan.Pace.ON_THE_SPOT, TODAY, Business.PUBLIC_INCOME_USE).competence();

        assertThat(free.verdict()).isEqualTo(Verdict.MET);
        assertThat(free.findings().get(1).rule()).isEqualTo(TalkRule.DECLARED.code());
        assertThat(free.findings().get(1).evidence()).containsEntry("person", HOST.value());
        assertThat(owners.notMet()).hasSize(1);
        assertThat(owners.notMet().get(0).evidence()).containsEntry("items", "9");
        assertThat(owners.findings().get(1).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(
                        plan(
                                        Plan.Pace.ON_THE_SPOT,
                                        TODAY,
                                        Business.ALTERATION,
                                        Business.REBUILDING,
                                        Business.COMMON_PARKING)
                                .competence()
                                .notMet()
                                .get(0)
                                .evidence())
                .containsEntry("items", "7,8");
    }

    @Test
    void takesNoBusinessThatIsNotTheOwners() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Plan.Pace.ON_THE_SPOT, TODAY, Business.UNLISTED))
                .withMessageContaining("UNLISTED");
    }

    @Test
    void refusesAMomentThatCouldNotBeKept() {
        assertThat(refusals(Talk.raise(HERE, TalkId.of("T"), WANG, "灯", NOON.plusNanos(1))))
                .containsExactly("talk.moment");
        assertThat(refusals(RAISED.support(LI, NOON.plusNanos(1_001))))
                .containsExactly("talk.moment");
        assertThat(refusals(RAISED.support(LI, NOON.plusNanos(1_000)))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Talk.from(
                                        List.of(
                                                new IssueRaised(
                                                        HERE,
                                                        NOON.plusNanos(1),
                                                        TalkId.of("T-1"),
                                                        WANG,
                                                        "灯"))));
    }

    @Test
    void readsNoEventOfAnotherTalk() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                RAISED.after(
                                        new TalkEvent.SupporterJoined(
                                                HERE, NOON, TalkId.of("T-2"), LI)))
                .withMessageContaining("checked=COMMUNITY,");
    }

    /** Personal Information Protection Law arts. 6 and 25. */
    @Property(tries = 200)
    void thePublicViewShowsNoPersonNoTextAndNoSmallGroup(
            @ForAll @AlphaChars @StringLength(min = 9, max = 20) String secret,
            @ForAll @IntRange(max = 12) int supporters) {
        TalkEvent raised =
                accepted(
                        Talk.raise(
                                        CommunityId.of("社" + secret),
                                        TalkId.of("号" + secret),
                                        PersonId.of("秘" + secret),
                                        "灯" + secret,
                                        NOON)
                                .then(Outcome::accepted));
        Talk talk = Talk.from(List.of(raised));
        for (int i = 0; i < supporters; i++) {
            talk = talk.after(accepted(talk.support(PersonId.of("援" + secret + i), NOON)));
        }

        PublicTalk view = talk.publicView(TODAY);

        assertThat(view.toString()).doesNotContain(secret);
        assertThat(view.supporters()).isEqualTo(supporters < 5 ? 0 : supporters);
        assertThat(PublicTalk.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly(
                        "status", "plans", "overdue", "supporters", "satisfied", "dissatisfied");
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 0, 0", "5, 4, 5, 0", "4, 5, 0, 5", "6, 6, 6, 6", "0, 5, 0, 5"})
    void thePublicViewShowsReviewersOfOneMindFromFiveOn(
            int satisfied, int dissatisfied, int shownSatisfied, int shownDissatisfied) {
        Talk talk = RAISED.after(accepted(RAISED.discuss(onTheSpot(), NOON)));
        talk = talk.after(accepted(talk.carryOut("已更换", NOON)));
        talk = talk.after(accepted(talk.publish("公告栏", NOON)));
        assertThat(talk.publicView(TODAY).dissatisfied()).isZero();
        talk =
                talk.after(
                        accepted(
                                talk.review(
                                        people("满", satisfied), people("否", dissatisfied), NOON)));

        assertThat(talk.publicView(TODAY).satisfied()).isEqualTo(shownSatisfied);
        assertThat(talk.publicView(TODAY).dissatisfied()).isEqualTo(shownDissatisfied);
    }

    @Test
    void thePublicViewTellsALatePlan() {
        Talk planned =
                RAISED.after(
                        accepted(
                                RAISED.discuss(plan(Plan.Pace.BY_A_DAY, TODAY.plusDays(1)), NOON)));

        assertThat(planned.publicView(TODAY.plusDays(1)))
                .isEqualTo(new PublicTalk(Status.PLANNED, 1, false, 0, 0, 0));
        assertThat(planned.publicView(TODAY.plusDays(2)).overdue()).isTrue();
    }

    @Test
    void countsASupporterOnce() {
        assertThat(refusals(RAISED.support(WANG, NOON))).containsExactly("talk.supporter-new");

        Talk supported = RAISED.after(accepted(RAISED.support(LI, NOON)));

        assertThat(supported.supporters()).containsExactly(LI);
        assertThat(refusals(supported.support(LI, NOON))).containsExactly("talk.supporter-new");
    }

    @Test
    void takesSupportersUpToTheirLimit() {
        List<TalkEvent> history = new ArrayList<>();
        history.add(raised("三号楼路灯不亮"));
        Talk talk = Talk.from(history);
        for (int i = 0; i < Talk.MAX_SUPPORTERS; i++) {
            talk = talk.after(accepted(talk.support(PersonId.of("S" + i), NOON)));
        }

        assertThat(refusals(talk.support(LI, NOON))).containsExactly("talk.supporters");
    }

    /** The defect: a talk could fill its stream of a store, and never end. */
    @Test
    void isTalkedOverAHundredTimesAndThenGoesOnToTheOwners() {
        Talk talk = RAISED;
        for (int round = 1; round < Talk.MAX_ROUNDS; round++) {
            talk = reviewed(talk, 1, 1);
        }
        assertThat(refusals(talk.discuss(onTheSpot(), NOON))).isEmpty();

        Talk last = reviewed(talk, 1, 1);

        assertThat(last.status()).isEqualTo(Status.RAISED);
        assertThat(refusals(last.discuss(onTheSpot(), NOON))).containsExactly("talk.rounds");
        assertThat(refusals(last.escalate(procedure(HERE), NOON))).isEmpty();
        assertThat(reviewed(talk, 2, 1).status()).isEqualTo(Status.SETTLED);
        int roundsAndSupporters =
                Talk.MAX_ROUNDS * (TalkStep.values().length + 2 + LocalSteps.MAX_STEPS)
                        + Talk.MAX_SUPPORTERS;
        assertThat(roundsAndSupporters + 3)
                .as("with its raising, its terms and its end")
                .isLessThan(EventStore.MAX_STREAM_LENGTH);
    }

    @Test
    void isTalkedOverAgainUnlessMoreThanHalfAreSatisfied() {
        Talk talk = RAISED.after(accepted(RAISED.discuss(onTheSpot(), NOON)));
        talk = talk.after(accepted(talk.carryOut("已更换", NOON)));
        talk = talk.after(accepted(talk.publish("公告栏", NOON)));

        assertThat(talk.after(accepted(talk.review(people("满", 2), people("否", 3), NOON))).status())
                .isEqualTo(Status.RAISED);
        assertThat(talk.after(accepted(talk.review(people("满", 3), people("否", 3), NOON))).status())
                .isEqualTo(Status.RAISED);
        assertThat(talk.after(accepted(talk.review(people("满", 4), people("否", 3), NOON))).status())
                .isEqualTo(Status.SETTLED);
    }

    @Test
    void countsAReviewerOnceAndUpToTheirLimit() {
        Talk talk = RAISED.after(accepted(RAISED.discuss(onTheSpot(), NOON)));
        talk = talk.after(accepted(talk.carryOut("已更换", NOON)));
        talk = talk.after(accepted(talk.publish("公告栏", NOON)));
        String longest = "长".repeat(61);

        assertThat(refusals(talk.review(Set.of(WANG, LI), Set.of(LI), NOON)))
                .containsExactly("talk.reviewer-once");
        Set<PersonId> most = people(longest, Talk.MAX_REVIEWERS - 1);
        assertThat(refusals(talk.review(most, Set.of(WANG, LI), NOON)))
                .containsExactly("talk.reviewers");
        DomainEvent full = accepted(talk.review(most, Set.of(WANG), NOON));
        assertThat(EventCodec.of(TalkEvent.class).encode(full)).isNotEmpty();
    }

    private static Set<PersonId> people(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PersonId.of(prefix + i))
                .collect(Collectors.toSet());
    }

    @Test
    void refusesTextsAndHistoriesThatNobodyMade() {
        for (String text : List.of("", " ", "长".repeat(1001), "\0")) {
            assertThatIllegalArgumentException().isThrownBy(() -> RAISED.publish(text, NOON));
        }
        assertThat(RAISED.carryOut("长".repeat(1000), NOON)).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RAISED.review(people("满", 0), people("否", 0), NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> Talk.from(List.of()));
        TalkEvent raised = raised("灯");
        assertThatIllegalArgumentException().isThrownBy(() -> Talk.from(List.of(raised, raised)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                RAISED.after(
                                        new TalkEvent.PlanCarriedOut(
                                                HERE, NOON, TalkId.of("T-1"), "已更换")));
    }

    /** What stores hold by now: a line is never edited, only added. */
    @Test
    void everyEventIsWrittenAndReadAsEver() throws IOException {
        EventCodec codec = EventCodec.of(TalkEvent.class).with(TalkChanges.all());
        List<String> texts;
        try (InputStream in = TalkTest.class.getResourceAsStream("events-v1.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            texts = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }

        List<String> written = everyEvent().stream().map(codec::encode).toList();
        for (int i = 0; i < texts.size(); i++) {
            boolean changed = written.get(i).matches("xinyi-event/1 talk[.]Issue(Disc|Esc).*");
            assertThat(written.get(i).startsWith(texts.get(i).substring(0, 25))).isTrue();
            assertThat(written.get(i).equals(texts.get(i))).isNotEqualTo(changed);
        }
        assertThat(texts.stream().map(codec::decode))
                .containsExactlyElementsOf(everyEvent().stream().map(Outcome::accepted).toList());
    }

    static List<DomainEvent> everyEvent() {
        TalkId id = TalkId.of("T-1");
        Plan plan = plan(Plan.Pace.BY_A_DAY, TODAY, Business.REBUILDING, Business.MANAGER_RENEWAL);
        return List.of(
                raised("路灯不亮"),
                new TalkEvent.SupporterJoined(HERE, NOON, id, LI),
                new TalkEvent.IssueDiscussed(HERE, NOON, id, plan),
                accepted(RAISED.escalate(procedure(HERE), NOON)),
                new TalkEvent.PlanCarriedOut(HERE, NOON, id, "已更换"),
                new TalkEvent.ResultPublished(HERE, NOON, id, "公告栏"),
                new TalkEvent.ResultReviewed(
                        HERE,
                        NOON,
                        id,
                        new TreeSet<>(Set.of(WANG, LI)),
                        new TreeSet<>(Set.of(HOST))));
    }

    /** What is stored and read again gives the same state, and a refusal changes nothing. */
    @Property(tries = 300)
    void replaysToTheSameState(@ForAll @Size(max = 30) List<@IntRange(max = 9) Integer> choices) {
        EventCodec codec = EventCodec.of(TalkEvent.class);
        List<TalkEvent> stored = new ArrayList<>();
        stored.add(raised("三号楼\n路灯不亮"));
        Talk talk = Talk.from(stored);
        for (int choice : choices) {
            Outcome<TalkEvent> outcome = command(talk, choice);
            if (outcome.isAccepted()) {
                DomainEvent event = accepted(outcome);
                TalkEvent read =
                        (TalkEvent)
                                codec.decode(codec.encode(event))
                                        .orElseThrow(r -> new IllegalStateException(r.toString()));
                stored.add(read);
                talk = talk.after(accepted(outcome));
            }
            assertThat(Talk.from(stored)).isEqualTo(talk);
        }
    }

    private static Outcome<TalkEvent> command(Talk talk, int choice) {
        return switch (choice) {
            case 0 -> talk.support(WANG, NOON);
            case 1 -> talk.support(LI, NOON);
            case 2, 3 -> talk.discuss(onTheSpot(), NOON);
            case 4, 5 -> talk.carryOut("已更换", NOON);
            case 6, 7 -> talk.publish("公告栏", NOON);
            case 8 -> talk.review(people("满", 1), people("否", 1), NOON);
            default -> talk.review(people("满", 1), people("否", 0), NOON);
        };
    }
}
