package io.github.xinyi.governance.voting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xinyi.governance.committee.ReservedMatters;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever of the law on decisions and bodies is known only from elsewhere, or is our reading, is
 * on one list, and what carries it in the code says so.
 *
 * <p>The list was written from a collection of the law that is no file of this repository, so no
 * build can see an item that the list forgets. What can be seen is the other way: whatever the code
 * cites as unverified, and every marked clause of the nation, is on the list. Readings of ours that
 * are no item of that collection stand in docs/law.md, which {@code RuleRegisterTest} holds to the
 * rules.
 */
class RulebookItemsTest {

    /** Whose text nobody who wrote this had at hand. */
    private static final Set<String> NOT_AT_HAND = Set.of("GR", "FEE", "FUND", "CPC", "CPC-B");

    private record Item(String section, String carrier, Standing standing) {

        static Item read(String line) {
            String[] cells = line.split("\\|", -1);
            return new Item(cells[0] + " " + cells[1], cells[2], Standing.valueOf(cells[3]));
        }
    }

    static Stream<Item> items() {
        try (InputStream in =
                Objects.requireNonNull(
                        RulebookItemsTest.class.getResourceAsStream("rulebook-items.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(Item::read)
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyItemThatIsNoReadTextIsMarkedWhereTheCodeUsesIt(Item item) {
        assertThat(carriers()).containsKey(item.carrier());
        assertThat(carriers().get(item.carrier()))
                .as(item.section())
                .isNotEmpty()
                .anyMatch(source -> source.standing() == item.standing())
                .noneMatch(source -> weaker(source, item));
    }

    private static boolean weaker(Citation source, Item item) {
        return item.standing() == Standing.UNVERIFIED
                && NOT_AT_HAND.contains(source.instrument().id())
                && source.standing() != Standing.UNVERIFIED;
    }

    /** The other way: no clause of the nation is marked that is not on the list. */
    @Test
    void everyMarkedClauseOfTheNationIsOnTheList() {
        Set<String> listed = items().map(Item::carrier).collect(Collectors.toSet());

        assertThat(
                        RegionProfile.national().clauses().stream()
                                .filter(
                                        clause ->
                                                clause.basis().stream()
                                                        .anyMatch(
                                                                c ->
                                                                        c.standing()
                                                                                != Standing
                                                                                        .TEXT_READ))
                                .map(clause -> "clause " + clause.key()))
                .hasSizeGreaterThan(40)
                .allMatch(listed::contains);
    }

    /** And whatever cites a text that nobody had at hand is on it too. */
    @Test
    void everythingThatCitesATextNotAtHandIsOnTheList() {
        Set<String> listed = items().map(Item::carrier).collect(Collectors.toSet());

        assertThat(
                        carriers().entrySet().stream()
                                .filter(
                                        carrier ->
                                                carrier.getValue().stream()
                                                        .anyMatch(
                                                                c ->
                                                                        c.standing()
                                                                                == Standing
                                                                                        .UNVERIFIED))
                                .map(Map.Entry::getKey))
                .hasSizeGreaterThan(35)
                .allMatch(listed::contains);
    }

    /** No rule and no clause cites as read, or as our reading, a text that nobody had at hand. */
    @Test
    void nothingCitesATextThatWasNotAtHandAsReadOrAsOurReading() {
        List<Citation> all =
                carriers().values().stream()
                        .flatMap(Collection::stream)
                        .filter(source -> NOT_AT_HAND.contains(source.instrument().id()))
                        .toList();

        assertThat(all)
                .hasSizeGreaterThan(25)
                .allMatch(source -> source.standing() == Standing.UNVERIFIED);
        assertThat(all)
                .as("what rests on article 37 of the Guidance Rules")
                .filteredOn(source -> source.toString().equals("GR art. 37"))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aTextThatWasNotAtHandCanNotBeCitedAsRead(Statutes statute) {
        assertThat(statute.isAtHand()).isEqualTo(!NOT_AT_HAND.contains(statute.instrument().id()));
        if (!statute.isAtHand()) {
            assertThatIllegalStateException().isThrownBy(() -> statute.at(37));
            assertThatIllegalStateException().isThrownBy(() -> statute.at(37, 1));
        }
        assertThat(statute.unverified(37).asInterpretation()).isEqualTo(statute.unverified(37));
    }

    /** What carries an item of the law, by kind and name, with its sources. */
    private static Map<String, Collection<Citation>> carriers() {
        Map<String, Collection<Citation>> all = new TreeMap<>();
        for (Clause<?> clause : RegionProfile.national().clauses()) {
            all.put("clause " + clause.key(), clause.basis());
        }
        Words.constants(Rule.class).forEach(rule -> all.put("rule " + rule.code(), rule.basis()));
        all.put("ruling committee.reserved-matter", ReservedMatters.ofAManagementCommittee());
        VotingFinding.Readings readings =
                new VotingFinding.Readings(RuleSet.CIVIL_CODE_2021, Matter.MANAGER_APPOINTMENT);
        readingsOf(readings).forEach(name -> all.put("reading " + name, readings.basis()));
        for (VotingFinding finding : findings(readings)) {
            all.put("rule " + finding.rule(), finding.basis());
        }
        for (TrustMatter matter : TrustMatter.values()) {
            all.put("trust " + matter, List.of(matter.citation()));
        }
        for (Business business : Business.values()) {
            all.put("business " + business, business.basis());
        }
        for (SetAside.Reason reason : SetAside.Reason.values()) {
            all.put("aside " + reason.code(), reason.basis());
        }
        return all;
    }

    private static List<VotingFinding> findings(VotingFinding readings) {
        return List.of(
                readings,
                new VotingFinding.RuleSetDate(RuleSet.CIVIL_CODE_2021, LocalDate.of(2021, 1, 1)),
                new VotingFinding.Contested(
                        MotionResult.Result.REJECTED, MotionResult.Result.PASSED),
                new VotingFinding.NoticeDays(
                        LocalDate.of(2024, 12, 1),
                        LocalDate.of(2024, 12, 16),
                        RuleSet.CIVIL_CODE_2021));
    }

    /** For example {@code I01-I10, I45} name by name. */
    private static Set<String> readingsOf(VotingFinding.Readings readings) {
        return Arrays.stream(requireNonNull(readings.evidence().get("items")).split(", "))
                .flatMap(
                        part -> {
                            int[] ends =
                                    Arrays.stream(part.split("-"))
                                            .mapToInt(end -> Integer.parseInt(end.substring(1)))
                                            .toArray();
                            return IntStream.rangeClosed(ends[0], ends[ends.length - 1])
                                    .mapToObj(number -> String.format("I%02d", number));
                        })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
