package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.deliberation.Procedures.CLERK;
import static io.github.xinyi.governance.deliberation.Procedures.HERE;
import static io.github.xinyi.governance.deliberation.Procedures.day;
import static io.github.xinyi.governance.deliberation.Procedures.display;
import static io.github.xinyi.governance.deliberation.Procedures.motion;
import static io.github.xinyi.governance.deliberation.Procedures.opening;
import static io.github.xinyi.governance.deliberation.Procedures.refusals;
import static io.github.xinyi.governance.deliberation.Procedures.resolution;
import static io.github.xinyi.governance.deliberation.Procedures.revocation;
import static io.github.xinyi.governance.deliberation.Procedures.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.deliberation.Procedure.Remark;
import io.github.xinyi.governance.deliberation.ProcedureEvent.CaseLinked;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosureEnded;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosurePosted;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionAnswered;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionRaised;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDeclined;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersResolved;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionPublished;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionReported;
import io.github.xinyi.governance.deliberation.ProcedureEvent.StageTaken;
import io.github.xinyi.governance.deliberation.Stage.Kind;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.DisclosureDuty;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever pattern a locality writes, and whatever people try: no gate is passed by. */
class ProcedureProperties {

    private static final HolidayCalendar WEEKENDS =
            new HolidayCalendar(
                    EffectivePeriod.from(LocalDate.of(2025, 1, 1)),
                    new TreeSet<>(),
                    new TreeSet<>());

    /** What a locality may write wrongly, with the rule that must name it. */
    private static final Map<String, List<String>> PLANTS = new LinkedHashMap<>();

    static {
        PLANTS.put(
                "no-vote",
                List.of("pattern-owners-vote", "pattern-execution", "pattern-decision-disclosed"));
        PLANTS.put(
                "vote-for-some",
                List.of("pattern-owners-vote", "pattern-execution", "pattern-decision-disclosed"));
        PLANTS.put("vote-share", List.of("pattern-owners-vote", "pattern-vote-floor"));
        PLANTS.put("execution-first", List.of("pattern-execution", "pattern-decision-disclosed"));
        PLANTS.put(
                "no-disclosure", List.of("pattern-decision-disclosed", "pattern-result-disclosed"));
        PLANTS.put("low-consent", List.of("pattern-body-consent"));
        PLANTS.put("counted-paper", List.of("pattern-counted-body"));
        PLANTS.put("no-proof", List.of("pattern-proof"));
        PLANTS.put("no-roll", List.of("pattern-roll"));
        PLANTS.put("made-up", List.of("pattern-made-up"));
    }

    /** What is owed once the owners declined a repair that was carried out. */
    private static final Set<Class<?>> REJECTION =
            Set.of(RejectionReported.class, RejectionPublished.class);

    /** What alone goes on from a decision that was revoked. */
    private static final Set<Class<?>> DECIDING =
            Set.of(OwnersResolved.class, OwnersDeclined.class);

    /** And what was put up before is taken down, with every objection to it answered. */
    private static final Set<Class<?>> AFTER_THE_END =
            Set.of(
                    RejectionReported.class,
                    RejectionPublished.class,
                    ObjectionAnswered.class,
                    DisclosureEnded.class);

    @Property(tries = 400)
    void noReachableStateSkipsAGate(
            @ForAll("patterns") List<String> rows,
            @ForAll("matters") Matter matter,
            @ForAll("tries") List<Integer> tries) {
        ProcedurePattern pattern =
                PatternSheetTest.read(String.join("", rows))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
        List<ProcedureEvent> history = new ArrayList<>();
        history.add(Procedures.opened(Procedure.open(pattern, opening(motion(matter)))));
        play(history, tries);

        assertNoGateIsSkipped(history);
    }

    /** Civil Code art. 281 para. 2: only what comes first changes, nothing is left out. */
    @Property(tries = 200)
    void anUrgentRepairSkipsNothingButTheOrder(
            @ForAll("patterns") List<String> rows, @ForAll("tries") List<Integer> tries) {
        ProcedurePattern pattern =
                PatternSheetTest.read(String.join("", rows))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
        List<ProcedureEvent> history = new ArrayList<>();
        history.add(
                Procedure.openUrgently(
                                pattern,
                                opening(motion(Matter.MAINTENANCE_FUND_USE)),
                                Procedures.REPAIR)
                        .orElseThrow(r -> new IllegalStateException(r.toString())));
        play(history, tries);

        assertThat(((ProcedureOpened) history.get(0)).stages())
                .containsExactlyInAnyOrderElementsOf(pattern.stages(Matter.MAINTENANCE_FUND_USE));
        assertNoGateIsSkipped(history);
    }

    /** From wherever it has come to, a way is left to its end. */
    @Property(tries = 200)
    void everyProcedureEndsUnderAnyScheduleThatGoesOn(
            @ForAll("patterns") List<String> rows,
            @ForAll("matters") Matter matter,
            @ForAll("tries") List<Integer> tries) {
        ProcedurePattern pattern =
                PatternSheetTest.read(String.join("", rows))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
        List<ProcedureEvent> history = new ArrayList<>();
        history.add(Procedures.opened(Procedure.open(pattern, opening(motion(matter)))));
        play(history, tries);

        goOn(history);

        assertNoGateIsSkipped(history);
        assertThat(Procedure.from(history).status()).isEqualTo(end(history));
    }

    /** By the records alone: refused by the owners, or every stage was taken. */
    private static Procedure.Status end(List<ProcedureEvent> history) {
        assertThat(hanging(history)).isEmpty();
        if (history.stream().anyMatch(OwnersDeclined.class::isInstance)) {
            return Procedure.Status.REJECTED;
        }
        List<String> stages =
                ((ProcedureOpened) history.get(0)).stages().stream().map(Stage::id).toList();
        assertThat(taken(history)).containsOnlyKeys(stages);
        return Procedure.Status.COMPLETED;
    }

    private static Set<String> hanging(List<ProcedureEvent> history) {
        Set<String> hanging = new HashSet<>();
        for (ProcedureEvent event : history) {
            if (event instanceof DisclosurePosted e) {
                hanging.add(e.stage());
            } else if (event instanceof DisclosureEnded e) {
                hanging.remove(e.stage());
            } else if (event instanceof OwnersDecisionRevoked) {
                hanging.retainAll(beforeTheVote((ProcedureOpened) history.get(0)));
            }
        }
        return hanging;
    }

    private static void goOn(List<ProcedureEvent> history) {
        if (Procedure.from(history).status() == Procedure.Status.REVOKED) {
            Procedure state = Procedure.from(history);
            history.add(Procedures.accepted(Procedures.proceed(state, next(state), 1_000)));
        }
        for (int i = 1; i <= 40 && isOpen(history); i++) {
            int day = 1_000 + 40 * i;
            for (int number = 0; number < 3; number++) {
                Remark answer = new Remark("O" + number, CLERK, "答复");
                Procedure.from(history)
                        .answer(answer, day(day))
                        .fold(history::add, ruling -> false);
            }
            for (String hanging : Procedure.from(history).onDisplay().keySet()) {
                Procedure state = Procedure.from(history);
                history.add(Procedures.accepted(state.takeDown(hanging, day(day))));
            }
            Procedure state = Procedure.from(history);
            for (Stage next : state.next().stream().toList()) {
                history.add(Procedures.accepted(Procedures.proceed(state, next, day)));
            }
        }
    }

    private static Stage next(Procedure state) {
        return state.next().orElseThrow();
    }

    private static boolean isOpen(List<ProcedureEvent> history) {
        Procedure state = Procedure.from(history);
        return state.status() == Procedure.Status.UNDER_WAY || !state.onDisplay().isEmpty();
    }

    /** Of gates and ends, nothing is said of nothing. */
    @Property(tries = 1)
    void theTriesReachEveryKindOfStepEventAndEnd() {
        Map<Object, Integer> tried = new HashMap<>();
        Map<Object, Integer> ended = new HashMap<>();
        List<Matter> matters = List.of(Matter.values());
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ProcedurePattern pattern =
                    PatternSheetTest.read(String.join("", rows(random)))
                            .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
            Matter matter = matters.get(random.nextInt(matters.size()));
            List<ProcedureEvent> history = new ArrayList<>();
            history.add(
                    Procedures.opened(
                            seed % 3 > 0
                                    ? Procedure.open(pattern, opening(motion(matter)))
                                    : Procedure.openUrgently(
                                            pattern,
                                            opening(motion(Matter.MAINTENANCE_FUND_USE)),
                                            Procedures.REPAIR)));
            play(history, random.ints(10 + random.nextInt(31)).boxed().toList());

            for (Object reached : reached(history)) {
                tried.merge(reached, 1, Integer::sum);
            }
            tried.merge(Procedure.from(history).status(), 1, Integer::sum);
            goOn(history);
            ended.merge(Procedure.from(history).status(), 1, Integer::sum);
        }

        Set<Object> every = new HashSet<>(Set.of(ProcedureEvent.class.getPermittedSubclasses()));
        every.addAll(Set.of(Kind.values()));
        every.addAll(Set.of(Procedure.Status.values()));
        every.addAll(Set.of("decided again", "shown again"));
        for (Object kind : every) {
            assertThat(tried.getOrDefault(kind, 0)).as(kind.toString()).isGreaterThan(5);
        }
        assertThat(ended).containsOnlyKeys(Procedure.Status.COMPLETED, Procedure.Status.REJECTED);
        assertThat(ended.values()).allMatch(count -> count > 5);
    }

    /** The kinds of events, and of stages taken, of a history. */
    private static Set<Object> reached(List<ProcedureEvent> history) {
        ProcedureOpened opened = (ProcedureOpened) history.get(0);
        Set<Object> reached = new HashSet<>();
        for (ProcedureEvent event : history) {
            if (event instanceof OwnersResolved && reached.contains(OwnersDecisionRevoked.class)) {
                reached.add("decided again");
            } else if (event instanceof DisclosurePosted && reached.contains("decided again")) {
                reached.add("shown again");
            }
            reached.add(event.getClass());
        }
        taken(history).keySet().forEach(id -> reached.add(stage(opened, id).kind()));
        return reached;
    }

    /** The days of the displays counted again, from the events and the table alone. */
    @Property(tries = 300)
    void displaysInTimeEqualARecountOfTheirDays(
            @ForAll("patterns") List<String> rows,
            @ForAll("matters") Matter matter,
            @ForAll("tries") List<Integer> tries,
            @ForAll @IntRange(max = 150) int days) {
        ProcedurePattern pattern =
                PatternSheetTest.read(String.join("", rows))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
        List<ProcedureEvent> history = new ArrayList<>();
        history.add(Procedures.opened(Procedure.open(pattern, opening(motion(matter)))));
        play(history, tries);
        LocalDate today = date(day(days));

        Map<RecordId, Boolean> inTime = new HashMap<>();
        int revocations = 0;
        for (int i = 1; i <= history.size(); i++) {
            boolean last = i == history.size() || date(history.get(i).occurredAt()).isAfter(today);
            if (last || history.get(i) instanceof OwnersDecisionRevoked) {
                LocalDate by = last ? today : date(history.get(i).occurredAt()).minusDays(1);
                inTime.putAll(recount(history.subList(0, i), by, revocations++));
            }
            if (last) {
                break;
            }
        }

        Measurement measured =
                CaseMeasures.disclosureOnTime(
                        today, DisclosureDuty.ofProcedure(history, today, WEEKENDS));
        assertThat(measured.denominator()).isEqualTo(inTime.keySet());
        inTime.values().removeIf(kept -> !kept);
        assertThat(measured.numerator()).isEqualTo(inTime.keySet());
    }

    /** What was due by a day, and whether it was shown in time, after so many revocations. */
    private static Map<RecordId, Boolean> recount(
            List<ProcedureEvent> history, LocalDate by, int revocations) {
        Map<RecordId, Boolean> inTime = new HashMap<>();
        Map<String, LocalDate> taken = taken(history);
        LocalDate before = date(day(0));
        String decision = "";
        for (Stage stage : ((ProcedureOpened) history.get(0)).stages()) {
            LocalDate last = before.plusDays(stage.withinDays());
            while (last.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
                last = last.plusDays(1);
            }
            LocalDate done = taken.getOrDefault(stage.id(), LocalDate.MAX);
            if (stage.kind() == Kind.DISCLOSURE && stage.withinDays() > 0 && !last.isAfter(by)) {
                inTime.put(
                        new RecordId(HERE, "2025-P-01/" + stage.id() + decision),
                        !done.isAfter(last));
            }
            if (done.equals(LocalDate.MAX)) {
                break;
            }
            if (stage.kind() == Kind.OWNERS_VOTE && revocations > 0) {
                decision = "/" + (revocations + 1);
            }
            before = done;
        }
        return inTime;
    }

    /** The days of what is made up counted again, from the events and the table alone. */
    @Property(tries = 300)
    void whatAnUrgentRepairWentBeforeIsMadeUpByARecountOfItsDays(
            @ForAll("patterns") List<String> rows,
            @ForAll("tries") List<Integer> tries,
            @ForAll @IntRange(max = 150) int days) {
        ProcedurePattern pattern =
                PatternSheetTest.read(String.join("", rows))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
        List<ProcedureEvent> history = new ArrayList<>();
        history.add(
                Procedures.opened(
                        Procedure.openUrgently(
                                pattern,
                                opening(motion(Matter.MAINTENANCE_FUND_USE)),
                                Procedures.REPAIR)));
        play(history, tries);
        LocalDate today = date(day(days));
        List<ProcedureEvent> past =
                history.stream().filter(e -> !date(e.occurredAt()).isAfter(today)).toList();

        Procedure state = Procedure.from(past);
        List<CompletionDuty> duties = state.completions(today, WEEKENDS);

        assertThat(duties)
                .extracting(duty -> told(duty.stage(), duty.finding()))
                .isEqualTo(recountOfCompletions(pattern, past, today));
        if (duties.stream().anyMatch(CompletionDuty::isOpen)) {
            assertThat(state.status()).isNotEqualTo(Procedure.Status.COMPLETED);
        }
    }

    private static String told(Stage stage, RuleCheck finding) {
        String deadline = finding.evidence().getOrDefault("deadline", "-");
        return stage.id() + " " + deadline + " " + finding.verdict();
    }

    /** All that the table has between its first stage and the execution, or from the vote on. */
    private static List<String> recountOfCompletions(
            ProcedurePattern pattern, List<ProcedureEvent> past, LocalDate today) {
        Map<String, LocalDate> taken = taken(past);
        if (!taken.containsKey("done")) {
            return List.of();
        }
        LocalDate since = Objects.requireNonNull(taken.get("done"));
        List<String> told = new ArrayList<>();
        boolean first = true;
        for (Stage stage : pattern.stages(Matter.MAINTENANCE_FUND_USE)) {
            boolean vote = stage.kind() == Kind.OWNERS_VOTE;
            if (stage.id().equals("done")) {
                break;
            }
            for (ProcedureEvent event : vote ? past : List.<ProcedureEvent>of()) {
                if (event instanceof OwnersDecisionRevoked) {
                    since = date(event.occurredAt());
                } else if (event instanceof OwnersDeclined declined) {
                    taken.put(stage.id(), date(declined.closedAt()));
                }
            }
            if (!first || vote) {
                LocalDate done = taken.getOrDefault(stage.id(), LocalDate.MAX);
                told.add(stage.id() + " " + madeUp(since, stage.makeUpDays(), done, today));
            }
            if (vote && past.stream().anyMatch(OwnersDeclined.class::isInstance)) {
                break;
            }
            first = false;
        }
        return told;
    }

    private static String madeUp(LocalDate since, int days, LocalDate done, LocalDate today) {
        boolean open = done.equals(LocalDate.MAX);
        if (days == 0) {
            return "- " + (open ? Verdict.UNDETERMINED : Verdict.MET);
        }
        LocalDate last = since.plusDays(days);
        while (last.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            last = last.plusDays(1);
        }
        if ((open ? today : done).isAfter(last)) {
            return last + " " + Verdict.NOT_MET;
        }
        return last + " " + (open ? Verdict.PENDING : Verdict.MET);
    }

    /** A revocation takes the vote away, and all that was taken after it. */
    private static Map<String, LocalDate> taken(List<ProcedureEvent> history) {
        Map<String, LocalDate> taken = new HashMap<>();
        for (ProcedureEvent event : history) {
            if (event instanceof StageTaken e) {
                taken.put(e.stage(), date(e.occurredAt()));
            } else if (event instanceof OwnersResolved e) {
                taken.put(e.stage(), date(e.adoptedAt()));
            } else if (event instanceof DisclosurePosted e) {
                taken.put(e.stage(), date(e.occurredAt()));
            } else if (event instanceof OwnersDecisionRevoked) {
                taken.keySet().retainAll(beforeTheVote((ProcedureOpened) history.get(0)));
            }
        }
        return taken;
    }

    private static List<String> beforeTheVote(ProcedureOpened opened) {
        List<String> stages = opened.stages().stream().map(Stage::id).toList();
        return stages.subList(0, stages.indexOf("vote"));
    }

    /** Every locality, shipped or not, comes to its end for each of the nine matters. */
    @Property(tries = 100)
    void everyLocalityIsGoneThroughToItsEndByItsTableAlone(
            @ForAll("patterns") List<String> rows, @ForAll("matters") Matter matter) {
        ProcedurePattern random =
                PatternSheetTest.read(String.join("", rows))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));

        for (ProcedurePattern pattern :
                List.of(
                        random,
                        PatternSheet.fiveDeliberations(),
                        PatternSheet.fourDeliberations(),
                        PatternSheet.sampleCity())) {
            Procedure last = Procedures.until(Procedures.opened(pattern, motion(matter)), "");
            for (String hanging : last.onDisplay().keySet()) {
                last = last.after(Procedures.accepted(last.takeDown(hanging, day(400))));
            }
            assertThat(last.status()).isEqualTo(Procedure.Status.COMPLETED);
            assertThat(last.publicView().taken()).hasSameSizeAs(pattern.stages(matter));
        }
    }

    @Property(tries = 300)
    void everyPlantedFaultOfATableIsNamed(
            @ForAll("patterns") List<String> rows, @ForAll("plants") List<String> plants) {
        List<String> wrong = new ArrayList<>(rows);
        wrong.replaceAll(row -> withMakeUpDays(row, 0));
        for (String plant : plants) {
            wrong = planted(plant, wrong);
        }

        assertThat(refusals(PatternSheetTest.read(String.join("", wrong))))
                .containsExactlyInAnyOrderElementsOf(
                        plants.stream()
                                .flatMap(plant -> PLANTS.getOrDefault(plant, List.of()).stream())
                                .distinct()
                                .toList());
    }

    /** Personal Information Protection Law arts. 6 and 25. */
    @Property(tries = 200)
    void thePublicViewShowsNoPersonAndNothingThatPeopleWrote(@ForAll("secrets") List<String> s) {
        PersonId person = PersonId.of(s.get(0));
        Motion motion = new Motion(MotionId.of(s.get(1)), Matter.MAINTENANCE_FUND_USE, s.get(2));
        Procedure state =
                Procedure.from(
                        List.of(
                                Procedures.opened(
                                        Procedure.open(
                                                PatternSheet.fiveDeliberations(),
                                                new Procedure.Opening(
                                                        ProcedureId.of(s.get(3)),
                                                        CommunityId.of(s.get(4)),
                                                        motion,
                                                        day(0))))));
        Stage first = state.stages().get(0);
        StageReport report =
                new StageReport(
                        first.actors().get(0),
                        Procedures.report(first, BodyCount.NONE).papers(),
                        BodyCount.NONE,
                        person);
        state = state.after(Procedures.accepted(state.take(first.id(), report, day(1))));

        String shown = state.publicView().toString();

        assertThat(shown).contains("proposal=2025-03-02").doesNotContain(Procedures.DIGEST);
        s.forEach(secret -> assertThat(shown).doesNotContain(secret));
        assertThat(PublicProcedure.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly(
                        "matter",
                        "status",
                        "stages",
                        "taken",
                        "onDisplay",
                        "objections",
                        "answered",
                        "toMakeUp",
                        "duties");
    }

    @Provide
    Arbitrary<List<String>> secrets() {
        return Arbitraries.strings()
                .alpha()
                .ofMinLength(9)
                .ofMaxLength(20)
                .map(text -> "秘" + text)
                .list()
                .ofSize(5);
    }

    private static List<String> planted(String plant, List<String> rows) {
        List<String> wrong = new ArrayList<>(rows);
        switch (plant) {
            case "no-vote" -> wrong.removeIf(row -> row.startsWith("vote,"));
            case "vote-for-some" ->
                    wrong.replaceAll(
                            row ->
                                    row.startsWith("vote,")
                                            ? row.replace("0,0,0,,", "0,0,0,1;2,")
                                            : row);
            case "vote-share" -> wrong.add(0, "vote2,表决,业主表决,业主大会,,,>1/3,应到,0,0,0,,某市,解释\n");
            case "execution-first" -> {
                wrong.removeIf(row -> row.startsWith("done,"));
                wrong.add(0, "done,实施,实施,业委会,实施报告,,,,0,0,0,,某市,解释\n");
            }
            case "no-disclosure" -> wrong.removeIf(row -> row.contains(",公开,"));
            case "low-consent" -> wrong.add(0, "low,商议,议决,业委会,签到表,,>1/3,应到,0,0,0,,某市,解释\n");
            case "counted-paper" -> wrong.add(0, "cnt,方案,材料,业委会,提案,≥1/2,,,0,0,0,,某市,解释\n");
            case "no-proof" -> wrong.add(0, "prf,方案,材料,业委会,,,,,0,0,0,,某市,解释\n");
            case "made-up" ->
                    wrong.replaceAll(row -> row.startsWith("done,") ? withMakeUpDays(row, 5) : row);
            case "no-roll" -> wrong.add(0, "bare,商议,议决,业委会,会议纪要,,>1/2,应到,0,0,0,,某市,解释\n");
            default -> throw new IllegalArgumentException(plant);
        }
        return wrong;
    }

    /** Tries commands, most of them wrong, and adds what is accepted. */
    private static void play(List<ProcedureEvent> history, List<Integer> tries) {
        int day = 0;
        for (int seed : tries) {
            Random random = new Random(seed);
            Procedure before = Procedure.from(history);
            day += random.nextInt(9);
            Outcome<ProcedureEvent> outcome = command(before, random, day);
            outcome.fold(history::add, ruling -> false);
            Procedure after = Procedure.from(history);
            assertThat(after)
                    .isEqualTo(
                            outcome.fold(
                                    event -> before.after(event),
                                    ruling -> Procedure.from(history)));
            if (!outcome.isAccepted()) {
                assertThat(after).isEqualTo(before);
            }
        }
    }

    private static Outcome<ProcedureEvent> command(Procedure state, Random random, int day) {
        List<Stage> stages = state.stages();
        Stage any = stages.get(random.nextInt(stages.size()));
        Stage stage = random.nextInt(5) == 0 ? any : state.next().orElse(any);
        Instant at = day(day);
        int choice = random.nextInt(16);
        if (choice < 6) {
            return random.nextInt(4) == 0
                    ? state.take(stage.id(), sloppy(stage, random), at)
                    : Procedures.proceed(state, stage, day);
        }
        String displayed = state.onDisplay().keySet().stream().findFirst().orElse(stage.id());
        Remark remark = new Remark("O" + random.nextInt(3), CLERK, "话");
        return switch (choice) {
            case 6, 7 -> state.takeDown(displayed, at);
            case 8 -> state.object(displayed, remark, at);
            case 9 -> state.answer(remark, at);
            case 11 -> state.link(CaseId.of("C-" + random.nextInt(2)), at);
            case 12 -> state.reportRejection(Procedures.DIGEST, CLERK, at);
            case 13 -> state.publishRejection(display(), at);
            case 14 -> revoke(state, random, at);
            case 10 ->
                    state.resolve(
                            stage.id(),
                            resolution(
                                    random.nextBoolean() ? HERE : CommunityId.of("else"),
                                    motion(
                                            random.nextBoolean()
                                                    ? state.motion().matter()
                                                    : Matter.COMMITTEE_ELECTION),
                                    day(day - random.nextInt(9))),
                            at);
            default ->
                    random.nextBoolean()
                            ? state.decline(
                                    stage.id(), tally(HERE, state.motion(), at, Choice.AGAINST), at)
                            : state.post(stage.id(), "居委会", display(), at);
        };
    }

    /** Of the decision that stands, or of any. */
    private static Outcome<ProcedureEvent> revoke(Procedure state, Random random, Instant at) {
        MeetingId any = MeetingId.of("2025-OM-0" + (1 + random.nextInt(3)));
        MeetingId meeting = state.decision().map(OwnersResolved::meeting).orElse(any);
        return state.revoke(
                revocation(random.nextInt(4) == 0 ? any : meeting, state.motion().id(), at), at);
    }

    private static StageReport sloppy(Stage stage, Random random) {
        int due = random.nextInt(6);
        int present = random.nextInt(due + 1);
        BodyCount count = new BodyCount(due, present, random.nextInt(present + 1));
        StageReport good = Procedures.report(stage, count);
        return random.nextBoolean()
                ? good
                : new StageReport(
                        random.nextBoolean() ? good.actor() : "物业公司",
                        random.nextBoolean() ? good.papers() : List.of(),
                        count,
                        CLERK);
    }

    /** Reads the history alone, by rules written a second time. */
    private static void assertNoGateIsSkipped(List<ProcedureEvent> history) {
        ProcedureOpened opened = (ProcedureOpened) history.get(0);
        List<String> taken = new ArrayList<>();
        Map<String, LocalDate> hanging = new HashMap<>();
        Map<String, String> unanswered = new HashMap<>();
        boolean ended = false;
        List<Class<?>> duties = new ArrayList<>();
        Set<MeetingId> revoked = new HashSet<>();
        Set<MeetingId> standing = new HashSet<>();
        boolean stopped = false;
        Instant last = opened.occurredAt();
        List<Instant> moments = new ArrayList<>(List.of(last));
        for (ProcedureEvent event : history.subList(1, history.size())) {
            assertThat(ended || !REJECTION.contains(event.getClass())).isTrue();
            assertThat(!ended || AFTER_THE_END.contains(event.getClass())).isTrue();
            assertThat(!stopped || DECIDING.contains(event.getClass())).isTrue();
            assertThat(event.occurredAt()).isAfterOrEqualTo(last);
            last = event.occurredAt();
            Instant stageBefore = moments.get(moments.size() - 1);
            if (event instanceof StageTaken e) {
                Stage stage = stage(opened, e.stage());
                assertTaken(stage, e.report());
                assertThat(days(stageBefore, last)).isGreaterThanOrEqualTo(stage.leastDays());
                assertThat(stage.kind() != Kind.EXECUTION || hanging.isEmpty()).isTrue();
                taken.add(e.stage());
                moments.add(last);
            } else if (event instanceof OwnersResolved e) {
                assertThat(revoked).doesNotContain(e.meeting());
                assertThat(standing.add(e.meeting())).isTrue();
                stopped = false;
                assertThat(stage(opened, e.stage()).kind()).isEqualTo(Kind.OWNERS_VOTE);
                assertThat(e.community()).isEqualTo(HERE);
                assertThat(e.motion()).isEqualTo(opened.motion());
                assertThat(e.opensAt()).isBetween(stageBefore, e.adoptedAt());
                assertThat(e.adoptedAt()).isBetween(stageBefore, last);
                taken.add(e.stage());
                moments.add(e.adoptedAt());
            } else if (event instanceof OwnersDecisionRevoked e) {
                assertThat(standing.remove(e.meeting())).isTrue();
                revoked.add(e.meeting());
                stopped = true;
                taken.retainAll(beforeTheVote(opened));
                hanging.keySet().retainAll(taken);
                moments.subList(taken.size() + 1, moments.size()).clear();
            } else if (event instanceof OwnersDeclined e) {
                assertThat(stage(opened, e.stage()).kind()).isEqualTo(Kind.OWNERS_VOTE);
                assertThat(e.opensAt()).isBetween(stageBefore, e.closedAt());
                stopped = false;
                ended = true;
            } else if (event instanceof DisclosurePosted e) {
                assertThat(stage(opened, e.stage()).kind()).isEqualTo(Kind.DISCLOSURE);
                assertThat(stage(opened, e.stage()).actors()).contains(e.actor());
                hanging.put(e.stage(), date(last));
                taken.add(e.stage());
                moments.add(last);
            } else if (REJECTION.contains(event.getClass())) {
                assertThat(taken).anyMatch(id -> stage(opened, id).kind() == Kind.EXECUTION);
                assertThat(duties).doesNotContain(event.getClass());
                duties.add(event.getClass());
            } else if (event instanceof CaseLinked) {
                assertThat(taken).noneMatch(id -> stage(opened, id).kind() == Kind.OWNERS_VOTE);
                assertThat(duties).doesNotContain(CaseLinked.class);
                duties.add(CaseLinked.class);
            } else if (event instanceof ObjectionRaised e) {
                assertThat(hanging).containsKey(e.stage());
                unanswered.put(e.objection(), e.stage());
            } else if (event instanceof ObjectionAnswered e) {
                assertThat(unanswered.remove(e.objection())).isNotNull();
            } else if (event instanceof DisclosureEnded e) {
                assertThat(unanswered).doesNotContainValue(e.stage());
                LocalDate from = hanging.remove(e.stage());
                assertThat(ChronoUnit.DAYS.between(from, date(last)))
                        .isGreaterThanOrEqualTo(stage(opened, e.stage()).leastDays());
            }
            assertThat(taken)
                    .isEqualTo(
                            opened.stages().stream().map(Stage::id).limit(taken.size()).toList());
        }
    }

    private static Stage stage(ProcedureOpened opened, String id) {
        return opened.stages().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    private static void assertTaken(Stage stage, StageReport report) {
        assertThat(stage.kind()).isIn(Kind.PAPERS, Kind.BODY, Kind.EXECUTION);
        assertThat(stage.actors()).contains(report.actor());
        assertThat(report.papers()).extracting(Paper::kind).containsAll(stage.papers());
        if (stage.kind() == Kind.BODY) {
            BodyCount count = report.count();
            assertReaches(stage.attendance(), count.present(), count.due());
            assertReaches(
                    stage.consent(),
                    count.consenting(),
                    stage.base() == Stage.Base.DUE ? count.due() : count.present());
        }
    }

    private static void assertReaches(Share share, int part, int whole) {
        long left = part * share.ratio().denominator();
        long right = whole * share.ratio().numerator();
        assertThat(whole).isPositive();
        assertThat(left).isGreaterThanOrEqualTo(right);
        assertThat(share.bound() == Share.Bound.AT_LEAST || left > right).isTrue();
    }

    private static LocalDate date(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    private static long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(date(from), date(to));
    }

    @Provide
    Arbitrary<Matter> matters() {
        return Arbitraries.of(Matter.class);
    }

    @Provide
    Arbitrary<List<Integer>> tries() {
        return Arbitraries.integers().list().ofMinSize(10).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<String>> plants() {
        return Arbitraries.of(PLANTS.keySet())
                .set()
                .ofMinSize(1)
                .map(set -> PLANTS.keySet().stream().filter(set::contains).toList())
                .filter(list -> list.stream().filter(plant -> plant.contains("vote")).count() < 2);
    }

    /** Rows of valid patterns: some steps before the vote, and between the steps that must be. */
    @Provide
    Arbitrary<List<String>> patterns() {
        return Arbitraries.integers().map(seed -> rows(new Random(seed)));
    }

    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rows.add(step("pre" + i, random));
        }
        rows.add("vote,表决,业主表决,业主大会,,,,,0,0,0,,某市,解释\n");
        if (random.nextBoolean()) {
            rows.add(step("mid", random));
        }
        rows.add("shown,公示,公开,业委会;居委会,,,,,%d,3,0,,某市,解释\n".formatted(1 + random.nextInt(9)));
        rows.add("done,实施,实施,业委会,实施报告,,,,%d,0,0,,某市,解释\n".formatted(random.nextInt(4)));
        rows.add("after,公示,公开,居委会,,,,,%d,15,0,,某市,解释\n".formatted(1 + random.nextInt(9)));
        if (random.nextBoolean()) {
            rows.add(step("post", random));
        }
        Random days = new Random(rows.hashCode());
        for (int i = 0; !rows.get(i).startsWith("done,"); i++) {
            if (i > 0 || rows.get(i).startsWith("vote,")) {
                int makeUp = days.nextInt(3) * days.nextInt(40);
                rows.set(i, withMakeUpDays(rows.get(i), makeUp));
            }
        }
        return rows;
    }

    private static String withMakeUpDays(String row, int days) {
        String[] cells = row.split(",", -1);
        cells[10] = Integer.toString(days);
        return String.join(",", cells);
    }

    private static String step(String id, Random random) {
        String items = random.nextInt(3) == 0 ? "1;5;7" : "";
        int days = random.nextInt(4);
        return switch (random.nextInt(3)) {
            case 0 -> "%s,方案,材料,业委会;居委会,提案,,,,%d,0,0,%s,某市,待核\n".formatted(id, days, items);
            case 1 -> "%s,公示,公开,居委会,,,,,%d,0,0,%s,某市,待核\n".formatted(id, days, items);
            default ->
                    "%s,议,议决,党员会议,会议纪要;签到表,%s,%s,%s,%d,0,0,%s,某市,待核\n"
                            .formatted(
                                    id,
                                    random.nextBoolean() ? "≥2/3" : "",
                                    random.nextBoolean() ? "≥1/2" : ">1/2",
                                    random.nextBoolean() ? "应到" : "实到",
                                    days,
                                    items);
        };
    }
}
