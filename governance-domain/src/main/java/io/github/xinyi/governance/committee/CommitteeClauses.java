package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.law.Statutes.CIVIL_CODE;

import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The law in force for one kind of body at one place: figures, shares and options, each with its
 * sources. Start from {@link #national} and lay the local clauses over it, those of a profile by
 * {@link #under}. Immutable.
 *
 * <p>No clause reaches the rule that a committee never decides the nine matters.
 *
 * @since 0.1.0
 */
public final class CommitteeClauses {

    private final Kind kind;
    private final Map<LegalNumber, Sourced<Integer>> figures;
    private final Map<LegalShare, Sourced<Threshold>> shares;
    private final Map<Option, List<Citation>> options;
    private final List<Finding> notices;

    private CommitteeClauses(
            Kind kind,
            Map<LegalNumber, Sourced<Integer>> figures,
            Map<LegalShare, Sourced<Threshold>> shares,
            Map<Option, List<Citation>> options,
            List<Finding> notices) {
        this.kind = kind;
        this.notices = List.copyOf(notices);
        this.figures = Collections.unmodifiableMap(figures);
        this.shares = Collections.unmodifiableMap(shares);
        this.options = Collections.unmodifiableMap(options);
    }

    /** What the nation's profile says; read once. */
    private static final class National {

        private static final Map<Kind, CommitteeClauses> CLAUSES = new EnumMap<>(Kind.class);

        static {
            for (Kind kind : Kind.values()) {
                CLAUSES.put(kind, empty(kind).under(RegionProfile.national()));
            }
        }
    }

    /**
     * What holds where no local law is known, all of it from the profile of the nation but how a
     * membership of a property management committee ends, which no text of the nation says.
     *
     * @param kind which kind of body
     * @return the guidance rules for an owners' committee; for the other kind, which no national
     *     text knows, our reading along the local models
     */
    public static CommitteeClauses national(Kind kind) {
        return Objects.requireNonNull(National.CLAUSES.get(kind), kind.name());
    }

    private static CommitteeClauses empty(Kind kind) {
        CommitteeClauses none =
                new CommitteeClauses(
                        kind,
                        new EnumMap<>(LegalNumber.class),
                        new EnumMap<>(LegalShare.class),
                        new LinkedHashMap<>(),
                        List.of());
        return switch (kind) {
            case OWNERS_COMMITTEE -> none;
            case PROPERTY_MANAGEMENT_COMMITTEE -> none.withManagementDepartures();
        };
    }

    /** Our reading where no text says how such a membership ends. */
    private CommitteeClauses withManagementDepartures() {
        Citation reading = CIVIL_CODE.at(277, 2).asInterpretation();
        return Stream.<Option>of(
                        Departure.NO_LONGER_OWNER,
                        Departure.CAPACITY_LOST,
                        Departure.RESIGNED,
                        Departure.REPLACED)
                .reduce(this, (all, option) -> all.with(option, reading), (one, other) -> other);
    }

    /**
     * The same law with every figure and every list of options of a region laid over it; a list
     * that the profile does not hold stays as it is. A recall by the owners ends a membership
     * whatever a local list says.
     *
     * @param profile the region's clauses
     * @return the changed clauses, each with the sources of the profile, whose notices every ruling
     *     under them shows
     */
    public CommitteeClauses under(RegionProfile profile) {
        CommitteeClauses law =
                LegalOptions.laid(LegalFigures.of(kind).laid(this, profile), profile);
        return new CommitteeClauses(kind, law.figures, law.shares, law.options, profile.notices());
    }

    /**
     * The same law with one figure set or replaced.
     *
     * @param figure which
     * @param value at least 1, and not below the floor that profiles have
     * @param sources where it stands, at least one
     * @return the changed clauses
     * @throws IllegalArgumentException if the value is below that floor
     */
    public CommitteeClauses with(LegalNumber figure, int value, Citation... sources) {
        return with(figure, value, List.of(sources));
    }

    CommitteeClauses with(LegalNumber figure, int value, List<Citation> sources) {
        if (value < 1) {
            throw new IllegalArgumentException(figure + " is below 1: " + value);
        }
        LegalFigures.of(kind).requireFloor(figure, value);
        Map<LegalNumber, Sourced<Integer>> changed = new EnumMap<>(LegalNumber.class);
        changed.putAll(figures);
        changed.put(figure, new Sourced<>(value, sources));
        return new CommitteeClauses(kind, changed, shares, options, notices);
    }

    CommitteeClauses without(LegalNumber figure) {
        Map<LegalNumber, Sourced<Integer>> changed = new EnumMap<>(LegalNumber.class);
        changed.putAll(figures);
        changed.remove(figure);
        return new CommitteeClauses(kind, changed, shares, options, notices);
    }

    /**
     * The same law with one share set or replaced.
     *
     * @param share which
     * @param value the threshold, not below the floor that profiles have
     * @param sources where it stands, at least one
     * @return the changed clauses
     * @throws IllegalArgumentException if the value is below that floor, for example a decision by
     *     a hundredth of the members
     */
    public CommitteeClauses with(LegalShare share, Threshold value, Citation... sources) {
        return with(share, value, List.of(sources));
    }

    CommitteeClauses with(LegalShare share, Threshold value, List<Citation> sources) {
        LegalFigures.of(kind).requireFloor(share, value);
        Map<LegalShare, Sourced<Threshold>> changed = new EnumMap<>(LegalShare.class);
        changed.putAll(shares);
        changed.put(share, new Sourced<>(value, sources));
        return new CommitteeClauses(kind, figures, changed, options, notices);
    }

    /**
     * The same law with one option taken.
     *
     * @param option which
     * @param sources where it stands, at least one
     * @return the changed clauses
     */
    public CommitteeClauses with(Option option, Citation... sources) {
        return with(option, List.of(sources));
    }

    CommitteeClauses with(Option option, List<Citation> sources) {
        Map<Option, List<Citation>> changed = new LinkedHashMap<>(options);
        changed.put(option, new Sourced<>(option, sources).citations());
        return new CommitteeClauses(kind, figures, shares, changed, notices);
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
        return new CommitteeClauses(kind, figures, shares, changed, notices);
    }

    /** The same law with these options in place of a whole list. */
    CommitteeClauses taking(
            Class<? extends Option> list, List<Option> taken, List<Citation> sources) {
        CommitteeClauses law = without(list);
        for (Option option : taken) {
            law = law.with(option, sources);
        }
        return law;
    }

    /**
     * Which kind of body it is for.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * What a ruling under these clauses says of the profile that was laid over them.
     *
     * @return empty where there is none, or where all its texts were read and none contradicts the
     *     nation's
     */
    public List<Finding> notices() {
        return notices;
    }

    Optional<Sourced<Integer>> number(LegalNumber number) {
        return Optional.ofNullable(figures.get(number));
    }

    Optional<Sourced<Threshold>> share(LegalShare share) {
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
