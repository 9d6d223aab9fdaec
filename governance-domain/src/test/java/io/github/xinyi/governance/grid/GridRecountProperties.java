package io.github.xinyi.governance.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseRated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.CaseEvent.ReporterAnswered;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RatingFloor;
import io.github.xinyi.governance.team.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What is measured of a case of the grid that random commands have brought to any stage, with
 * rounds of mediation, called teams, broken agreements and new openings, is what its record says
 * line by line, with why it counts so.
 */
class GridRecountProperties {

    private static final Source PLAN = new Source("街道方案", Standing.UNVERIFIED);

    /** In China a day ends eight hours before it does in Greenwich. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** One case by the end of a day. */
    private static final class Recount {

        private final Map<String, Count> responses = new HashMap<>();
        private final Instant end;
        private final int floor;
        private Duration limit = Duration.ZERO;
        private Instant due = Instant.MIN;
        private int openings;
        private boolean isOpen;
        private boolean isAgreed;
        private int stars;
        private FollowedUp.Answer answer = FollowedUp.Answer.NOT_REACHED;

        Recount(List<CaseEvent> history, LocalDate day, int floor) {
            this.end = day.plusDays(1).atStartOfDay().toInstant(CHINA);
            this.floor = floor;
            history.stream().takeWhile(e -> e.occurredAt().isBefore(end)).forEach(this::line);
        }

        private void line(CaseEvent event) {
            if (event instanceof CaseReported reported) {
                limit = Duration.ofHours(reported.grade().limits().respondHours());
                begin(event);
            } else if (event instanceof CaseReopened) {
                begin(event);
            } else if (event instanceof ReporterAnswered || event instanceof VisitMade) {
                boolean late = event.occurredAt().isAfter(due);
                responses.computeIfPresent(
                        "C-1#" + openings,
                        (id, was) ->
                                was == Count.NOT_ANSWERED
                                        ? late ? Count.LATE : Count.COUNTED
                                        : was);
            } else if (event instanceof AgreementReached) {
                isAgreed = true;
            } else if (event instanceof PerformanceChecked checked) {
                isAgreed = !checked.performance().isFailed();
            } else if (event instanceof CaseEscalated || event instanceof WorkDone) {
                isAgreed = false;
            } else if (event instanceof CaseClosed) {
                isOpen = false;
            } else if (event instanceof CaseRated rated) {
                stars = rated.stars();
            } else if (event instanceof FollowedUp followed
                    && followed.answer() != FollowedUp.Answer.NOT_REACHED) {
                answer = followed.answer();
            }
        }

        /** What was said and agreed before is of the opening before. */
        private void begin(CaseEvent event) {
            openings++;
            isOpen = true;
            isAgreed = false;
            stars = 0;
            answer = FollowedUp.Answer.NOT_REACHED;
            due = event.occurredAt().plus(limit);
            responses.put(
                    "C-1#" + openings, due.isBefore(end) ? Count.NOT_ANSWERED : Count.NOT_YET_DUE);
        }

        Count settlement(boolean dispute) {
            if (!dispute) {
                return Count.NO_DISPUTE;
            } else if (openings == 0) {
                return Count.NOT_RECEIVED;
            } else if (isOpen) {
                return openings > 1 ? Count.REOPENED : Count.OPEN;
            }
            return isAgreed ? Count.COUNTED : Count.WITHOUT_AGREEMENT;
        }

        Count satisfaction() {
            if (stars > 0) {
                return stars >= floor ? Count.COUNTED : Count.BELOW_FLOOR;
            }
            return switch (answer) {
                case CONTENT -> Count.COUNTED;
                case NOT_CONTENT -> Count.NOT_CONTENT;
                case NOT_REACHED -> Count.NOT_RATED;
            };
        }
    }

    @Property(tries = 150)
    void whatIsMeasuredOfACaseIsWhatItsRecordSays(@ForAll Random random) {
        judge(random, new TreeMap<>());
    }

    private static void judge(Random random, Map<String, Integer> reached) {
        GridCase state = GridCaseProperties.anyCase(random);
        List<CaseEvent> history = cut(state.history(), random);
        List<List<CaseEvent>> grid = List.of(history);
        LocalDate day = Dispute.DAY.plusDays(random.nextInt(6) == 0 ? 60 : random.nextInt(40));
        int floor = 1 + random.nextInt(5);
        Recount recount = new Recount(history, day, floor);
        Count settled = recount.settlement(state.found().category().isDispute());

        Measurement settlement = CaseMeasures.settlement(day, grid, List.of());
        Measurement response = CaseMeasures.responseInTime(day, grid);
        Measurement satisfaction =
                CaseMeasures.satisfaction(day, new RatingFloor(floor, PLAN), grid, List.of());

        assertThat(counts(settlement)).isEqualTo(Map.of("C-1", settled));
        assertThat(counts(response)).isEqualTo(recount.responses);
        assertThat(counts(satisfaction)).isEqualTo(Map.of("C-1", recount.satisfaction()));
        List<String> all = new ArrayList<>(List.of("settlement " + settled));
        all.add("satisfaction " + recount.satisfaction());
        recount.responses.values().forEach(count -> all.add("response " + count));
        all.forEach(one -> reached.merge(one, 1, Integer::sum));
    }

    /** As far as it came when it was closed for the last time, or to anywhere. */
    private static List<CaseEvent> cut(List<CaseEvent> history, Random random) {
        int closed = 0;
        for (int i = 0; i < history.size(); i++) {
            closed = history.get(i) instanceof CaseClosed ? i + 1 : closed;
        }
        int any = random.nextInt(3) == 0 ? history.size() : 1 + random.nextInt(history.size());
        return history.subList(0, closed > 0 && random.nextBoolean() ? closed : any);
    }

    private static Map<String, Count> counts(Measurement measured) {
        Map<String, Count> counts = new HashMap<>();
        measured.records()
                .forEach(
                        (record, count) -> {
                            assertThat(record.community()).isEqualTo(Dispute.COMMUNITY);
                            counts.put(record.id(), count);
                        });
        return counts;
    }

    /** Each reason for which a case of the grid counts as it does was counted again. */
    @Property(tries = 1)
    void theCasesReachEveryCount() {
        Map<String, Integer> reached = new TreeMap<>();
        for (int seed = 0; seed < 800; seed++) {
            judge(new Random(seed), reached);
        }

        List<String> every =
                List.of(
                        "settlement COUNTED",
                        "settlement OPEN",
                        "settlement REOPENED",
                        "settlement WITHOUT_AGREEMENT",
                        "settlement NO_DISPUTE",
                        "settlement NOT_RECEIVED",
                        "response COUNTED",
                        "response LATE",
                        "response NOT_ANSWERED",
                        "response NOT_YET_DUE",
                        "satisfaction COUNTED",
                        "satisfaction BELOW_FLOOR",
                        "satisfaction NOT_CONTENT",
                        "satisfaction NOT_RATED");
        assertThat(every).allMatch(one -> reached.getOrDefault(one, 0) > 3, reached.toString());
    }
}
