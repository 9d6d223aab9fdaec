package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.law.Statutes.CIVIL_CODE;

import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Count;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.Deputies;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Sender;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.committee.Option.Stop;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.ClauseKey;
import io.github.xinyi.governance.region.Clauses;
import io.github.xinyi.governance.region.Clauses.Committee.Attendance;
import io.github.xinyi.governance.region.Clauses.Committee.SealPurpose;
import io.github.xinyi.governance.region.Clauses.ManagementCommittee.DayCount;
import io.github.xinyi.governance.region.Parity;
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
import org.jspecify.annotations.Nullable;

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

    private static final Map<LegalNumber, ClauseKey<Integer>> FIGURES =
            Map.ofEntries(
                    Map.entry(LegalNumber.MIN_MEMBERS, Clauses.Committee.LEAST),
                    Map.entry(LegalNumber.MAX_MEMBERS, Clauses.Committee.MOST),
                    Map.entry(LegalNumber.SMALL_MIN_MEMBERS, Clauses.Committee.SMALL_LEAST),
                    Map.entry(LegalNumber.SMALL_HOUSEHOLDS, Clauses.Committee.SMALL_HOUSEHOLDS),
                    Map.entry(LegalNumber.TERM_MIN_YEARS, Clauses.Committee.TERM_LEAST_YEARS),
                    Map.entry(LegalNumber.TERM_MAX_YEARS, Clauses.Committee.TERM_MOST_YEARS),
                    Map.entry(LegalNumber.NOTICE_DAYS, Clauses.Committee.SESSION_NOTICE_DAYS),
                    Map.entry(LegalNumber.CALL_DAYS, Clauses.Committee.CALL_DAYS),
                    Map.entry(LegalNumber.MEETING_MONTHS, Clauses.Committee.MEETING_MONTHS),
                    Map.entry(LegalNumber.OFFICERS_DAYS, Clauses.Committee.FIRST_MEETING_DAYS),
                    Map.entry(LegalNumber.FILING_DAYS, Clauses.Committee.FILING_DAYS),
                    Map.entry(LegalNumber.CHANGE_FILING_DAYS, Clauses.Committee.CHANGE_FILING_DAYS),
                    Map.entry(LegalNumber.PUBLISH_DAYS, Clauses.Committee.PUBLISH_DAYS),
                    Map.entry(LegalNumber.SEAL_PUBLICATION_MONTHS, Clauses.Disclosure.SEAL_MONTHS),
                    Map.entry(LegalNumber.REPORT_MONTHS, Clauses.Committee.TERM_REPORT_MONTHS),
                    Map.entry(LegalNumber.ELECTION_DAYS, Clauses.Committee.TERM_ELECTION_DAYS),
                    Map.entry(
                            LegalNumber.LEAVER_HANDOVER_DAYS,
                            Clauses.Committee.MEMBER_HANDOVER_DAYS),
                    Map.entry(LegalNumber.HANDOVER_DAYS, Clauses.Committee.HANDOVER_DAYS));
    private static final Map<LegalShare, ClauseKey<Threshold>> SHARES =
            Map.of(
                    LegalShare.QUORUM, Clauses.Committee.QUORUM,
                    LegalShare.DECISION, Clauses.Committee.DECISION,
                    LegalShare.CALL, Clauses.Committee.CALL,
                    LegalShare.SEAL_SIGNATURES, Clauses.Committee.SEAL_SIGNATURES,
                    LegalShare.ELECTED, Clauses.Committee.ELECTED,
                    LegalShare.REMAINING, Clauses.Committee.REMAINING,
                    LegalShare.ABSENCE, Clauses.Committee.ABSENCE,
                    LegalShare.RECALL_BY_MEMBERS, Clauses.Committee.RECALL_MEMBERS,
                    LegalShare.RECALL_BY_OWNERS, Clauses.Committee.RECALL_HEADS,
                    LegalShare.RECALL_BY_AREA, Clauses.Committee.RECALL_AREA);
    private static final Map<LegalNumber, ClauseKey<Integer>> MANAGEMENT_FIGURES =
            Map.of(
                    LegalNumber.MIN_MEMBERS, Clauses.ManagementCommittee.LEAST,
                    LegalNumber.MAX_MEMBERS, Clauses.ManagementCommittee.MOST,
                    LegalNumber.SIDE_MOST, Clauses.ManagementCommittee.SIDE_MOST,
                    LegalNumber.TERM_MAX_YEARS, Clauses.ManagementCommittee.TERM_MOST_YEARS,
                    LegalNumber.LIST_SHOWN_DAYS, Clauses.ManagementCommittee.LIST_NOTICE_DAYS,
                    LegalNumber.PUBLISH_DAYS, Clauses.ManagementCommittee.PUBLISH_DAYS,
                    LegalNumber.DISSOLUTION_DAYS, Clauses.ManagementCommittee.DISSOLVE_DAYS,
                    LegalNumber.FORMATION_MONTHS, Clauses.ManagementCommittee.OFFICE_MONTHS,
                    LegalNumber.FILING_DAYS, Clauses.ManagementCommittee.FILING_DAYS,
                    LegalNumber.HANDOVER_DAYS, Clauses.ManagementCommittee.HANDOVER_DAYS);
    private static final Map<LegalShare, ClauseKey<Threshold>> MANAGEMENT_SHARES =
            Map.of(
                    LegalShare.APPLICATION, Clauses.ManagementCommittee.APPLICANT_HEADS,
                    LegalShare.OWNER_SEATS, Clauses.ManagementCommittee.OWNERS,
                    LegalShare.QUORUM, Clauses.ManagementCommittee.QUORUM,
                    LegalShare.OWNER_QUORUM, Clauses.ManagementCommittee.OWNERS_QUORUM,
                    LegalShare.DECISION, Clauses.ManagementCommittee.DECISION,
                    LegalShare.SEAL_SIGNATURES, Clauses.Committee.SEAL_SIGNATURES,
                    LegalShare.CALL, Clauses.ManagementCommittee.CALL);

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
        CommitteeClauses law = laid(profile, figures());
        law =
                kind == Kind.OWNERS_COMMITTEE
                        ? law.sharesOf(profile, shares())
                                .smallArea(profile)
                                .offices(profile)
                                .listed(profile, Clauses.Committee.BARS, Bar.class)
                                .listed(profile, Clauses.Committee.NOMINATORS, Nominator.class)
                                .listed(profile, Clauses.Committee.DEPARTURES, Departure.class)
                                .with(Departure.RECALLED, CIVIL_CODE.at(278, 1))
                        : law.sharesOf(profile, shares())
                                .display(profile)
                                .chair(profile)
                                .deputies(profile)
                                .listed(profile, Clauses.ManagementCommittee.GROUNDS, Ground.class)
                                .listed(profile, Clauses.ManagementCommittee.SIDES, Sender.class)
                                .composition(profile)
                                .listed(profile, Clauses.ManagementCommittee.BARS, Bar.class)
                                .listed(
                                        profile,
                                        Clauses.ManagementCommittee.DEPARTURES,
                                        Departure.class)
                                .stop(profile)
                                .managementOffice(profile);
        law = law.parity(profile).attendance(profile).alternates(profile).sealUse(profile);
        return new CommitteeClauses(kind, law.figures, law.shares, law.options, profile.notices());
    }

    private CommitteeClauses laid(
            RegionProfile profile, Map<LegalNumber, ClauseKey<Integer>> keys) {
        CommitteeClauses law = this;
        for (Map.Entry<LegalNumber, ClauseKey<Integer>> key : keys.entrySet()) {
            law = law.figure(key.getKey(), profile.find(key.getValue()), 1);
        }
        return law;
    }

    private CommitteeClauses figure(
            LegalNumber figure, Optional<Clause<Integer>> found, int scale) {
        return found.map(c -> with(figure, Math.multiplyExact(c.value(), scale), array(c.basis())))
                .orElse(this);
    }

    private CommitteeClauses sharesOf(
            RegionProfile profile, Map<LegalShare, ClauseKey<Threshold>> keys) {
        CommitteeClauses law = this;
        for (Map.Entry<LegalShare, ClauseKey<Threshold>> key : keys.entrySet()) {
            CommitteeClauses before = law;
            law =
                    profile.find(key.getValue())
                            .map(c -> before.with(key.getKey(), c.value(), array(c.basis())))
                            .orElse(before);
        }
        return law;
    }

    /** A profile counts in m², a roster in 0.01 m². */
    private CommitteeClauses smallArea(RegionProfile profile) {
        return figure(
                LegalNumber.SMALL_AREA_SQUARE_DECIMETRES,
                profile.find(Clauses.Committee.SMALL_SQUARE_METRES),
                100);
    }

    private CommitteeClauses offices(RegionProfile profile) {
        return profile.find(Clauses.Committee.FILING_OFFICES)
                .map(
                        c -> {
                            CommitteeClauses street =
                                    without(FilingOffice.class)
                                            .with(FilingOffice.STREET_OFFICE, array(c.basis()));
                            return switch (c.value()) {
                                case STREET -> street;
                                case HOUSING_AND_STREET ->
                                        street.with(
                                                FilingOffice.HOUSING_DEPARTMENT, array(c.basis()));
                            };
                        })
                .orElse(this);
    }

    /** A local list takes the place of the one before. */
    private <T extends Enum<T> & Option> CommitteeClauses listed(
            RegionProfile profile, ClauseKey<List<String>> key, Class<T> list) {
        CommitteeClauses law = this;
        Optional<Clause<List<String>>> found = profile.find(key);
        if (found.isPresent()) {
            law = without(list);
            for (String word : found.get().value()) {
                law = law.with(Enum.valueOf(list, word), array(found.get().basis()));
            }
        }
        return law;
    }

    private CommitteeClauses parity(RegionProfile profile) {
        ClauseKey<Parity> key =
                kind == Kind.OWNERS_COMMITTEE
                        ? Clauses.Committee.PARITY
                        : Clauses.ManagementCommittee.PARITY;
        return profile.find(key)
                .map(
                        c ->
                                switch (c.value()) {
                                    case ODD -> with(Count.ODD, array(c.basis()));
                                    case ANY -> without(Count.class);
                                })
                .orElse(this);
    }

    private CommitteeClauses attendance(RegionProfile profile) {
        ClauseKey<Attendance> key =
                kind == Kind.OWNERS_COMMITTEE
                        ? Clauses.Committee.ATTENDANCE
                        : Clauses.ManagementCommittee.ATTENDANCE;
        return profile.find(key)
                .map(
                        c ->
                                switch (c.value()) {
                                    case IN_PERSON ->
                                            with(Option.Attendance.IN_PERSON, array(c.basis()));
                                    case BY_PROXY -> without(Option.Attendance.class);
                                })
                .orElse(this);
    }

    private CommitteeClauses sealUse(RegionProfile profile) {
        ClauseKey<SealPurpose> key =
                kind == Kind.OWNERS_COMMITTEE
                        ? Clauses.Committee.SEAL_USE
                        : Clauses.ManagementCommittee.SEAL_USE;
        return profile.find(key)
                .map(
                        c ->
                                without(Option.SealPurpose.class)
                                        .with(
                                                switch (c.value()) {
                                                    case AS_DECIDED ->
                                                            Option.SealPurpose.AS_DECIDED;
                                                    case OWN_AS_DECIDED ->
                                                            Option.SealPurpose.OWN_AS_DECIDED;
                                                },
                                                array(c.basis())))
                .orElse(this);
    }

    /** Only an owners' committee has alternates. */
    private CommitteeClauses alternates(RegionProfile profile) {
        return profile.find(Clauses.Committee.ALTERNATES)
                .filter(c -> kind == Kind.OWNERS_COMMITTEE)
                .map(
                        c ->
                                switch (c.value()) {
                                    case AS_MANY_AS_SEATS ->
                                            with(
                                                    Option.Succession.AS_MANY_AS_SEATS,
                                                    array(c.basis()));
                                    case ANY -> without(Option.Succession.class);
                                })
                .orElse(this);
    }

    private CommitteeClauses stop(RegionProfile profile) {
        return profile.find(Clauses.ManagementCommittee.STOP)
                .map(
                        c ->
                                without(Stop.class)
                                        .with(
                                                switch (c.value()) {
                                                    case ON_ELECTION -> Stop.ON_ELECTION;
                                                    case ON_FILING -> Stop.ON_FILING;
                                                },
                                                array(c.basis())))
                .orElse(this);
    }

    /** A property management committee is filed with the office that formed it. */
    private CommitteeClauses managementOffice(RegionProfile profile) {
        return profile.find(Clauses.ManagementCommittee.FILING_DAYS)
                .map(c -> with(FilingOffice.STREET_OFFICE, array(c.basis())))
                .orElse(this);
    }

    /** A region counts a display in working days or in plain days, never in both. */
    private CommitteeClauses display(RegionProfile profile) {
        boolean plain =
                profile.find(Clauses.ManagementCommittee.DISPLAY_COUNT)
                        .filter(c -> c.value() == DayCount.CALENDAR)
                        .isPresent();
        LegalNumber figure = plain ? LegalNumber.DISPLAY_DAYS : LegalNumber.DISPLAY_WORKING_DAYS;
        LegalNumber other = plain ? LegalNumber.DISPLAY_WORKING_DAYS : LegalNumber.DISPLAY_DAYS;
        return profile.find(Clauses.ManagementCommittee.DISPLAY_DAYS)
                .map(c -> without(other).with(figure, c.value(), array(c.basis())))
                .orElse(this);
    }

    private CommitteeClauses without(LegalNumber figure) {
        Map<LegalNumber, Sourced<Integer>> changed = new EnumMap<>(LegalNumber.class);
        changed.putAll(figures);
        changed.remove(figure);
        return new CommitteeClauses(kind, changed, shares, options, notices);
    }

    private CommitteeClauses chair(RegionProfile profile) {
        return profile.find(Clauses.ManagementCommittee.CHAIR)
                .map(
                        c ->
                                without(Side.class)
                                        .with(
                                                switch (c.value()) {
                                                    case NEIGHBOURHOOD_COMMITTEE ->
                                                            Side.RESIDENTS_COMMITTEE;
                                                    case STREET_OFFICE -> Side.STREET_OFFICE;
                                                },
                                                array(c.basis())))
                .orElse(this);
    }

    private CommitteeClauses composition(RegionProfile profile) {
        return profile.find(Clauses.ManagementCommittee.COMPOSITION)
                .map(
                        c ->
                                switch (c.value()) {
                                    case CLOSED ->
                                            with(Option.Composition.CLOSED, array(c.basis()));
                                })
                .orElse(this);
    }

    private CommitteeClauses deputies(RegionProfile profile) {
        return profile.find(Clauses.ManagementCommittee.DEPUTIES)
                .map(
                        c ->
                                switch (c.value()) {
                                    case OWNERS -> with(Deputies.OWNERS, array(c.basis()));
                                })
                .orElse(this);
    }

    private static Citation[] array(List<Citation> basis) {
        return basis.toArray(Citation[]::new);
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
        if (value < 1) {
            throw new IllegalArgumentException(figure + " is below 1: " + value);
        }
        requireFloors(figures().get(figure), value);
        Map<LegalNumber, Sourced<Integer>> changed = new EnumMap<>(LegalNumber.class);
        changed.putAll(figures);
        changed.put(figure, new Sourced<>(value, List.of(sources)));
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
        requireFloors(shares().get(share), value);
        Map<LegalShare, Sourced<Threshold>> changed = new EnumMap<>(LegalShare.class);
        changed.putAll(shares);
        changed.put(share, new Sourced<>(value, List.of(sources)));
        return new CommitteeClauses(kind, figures, changed, options, notices);
    }

    private Map<LegalNumber, ClauseKey<Integer>> figures() {
        return kind == Kind.OWNERS_COMMITTEE ? FIGURES : MANAGEMENT_FIGURES;
    }

    private Map<LegalShare, ClauseKey<Threshold>> shares() {
        return kind == Kind.OWNERS_COMMITTEE ? SHARES : MANAGEMENT_SHARES;
    }

    /** Whatever its source, no clause goes below what no profile may go below. */
    private static <T> void requireFloors(@Nullable ClauseKey<T> key, T value) {
        if (key != null && !key.keepsFloors(value)) {
            throw new IllegalArgumentException(key + " below the nation's: " + value);
        }
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
        changed.put(option, new Sourced<>(option, List.of(sources)).citations());
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
