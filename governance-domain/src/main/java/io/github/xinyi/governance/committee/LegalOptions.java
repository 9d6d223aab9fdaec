package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.law.Statutes.CIVIL_CODE;

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
import io.github.xinyi.governance.committee.Option.Succession;
import io.github.xinyi.governance.region.ClauseKey;
import io.github.xinyi.governance.region.ManagementCommitteeClauses;
import io.github.xinyi.governance.region.OwnersCommitteeClauses;
import io.github.xinyi.governance.region.Parity;
import io.github.xinyi.governance.region.RegionProfile;
import java.util.List;
import java.util.function.Function;

/**
 * Which clause of a region's profile takes which options of a kind of body, for example {@code
 * management-committee.chair} the side that takes the chair.
 */
final class LegalOptions {

    /**
     * One clause and what its words mean; where a profile has it, what it takes stands in place of
     * the whole list.
     *
     * @param key the clause
     * @param list the options of which it takes some
     * @param meaning which of them a figure takes; none where it leaves all of them open
     */
    private record Taking<T>(
            ClauseKey<T> key, Class<? extends Option> list, Function<T, List<Option>> meaning) {

        CommitteeClauses laid(CommitteeClauses law, RegionProfile profile) {
            return profile.find(key)
                    .map(c -> law.taking(list, meaning.apply(c.value()), c.basis()))
                    .orElse(law);
        }
    }

    private static final List<Taking<?>> OWNERS_COMMITTEE =
            List.of(
                    new Taking<>(
                            OwnersCommitteeClauses.FILING_OFFICES,
                            FilingOffice.class,
                            LegalOptions::offices),
                    named(OwnersCommitteeClauses.BARS, Bar.class),
                    named(OwnersCommitteeClauses.NOMINATORS, Nominator.class),
                    named(OwnersCommitteeClauses.DEPARTURES, Departure.class),
                    parity(OwnersCommitteeClauses.PARITY),
                    attendance(OwnersCommitteeClauses.ATTENDANCE),
                    new Taking<>(
                            OwnersCommitteeClauses.DELEGATION,
                            Option.Delegation.class,
                            LegalOptions::delegation),
                    new Taking<>(
                            OwnersCommitteeClauses.ALTERNATES,
                            Succession.class,
                            LegalOptions::alternates),
                    sealUse(OwnersCommitteeClauses.SEAL_USE));

    private static final List<Taking<?>> MANAGEMENT_COMMITTEE =
            List.of(
                    new Taking<>(ManagementCommitteeClauses.CHAIR, Side.class, LegalOptions::chair),
                    new Taking<>(
                            ManagementCommitteeClauses.DEPUTIES,
                            Deputies.class,
                            LegalOptions::deputies),
                    named(ManagementCommitteeClauses.GROUNDS, Ground.class),
                    named(ManagementCommitteeClauses.SIDES, Sender.class),
                    new Taking<>(
                            ManagementCommitteeClauses.COMPOSITION,
                            Option.Composition.class,
                            LegalOptions::composition),
                    named(ManagementCommitteeClauses.BARS, Bar.class),
                    named(ManagementCommitteeClauses.DEPARTURES, Departure.class),
                    new Taking<>(ManagementCommitteeClauses.STOP, Stop.class, LegalOptions::stop),
                    parity(ManagementCommitteeClauses.PARITY),
                    attendance(ManagementCommitteeClauses.ATTENDANCE),
                    sealUse(ManagementCommitteeClauses.SEAL_USE));

    private LegalOptions() {}

    /** The law with every option that a profile takes laid over it. */
    static CommitteeClauses laid(CommitteeClauses law, RegionProfile profile) {
        return switch (law.kind()) {
            case OWNERS_COMMITTEE -> recall(laid(law, profile, OWNERS_COMMITTEE));
            case PROPERTY_MANAGEMENT_COMMITTEE ->
                    office(laid(law, profile, MANAGEMENT_COMMITTEE), profile);
        };
    }

    private static CommitteeClauses laid(
            CommitteeClauses law, RegionProfile profile, List<Taking<?>> takings) {
        CommitteeClauses laid = law;
        for (Taking<?> taking : takings) {
            laid = taking.laid(laid, profile);
        }
        return laid;
    }

    /** The owners can recall their member whatever a local list says. */
    private static CommitteeClauses recall(CommitteeClauses law) {
        return law.with(Departure.RECALLED, CIVIL_CODE.at(278, 1));
    }

    /** A property management committee is filed with the office that formed it. */
    private static CommitteeClauses office(CommitteeClauses law, RegionProfile profile) {
        return profile.find(ManagementCommitteeClauses.FILING_DAYS)
                .map(c -> law.with(FilingOffice.STREET_OFFICE, c.basis()))
                .orElse(law);
    }

    /** A list whose words are the names of the options. */
    private static <E extends Enum<E> & Option> Taking<List<String>> named(
            ClauseKey<List<String>> key, Class<E> list) {
        return new Taking<>(
                key,
                list,
                words -> words.stream().<Option>map(word -> Enum.valueOf(list, word)).toList());
    }

    private static Taking<Parity> parity(ClauseKey<Parity> key) {
        return new Taking<>(
                key,
                Count.class,
                parity ->
                        switch (parity) {
                            case ODD -> List.of(Count.ODD);
                            case ANY -> List.of();
                        });
    }

    private static Taking<OwnersCommitteeClauses.Attendance> attendance(
            ClauseKey<OwnersCommitteeClauses.Attendance> key) {
        return new Taking<>(
                key,
                Option.Attendance.class,
                attendance ->
                        switch (attendance) {
                            case IN_PERSON -> List.of(Option.Attendance.IN_PERSON);
                            case BY_PROXY -> List.of();
                        });
    }

    private static Taking<OwnersCommitteeClauses.SealPurpose> sealUse(
            ClauseKey<OwnersCommitteeClauses.SealPurpose> key) {
        return new Taking<>(
                key,
                Option.SealPurpose.class,
                purpose ->
                        switch (purpose) {
                            case AS_DECIDED -> List.of(Option.SealPurpose.AS_DECIDED);
                            case OWN_AS_DECIDED -> List.of(Option.SealPurpose.OWN_AS_DECIDED);
                        });
    }

    private static List<Option> offices(OwnersCommitteeClauses.FilingOffices offices) {
        return switch (offices) {
            case STREET -> List.of(FilingOffice.STREET_OFFICE);
            case HOUSING_AND_STREET ->
                    List.of(FilingOffice.STREET_OFFICE, FilingOffice.HOUSING_DEPARTMENT);
        };
    }

    private static List<Option> delegation(OwnersCommitteeClauses.Delegation delegation) {
        return switch (delegation) {
            case FORBIDDEN -> List.of(Option.Delegation.FORBIDDEN);
        };
    }

    private static List<Option> alternates(OwnersCommitteeClauses.Alternates alternates) {
        return switch (alternates) {
            case AS_MANY_AS_SEATS -> List.of(Succession.AS_MANY_AS_SEATS);
            case ANY -> List.of();
        };
    }

    private static List<Option> chair(ManagementCommitteeClauses.Chair chair) {
        return switch (chair) {
            case NEIGHBOURHOOD_COMMITTEE -> List.of(Side.RESIDENTS_COMMITTEE);
            case STREET_OFFICE -> List.of(Side.STREET_OFFICE);
        };
    }

    private static List<Option> deputies(ManagementCommitteeClauses.Deputies deputies) {
        return switch (deputies) {
            case OWNERS -> List.of(Deputies.OWNERS);
        };
    }

    private static List<Option> composition(ManagementCommitteeClauses.Composition composition) {
        return switch (composition) {
            case CLOSED -> List.of(Option.Composition.CLOSED);
        };
    }

    private static List<Option> stop(ManagementCommitteeClauses.Stop stop) {
        return switch (stop) {
            case ON_ELECTION -> List.of(Stop.ON_ELECTION);
            case ON_FILING -> List.of(Stop.ON_FILING);
        };
    }
}
