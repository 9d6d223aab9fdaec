package io.github.xinyi.example.xinyijia;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.example.xinyijia.district.District;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.Metric;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells the figures of the district with their formulas, and compares them with totals that another
 * program computed from the raw files alone (sample/totals.py).
 */
final class DistrictCheck {

    /** Where a numerator stands in the expected totals. */
    private static final Map<Metric, String> COUNTS =
            Map.of(
                    Metric.OWNERS_COMMITTEES, "/bodiesByKind/业主委员会",
                    Metric.MANAGEMENT_COMMITTEES, "/bodiesByKind/物业管理委员会",
                    Metric.SQUADS, "/insulationRepair/squads",
                    Metric.COMPLETE_TEAMS, "/pilots",
                    Metric.CONFERENCES, "/conferences",
                    Metric.MATTERS, "/mattersSolved",
                    Metric.CHECK_INS, "/checkedInMembers",
                    Metric.VOLUNTEER_TEAMS, "/volunteerTeams",
                    Metric.ITEMS_SOLVED, "/itemsSolvedByKind/");

    /** Where a numerator and its denominator stand there together, such as 120/124. */
    private static final Map<Metric, String> SHARES =
            Map.of(
                    Metric.COVERAGE, "/coverage",
                    Metric.CONTACT, "/insulationRepair/contact",
                    Metric.DISCLOSURE, "/insulationRepair/disclosure",
                    Metric.SETTLEMENT, "/insulationRepair/settlement");

    private final JsonNode expected;
    private final District district;
    private final List<Measurement> measured;

    private DistrictCheck(JsonNode expected, District district) {
        this.expected = expected;
        this.district = district;
        this.measured = district.figures(LocalDate.parse(expected.path("asOf").asText()));
    }

    static DistrictCheck of(SampleFiles files) {
        return new DistrictCheck(
                files.json("expected.json"), Refused.orThrow(District.read(files::sheet)));
    }

    /**
     * Tells and compares.
     *
     * @throws IllegalStateException if a figure differs
     */
    void run(PrintStream out) {
        RuleTexts texts = RuleTexts.governance(Language.ZH_CN);
        measured.forEach(measurement -> out.println(texts.render(measurement)));
        district.refusedSeats().forEach(seat -> out.println(told(seat)));
        List<SelfCheck.Figure> wrong = figures().stream().filter(f -> !f.agrees()).toList();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("figures of the district differ: " + wrong);
        }
        out.printf("%d figures of the district agree.%n", figures().size());
    }

    /** Which seat and by which rules, and not who. */
    private static String told(District.RefusedSeat refused) {
        String rules =
                refused.ruling().notMet().stream()
                        .map(finding -> finding.rule().value())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return "试点%s的%s席位未落实：%s".formatted(refused.team(), refused.seat().slot(), rules);
    }

    List<Measurement> measured() {
        return measured;
    }

    List<SelfCheck.Figure> figures() {
        List<SelfCheck.Figure> figures = new ArrayList<>();
        for (Measurement own : measured) {
            if (SHARES.containsKey(own.metric())) {
                figures.add(figure(own, expected.at(SHARES.get(own.metric())), share(own)));
            } else {
                boolean whole = own.subject().equals(Measurement.WHOLE);
                String path = COUNTS.get(own.metric()) + (whole ? "" : own.subject());
                figures.add(figure(own, expected.at(path), counted(own)));
            }
            if (own.metric() == Metric.CHECK_INS) {
                figures.add(figure(own, expected.path("membersByPlace"), byPlace(own).toString()));
            } else if (own.metric() == Metric.COMPLETE_TEAMS) {
                figures.add(byTown(own, "pilotsByTown", DistrictCheck::counted));
            } else if (own.metric() == Metric.COVERAGE) {
                figures.add(byTown(own, "coverageByTown", DistrictCheck::share));
            }
        }
        return figures;
    }

    private static SelfCheck.Figure figure(Measurement own, JsonNode expected, String actual) {
        String there = expected.isObject() ? texts(expected).toString() : expected.asText("?");
        return new SelfCheck.Figure(own.metric() + " " + own.subject(), there, actual);
    }

    /** Whoever has moved counts in the new place. */
    private static Map<String, Integer> byPlace(Measurement checkIns) {
        Map<String, Integer> places = new TreeMap<>();
        for (RecordId member : checkIns.numerator()) {
            places.merge(member.community().value(), 1, Integer::sum);
        }
        return places;
    }

    private SelfCheck.Figure byTown(
            Measurement own, String path, Function<Measurement, String> told) {
        Map<String, String> towns = new TreeMap<>();
        district.byTown(own)
                .byNode()
                .forEach(
                        (node, part) -> {
                            if (expected.path(path).has(node.value())) {
                                towns.put(node.value(), told.apply(part));
                            }
                        });
        return figure(own, expected.path(path), towns.toString());
    }

    private static String counted(Measurement own) {
        return Integer.toString(own.numerator().size());
    }

    /** Such as 120/124. */
    private static String share(Measurement own) {
        return counted(own) + "/" + own.denominator().size();
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }
}
