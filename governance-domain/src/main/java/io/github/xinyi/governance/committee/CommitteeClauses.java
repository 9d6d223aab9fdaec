package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.law.Statutes.CIVIL_CODE;
import static io.github.xinyi.governance.law.Statutes.GUIDANCE_RULES;
import static io.github.xinyi.governance.law.Statutes.PROPERTY_MANAGEMENT_REGULATION;

import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The law in force for one kind of body at one place: figures, shares and options, each with its
 * sources. Start from {@link #national} and lay the local clauses over it. Immutable.
 *
 * <p>No clause reaches the rule that a committee never decides the nine matters.
 *
 * @since 0.1.0
 */
public final class CommitteeClauses {

    private static final Threshold HALF = new AtLeast(Ratio.of(1, 2));
    private static final Threshold MORE_THAN_HALF = new MoreThan(Ratio.of(1, 2));

    private final Kind kind;
    private final Map<Figure, Clause<Integer>> figures;
    private final Map<Share, Clause<Threshold>> shares;
    private final Map<Option, List<Citation>> options;

    private CommitteeClauses(
            Kind kind,
            Map<Figure, Clause<Integer>> figures,
            Map<Share, Clause<Threshold>> shares,
            Map<Option, List<Citation>> options) {
        this.kind = kind;
        this.figures = Collections.unmodifiableMap(figures);
        this.shares = Collections.unmodifiableMap(shares);
        this.options = Collections.unmodifiableMap(options);
    }

    /**
     * What holds where no local law is known.
     *
     * @param kind which kind of body
     * @return the guidance rules for an owners' committee; for the other kind, which no national
     *     text knows, our reading of Civil Code art. 277 para. 2 along the local models
     */
    public static CommitteeClauses national(Kind kind) {
        CommitteeClauses none =
                new CommitteeClauses(
                        kind,
                        new EnumMap<>(Figure.class),
                        new EnumMap<>(Share.class),
                        new LinkedHashMap<>());
        return switch (kind) {
            case OWNERS_COMMITTEE -> none.asOwnersCommittee();
            case PROPERTY_MANAGEMENT_COMMITTEE -> none.asManagementCommittee();
        };
    }

    private CommitteeClauses asOwnersCommittee() {
        Citation filing = PROPERTY_MANAGEMENT_REGULATION.at(16, 1);
        return with(Figure.MIN_MEMBERS, 5, GUIDANCE_RULES.unverified(31))
                .with(Figure.MAX_MEMBERS, 11, GUIDANCE_RULES.unverified(31))
                .with(Figure.TERM_MAX_YEARS, 5, GUIDANCE_RULES.unverified(32))
                .with(Figure.FILING_DAYS, 30, filing)
                .with(Figure.NOTICE_DAYS, 7, GUIDANCE_RULES.unverified(39))
                .with(Figure.REPORT_MONTHS, 3, GUIDANCE_RULES.unverified(47))
                .with(Figure.LEAVER_HANDOVER_DAYS, 3, GUIDANCE_RULES.unverified(45))
                .with(Share.QUORUM, MORE_THAN_HALF, GUIDANCE_RULES.unverified(38))
                .with(
                        Share.DECISION,
                        MORE_THAN_HALF,
                        GUIDANCE_RULES.unverified(38).asInterpretation())
                .with(Share.CALL, new AtLeast(Ratio.of(1, 3)), GUIDANCE_RULES.unverified(37))
                .with(
                        Share.RECALL_BY_MEMBERS,
                        new AtLeast(Ratio.of(1, 3)),
                        GUIDANCE_RULES.unverified(44))
                .with(
                        Share.RECALL_BY_OWNERS,
                        new AtLeast(Ratio.of(1, 5)),
                        GUIDANCE_RULES.unverified(44))
                .with(Share.REMAINING, HALF, GUIDANCE_RULES.unverified(46))
                .with(FilingOffice.HOUSING_DEPARTMENT, filing)
                .with(FilingOffice.STREET_OFFICE, filing)
                .with(Departure.NO_LONGER_OWNER, GUIDANCE_RULES.unverified(43))
                .with(Departure.CAPACITY_LOST, GUIDANCE_RULES.unverified(43))
                .with(Departure.LIBERTY_RESTRICTED, GUIDANCE_RULES.unverified(43))
                .with(Departure.RESIGNED, GUIDANCE_RULES.unverified(44))
                .with(Departure.RECALLED, CIVIL_CODE.at(278, 1));
    }

    private CommitteeClauses asManagementCommittee() {
        Citation reading = CIVIL_CODE.at(277, 2).asInterpretation();
        CommitteeClauses clauses =
                with(Figure.MIN_MEMBERS, 7, reading)
                        .with(Figure.TERM_MAX_YEARS, 3, reading)
                        .with(Figure.PUBLISH_DAYS, 3, reading)
                        .with(Figure.DISPLAY_WORKING_DAYS, 10, reading)
                        .with(Figure.DISSOLUTION_DAYS, 30, reading)
                        .with(Share.OWNER_SEATS, HALF, reading)
                        .with(Share.QUORUM, MORE_THAN_HALF, reading)
                        .with(Share.OWNER_QUORUM, MORE_THAN_HALF, reading)
                        .with(Share.DECISION, MORE_THAN_HALF, reading)
                        .with(Share.CALL, new AtLeast(Ratio.of(1, 3)), reading)
                        .with(Side.RESIDENTS_COMMITTEE, reading);
        return Stream.<Option>of(
                        Ground.NO_CONDITIONS,
                        Ground.REAL_DIFFICULTY,
                        Ground.NO_COMMITTEE_ELECTED,
                        Departure.NO_LONGER_OWNER,
                        Departure.CAPACITY_LOST,
                        Departure.RESIGNED,
                        Departure.REPLACED)
                .reduce(clauses, (all, option) -> all.with(option, reading), (a, b) -> b);
    }

    /**
     * The same law with one figure set or replaced.
     *
     * @param figure which
     * @param value at least 1
     * @param sources where it stands, at least one
     * @return the changed clauses
     */
    public CommitteeClauses with(Figure figure, int value, Citation... sources) {
        if (value < 1) {
            throw new IllegalArgumentException(figure + " is below 1: " + value);
        }
        Map<Figure, Clause<Integer>> changed = new EnumMap<>(Figure.class);
        changed.putAll(figures);
        changed.put(figure, new Clause<>(value, List.of(sources)));
        return new CommitteeClauses(kind, changed, shares, options);
    }

    /**
     * The same law with one share set or replaced.
     *
     * @param share which
     * @param value the threshold
     * @param sources where it stands, at least one
     * @return the changed clauses
     */
    public CommitteeClauses with(Share share, Threshold value, Citation... sources) {
        Map<Share, Clause<Threshold>> changed = new EnumMap<>(Share.class);
        changed.putAll(shares);
        changed.put(share, new Clause<>(value, List.of(sources)));
        return new CommitteeClauses(kind, figures, changed, options);
    }

    /**
     * The same law with one option taken.
     *
     * @param option which
     * @param sources where it stands, at least one
     * @return the changed clauses
     */
    public CommitteeClauses with(Option option, Citation... sources) {
        Map<Option, List<Citation>> changed = new LinkedHashMap<>(options);
        changed.put(option, new Clause<>(option, List.of(sources)).citations());
        return new CommitteeClauses(kind, figures, shares, changed);
    }

    /**
     * The same law without any option of a list, so that a local list can take its place, for
     * example the street office as the only one to file with.
     *
     * @param list for example {@code FilingOffice.class}
     * @return the changed clauses
     */
    public CommitteeClauses without(Class<? extends Option> list) {
        Map<Option, List<Citation>> changed = new LinkedHashMap<>(options);
        changed.keySet().removeIf(list::isInstance);
        return new CommitteeClauses(kind, figures, shares, changed);
    }

    /**
     * Which kind of body it is for.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    Optional<Clause<Integer>> figure(Figure figure) {
        return Optional.ofNullable(figures.get(figure));
    }

    Optional<Clause<Threshold>> share(Share share) {
        return Optional.ofNullable(shares.get(share));
    }

    /**
     * The sources of an option.
     *
     * @param option which
     * @return empty where the law does not take it
     */
    public List<Citation> sources(Option option) {
        return options.getOrDefault(option, List.of());
    }

    /**
     * The options of one list that the law takes.
     *
     * @param list for example {@code FilingOffice.class}
     * @param <T> the list
     * @return in the order in which they were taken
     */
    public <T extends Option> List<T> options(Class<T> list) {
        return options.keySet().stream().filter(list::isInstance).map(list::cast).toList();
    }
}
