package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.keys.KeyRegister;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stores of budgets, terms and checkpoints that are wrong in one way each, and who says so. */
class BrokenPaperStoresTest {

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                Arguments.of(SortsLines.class, "required_F9_linesComeBackAsDraftedAndInTheirOrder"),
                Arguments.of(
                        RefusesARepeatedBudget.class,
                        "required_L5_theSameBudgetAgainChangesNothing"),
                Arguments.of(
                        ReplacesTheBudget.class,
                        "required_L2_anotherBudgetNeverReplacesTheOneKept"),
                Arguments.of(ReplacesTheBudget.class, "required_L2_oneOfConcurrentBudgetsIsKept"),
                Arguments.of(MixesYears.class, "required_F8_communitiesAndYearsNeverMix"),
                Arguments.of(LosesARevocation.class, "required_D1_termsAndKeysComeBackAsAgreed"),
                Arguments.of(
                        RefusesRepeatedTerms.class, "required_L5_theSameTermsAgainChangeNothing"),
                Arguments.of(ReplacesTheTerms.class, "required_L2_otherTermsNeverReplaceThoseKept"),
                Arguments.of(ReplacesTheTerms.class, "required_L2_oneOfConcurrentTermsIsKept"),
                Arguments.of(MixesContracts.class, "required_F8_twoCommunitiesNeverMix"),
                Arguments.of(TrimsTheNote.class, "required_T3_keepsACheckpointAsItWasPublished"),
                Arguments.of(TakesTheSameMoment.class, "required_T3_refusesOneThatIsNotLater"),
                Arguments.of(
                        TakesASmallerLog.class, "required_T3_refusesASmallerLogAndTakesAnEqualOne"),
                Arguments.of(ListsTheEarliestFirst.class, "required_T3_listsTheLatestFirst"),
                Arguments.of(
                        CoversByTheLatest.class, "required_T3_findsTheEarliestThatCoversARecord"),
                Arguments.of(MixesBooks.class, "required_F8_twoBooksNeverMix"),
                Arguments.of(TakesEverything.class, "required_T3_concurrentPublishersKeepOneLine"));
    }

    private static KillMatrix matrixOf(Class<?> contract) {
        return KillMatrix.of(
                Stream.of(
                                BudgetStoreContract.class,
                                ContractStoreContract.class,
                                CheckpointStoreContract.class)
                        .filter(judge -> judge.isAssignableFrom(contract))
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("brokenStores")
    void aBrokenStoreFailsTheCheckThatIsMeant(Class<?> contract, String check) {
        Set<String> failed = ContractChecks.failed(contract, 4);

        matrixOf(contract).add(contract, failed);
        assertThat(failed).contains(check);
    }

    @AfterAll
    static void writeTheMatrix() {
        KillMatrix.write();
    }

    @Test
    void theUnbrokenStoresPassByTheSameRoute() {
        assertThat(ContractChecks.failed(Budgets.class, 4)).isEmpty();
        assertThat(ContractChecks.failed(Terms.class, 4)).isEmpty();
        assertThat(ContractChecks.failed(Checkpoints.class, 6)).isEmpty();
    }

    /** Keeps budgets by a name that a broken one may choose. */
    static class Budgets extends BudgetStoreContract implements BudgetStore {

        private final Map<String, DraftBudget> kept = new HashMap<>();

        @Override
        protected BudgetStore createStore() {
            return this;
        }

        String name(CommunityId community, int year) {
            return community + " " + year;
        }

        boolean isRefused(DraftBudget there, DraftBudget budget) {
            return !there.equals(budget);
        }

        @Override
        public synchronized void save(DraftBudget budget) {
            String name = name(budget.community(), budget.year());
            DraftBudget there = kept.getOrDefault(name, budget);
            if (kept.containsKey(name) && isRefused(there, budget)) {
                throw new IllegalStateException("another budget is kept: " + name);
            }
            kept.put(name, budget);
        }

        @Override
        public synchronized Optional<DraftBudget> find(CommunityId community, int year) {
            return Optional.ofNullable(kept.get(name(community, year)));
        }
    }

    static class SortsLines extends Budgets {
        @Override
        public synchronized Optional<DraftBudget> find(CommunityId community, int year) {
            return super.find(community, year)
                    .map(
                            there ->
                                    new DraftBudget(
                                            there.community(),
                                            there.year(),
                                            there.lines().stream()
                                                    .sorted(Comparator.comparing(BudgetLine::code))
                                                    .toList()));
        }
    }

    static class RefusesARepeatedBudget extends Budgets {
        @Override
        boolean isRefused(DraftBudget there, DraftBudget budget) {
            return true;
        }
    }

    static class ReplacesTheBudget extends Budgets {
        @Override
        boolean isRefused(DraftBudget there, DraftBudget budget) {
            return false;
        }
    }

    static class MixesYears extends Budgets {
        @Override
        String name(CommunityId community, int year) {
            return community.toString();
        }
    }

    /** Keeps terms by a name that a broken one may choose. */
    static class Terms extends ContractStoreContract implements ContractStore {

        private final Map<String, ContractTerms> kept = new HashMap<>();

        @Override
        protected ContractStore createStore() {
            return this;
        }

        String name(CommunityId community, String id) {
            return community + " " + id;
        }

        boolean isRefused(ContractTerms there, ContractTerms terms) {
            return !there.equals(terms);
        }

        @Override
        public synchronized void save(ContractTerms terms) {
            String name = name(terms.community(), terms.id());
            ContractTerms there = kept.getOrDefault(name, terms);
            if (kept.containsKey(name) && isRefused(there, terms)) {
                throw new IllegalStateException("other terms are kept: " + name);
            }
            kept.put(name, terms);
        }

        @Override
        public synchronized Optional<ContractTerms> find(CommunityId community, String id) {
            return Optional.ofNullable(kept.get(name(community, id)));
        }
    }

    /** A key that was revoked opens again once its terms were read. */
    static class LosesARevocation extends Terms {
        @Override
        public synchronized Optional<ContractTerms> find(CommunityId community, String id) {
            return super.find(community, id)
                    .map(
                            there ->
                                    new ContractTerms(
                                            there.id(),
                                            there.community(),
                                            there.trustee(),
                                            there.ratio(),
                                            there.base(),
                                            there.startInclusive(),
                                            there.endInclusive(),
                                            there.approvalValidDays(),
                                            there.batchMinUnits(),
                                            new KeyRegister(
                                                    there.keys().credentials().subList(0, 2))));
        }
    }

    static class RefusesRepeatedTerms extends Terms {
        @Override
        boolean isRefused(ContractTerms there, ContractTerms terms) {
            return true;
        }
    }

    static class ReplacesTheTerms extends Terms {
        @Override
        boolean isRefused(ContractTerms there, ContractTerms terms) {
            return false;
        }
    }

    static class MixesContracts extends Terms {
        @Override
        String name(CommunityId community, String id) {
            return id;
        }
    }

    /** Keeps checkpoints in one list, and asks of each whether it follows the last one. */
    static class Checkpoints extends CheckpointStoreContract implements CheckpointStore {

        final List<PublishedCheckpoint> kept = new ArrayList<>();

        @Override
        protected CheckpointStore createStore() {
            return this;
        }

        boolean follows(PublishedCheckpoint last, PublishedCheckpoint next) {
            return last.publishedAt().isBefore(next.publishedAt())
                    && last.head().size() <= next.head().size();
        }

        boolean isOf(CommunityId book, PublishedCheckpoint checkpoint) {
            return checkpoint.book().equals(book);
        }

        PublishedCheckpoint shown(PublishedCheckpoint checkpoint) {
            return checkpoint;
        }

        private List<PublishedCheckpoint> all(CommunityId book) {
            return kept.stream().filter(one -> isOf(book, one)).map(this::shown).toList();
        }

        @Override
        public synchronized boolean append(PublishedCheckpoint checkpoint) {
            List<PublishedCheckpoint> all = all(checkpoint.book());
            boolean isNext = all.isEmpty() || follows(all.get(all.size() - 1), checkpoint);
            if (isNext) {
                kept.add(checkpoint);
            }
            return isNext;
        }

        @Override
        public synchronized Optional<PublishedCheckpoint> latest(CommunityId book) {
            return all(book).stream().reduce((earlier, later) -> later);
        }

        @Override
        public synchronized List<PublishedCheckpoint> list(
                CommunityId book, int offset, int limit) {
            List<PublishedCheckpoint> latestFirst = new ArrayList<>();
            all(book).forEach(one -> latestFirst.add(0, one));
            return latestFirst.stream().skip(offset).limit(limit).toList();
        }

        @Override
        public synchronized Optional<PublishedCheckpoint> covering(CommunityId book, long index) {
            return all(book).stream().filter(one -> one.head().size() > index).findFirst();
        }
    }

    static class TrimsTheNote extends Checkpoints {
        @Override
        PublishedCheckpoint shown(PublishedCheckpoint checkpoint) {
            return new PublishedCheckpoint(
                    checkpoint.book(),
                    checkpoint.head(),
                    checkpoint.publishedAt(),
                    checkpoint.note().strip());
        }
    }

    static class TakesTheSameMoment extends Checkpoints {
        @Override
        boolean follows(PublishedCheckpoint last, PublishedCheckpoint next) {
            return !last.publishedAt().isAfter(next.publishedAt())
                    && last.head().size() <= next.head().size();
        }
    }

    static class TakesASmallerLog extends Checkpoints {
        @Override
        boolean follows(PublishedCheckpoint last, PublishedCheckpoint next) {
            return last.publishedAt().isBefore(next.publishedAt());
        }
    }

    static class TakesEverything extends Checkpoints {
        @Override
        boolean follows(PublishedCheckpoint last, PublishedCheckpoint next) {
            return true;
        }
    }

    static class ListsTheEarliestFirst extends Checkpoints {
        @Override
        public synchronized List<PublishedCheckpoint> list(
                CommunityId book, int offset, int limit) {
            List<PublishedCheckpoint> latestFirst = super.list(book, 0, Integer.MAX_VALUE);
            List<PublishedCheckpoint> earliestFirst = new ArrayList<>();
            latestFirst.forEach(one -> earliestFirst.add(0, one));
            return earliestFirst.stream().skip(offset).limit(limit).toList();
        }
    }

    static class CoversByTheLatest extends Checkpoints {
        @Override
        public synchronized Optional<PublishedCheckpoint> covering(CommunityId book, long index) {
            return latest(book).filter(one -> one.head().size() > index);
        }
    }

    static class MixesBooks extends Checkpoints {
        @Override
        boolean isOf(CommunityId book, PublishedCheckpoint checkpoint) {
            return true;
        }
    }
}
