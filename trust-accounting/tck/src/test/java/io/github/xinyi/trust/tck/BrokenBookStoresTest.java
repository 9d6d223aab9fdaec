package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stores that are wrong in one way each: the contract must say so, by the check that is meant. */
class BrokenBookStoresTest {

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                Arguments.of(
                        BrokenWrites.LeavesAGapAfterUndo.class, "required_L3_indexesHaveNoGap"),
                Arguments.of(BrokenReads.CutsFullPages.class, "required_L3_recordsComeInPages"),
                Arguments.of(
                        BrokenReads.LosesANode.class, "required_T2_everyInclusionProofVerifies"),
                Arguments.of(
                        BrokenReads.SwapsNodes.class, "required_T2_everyConsistencyProofVerifies"),
                Arguments.of(
                        BrokenReads.UpdatesTheOriginal.class,
                        "required_L2_whatIsRecordedNeverChanges"),
                Arguments.of(
                        BrokenReads.ForgetsReversals.class,
                        "required_L2_reversesAnEntryAtMostOnce"),
                Arguments.of(
                        BrokenWrites.KeepsOnException.class,
                        "required_L6_anExceptionPassesThroughAndUndoesEverything"),
                Arguments.of(
                        BrokenWrites.KeepsEarlierEntries.class,
                        "required_L6_aRefusedEntryUndoesThoseBeforeIt"),
                Arguments.of(
                        BrokenWrites.LeaksBalancesOnUndo.class,
                        "required_L6_anExceptionPassesThroughAndUndoesEverything"),
                Arguments.of(
                        BrokenWrites.WrapsExceptions.class,
                        "required_L6_anExceptionPassesThroughAndUndoesEverything"),
                Arguments.of(
                        BrokenWrites.HidesWhatItAppends.class,
                        "required_L6_workSeesWhatItHasAppended"),
                Arguments.of(
                        BrokenWrites.AnswersOnlyWhatItWasToldOf.class,
                        "required_L5_whatAStoreIsToldBeforehandIsAHintAndNoMore"),
                Arguments.of(
                        BrokenWrites.LooksOnceForWhatItWasToldOf.class,
                        "required_L5_whatAStoreIsToldBeforehandIsAHintAndNoMore"),
                Arguments.of(
                        BrokenWrites.WritesTogether.class, "required_L3_writesToOneBookRunAlone"),
                Arguments.of(
                        BrokenWrites.OverdrawsByLateBalances.class,
                        "required_D5_concurrentDrawsNeverOverdraw"),
                Arguments.of(
                        BrokenWrites.CachesBalances.class, "required_L4_balancesAreThoseOfNow"),
                Arguments.of(
                        BrokenReads.CountsOneRecordTooMany.class,
                        "required_L4_balanceAtEverySizeIsTheFoldUpToIt"),
                Arguments.of(
                        BrokenReads.EndsTurnoverADayEarly.class,
                        "required_L4_turnoverIsByKindAndEffectiveDate"),
                Arguments.of(
                        BrokenReads.TurnsOverByRecordedDate.class,
                        "required_L4_turnoverIsByKindAndEffectiveDate"),
                Arguments.of(
                        BrokenReads.LeavesReversalsOutOfTurnover.class,
                        "required_L4_turnoverIsNetOfReversals"),
                Arguments.of(
                        BrokenWrites.MovesWhileReading.class,
                        "required_L4_aReadDoesNotMoveWhileOthersWrite"),
                Arguments.of(
                        BrokenWrites.ForgetsIdsOnReopen.class,
                        "required_L5_everythingSurvivesReopening"),
                Arguments.of(
                        BrokenReads.FoldsCase.class, "required_L5_idsThatLookAlikeAreDifferent"),
                Arguments.of(
                        BrokenReads.KeepsThirtyTwoBits.class,
                        "required_L8_keepsTheGreatestAmountAndRefusesOneFenMore"),
                Arguments.of(
                        BrokenReads.ShowsAnotherLeaf.class,
                        "required_T1_everyRecordIsALeafInItsOrder"),
                Arguments.of(
                        BrokenReads.CutsText.class, "required_T1_contentComesBackAsItWasWritten"),
                Arguments.of(BrokenWrites.MixesBooks.class, "required_F8_twoBooksNeverMix"),
                Arguments.of(
                        BrokenReads.MixesKindsOfBatch.class,
                        "required_T5_aBatchCoversWhatNoBatchCovered"),
                Arguments.of(
                        BrokenReads.EndsTheDayBefore.class,
                        "required_L4_aBalanceIsAskedByEffectiveDateAndByWhatWasKnown"),
                Arguments.of(
                        BrokenReads.KnowsTheFuture.class,
                        "required_L4_aBalanceIsAskedByEffectiveDateAndByWhatWasKnown"),
                Arguments.of(
                        BrokenReads.KnowsNoEarlierClaims.class,
                        "required_L7_noPeriodClosesWhileAClassOwesAnotherForACost"),
                Arguments.of(
                        BrokenReads.KeepsTheDebtAndNotTheClaim.class,
                        "required_L1_aCostPaidByTheWrongClassIsOwedByTheOneThatBearsIt"),
                Arguments.of(
                        BrokenReads.NetsTheFirmsClaim.class,
                        "required_F4_whatTheFirmPaysBackIsFoundBesideItsDrawUntilTheBankTakesItBack"),
                Arguments.of(
                        BrokenReads.CutsNamesToItsColumn.class,
                        "required_L2_aPaymentWhoseCostStandsPassedComesBackWithItsCost"),
                Arguments.of(
                        BrokenReads.ForgetsTheClose.class,
                        "required_L7_aClosedPeriodTakesNoEntryAndNoBatch"),
                Arguments.of(
                        BrokenReads.ShowsTheFirstClose.class,
                        "required_L7_aCloseGoesForwardAndIsARecord"),
                Arguments.of(
                        BrokenWrites.KeepsAFailedClose.class,
                        "required_L7_aCloseThatFailedClosesNothing"),
                Arguments.of(
                        BrokenLikeOthers.AppliesARefusedRepetition.class,
                        "required_L5_aRefusedRepetitionMovesNothing"),
                Arguments.of(
                        BrokenLikeOthers.MovesBeforeItRefusesAnOverdraft.class,
                        "required_F1_aRefusedOverdraftMovesNothing"),
                Arguments.of(
                        BrokenLikeOthers.KeepsTheFirstHalfOfWhatDoesNotBalance.class,
                        "required_L1_valueCrossesClassesOnlyByPairedDues"),
                Arguments.of(
                        BrokenLikeOthers.KeepsTheFirstHalfOfWhatDoesNotBalance.class,
                        "required_L1_refusesWhatDoesNotBalanceInItsFundClass"),
                Arguments.of(
                        BrokenLikeOthers.AddsUpWhateverTheCurrency.class,
                        "required_L1_refusesAnotherCurrencyThanTheBooks"),
                Arguments.of(
                        BrokenLikeOthers.CountsDrafts.class,
                        "required_L1_reportsEveryFaultOfFormAtOnce"),
                Arguments.of(
                        BrokenLikeOthers.PoolsWhatLiesInOneBankAccount.class,
                        "required_F2_cashOfAnotherClassDoesNotHelp"),
                Arguments.of(
                        BrokenLikeOthers.ForksItsChain.class,
                        "required_L3_writesToOneBookRunAlone"),
                Arguments.of(
                        BrokenLikeOthers.LosesKeysWithinACall.class,
                        "required_L6_theSameEntryTwiceInOneBatchIsOneEntry"),
                Arguments.of(
                        BrokenLikeOthers.KeepsTheLastOfAnId.class,
                        "required_L5_sameIdAndOtherContentAreRefused"),
                Arguments.of(
                        BrokenLikeOthers.KnowsNoKeys.class,
                        "required_L5_sameIdAndContentChangeNothing"),
                Arguments.of(
                        BrokenLikeOthers.CachesBalancesOfDays.class,
                        "required_L4_aBackdatedEntryIsSeenAtOnce"),
                Arguments.of(
                        BrokenLikeOthers.ShowsAnEditedAmount.class,
                        "required_T1_everyRecordIsALeafInItsOrder"),
                Arguments.of(
                        BrokenLikeOthers.LosesPapers.class,
                        "required_F1_aReceiptRecordedTwiceIsTakenBackWithoutABankDebit"),
                Arguments.of(
                        BrokenLikeOthers.LosesTheUnitOfAReallocation.class,
                        "required_F1_aReceiptOfAnotherHouseholdPassesOnWithoutCash"),
                Arguments.of(
                        BrokenLikeOthers.ForgetsAccountChanges.class,
                        "required_L7_anOpenedAccountIsARecordAndTakesPostings"),
                Arguments.of(
                        BrokenLikeOthers.ShowsTheFirstAccountChange.class,
                        "required_L7_anAccountAtZeroClosesAndTakesNothingMore"),
                Arguments.of(
                        BrokenLikeOthers.KeepsAFailedAccountChange.class,
                        "required_L7_anAccountChangeThatFailedChangesNothing"),
                Arguments.of(
                        BrokenLikeOthers.KeepsTheText.class,
                        "required_T4_anErasureIsARecordAndTakesTextAndSaltAway"),
                Arguments.of(
                        BrokenLikeOthers.LeavesTheSalt.class,
                        "required_T4_anErasureIsARecordAndTakesTextAndSaltAway"),
                Arguments.of(
                        BrokenLikeOthers.ErasesAnotherEntry.class,
                        "required_T4_anErasureTouchesNoOtherRecord"),
                Arguments.of(
                        BrokenLikeOthers.ErasesWithoutARecord.class,
                        "required_T4_everyErasedTextHasItsRecord"),
                Arguments.of(
                        BrokenLikeOthers.LosesTheCommitment.class,
                        "required_T4_aHouseholdsEntryStaysCommittedOnceItsTextIsErased"));
    }

    private static final KillMatrix MATRIX = KillMatrix.of(BookStoreContract.class);

    @ParameterizedTest
    @MethodSource("brokenStores")
    void aBrokenStoreFailsTheCheckThatIsMeant(Class<?> contract, String check) {
        Set<String> failed = failedChecks(contract);

        MATRIX.add(contract, failed);
        assertThat(failed).contains(check);
    }

    @Test
    void theUnbrokenStorePassesByTheSameRoute() {
        assertThat(failedChecks(Unbroken.class)).isEmpty();
    }

    @AfterAll
    static void writeTheMatrix() {
        KillMatrix.write();
        assertThat(MATRIX.caughtByNone(brokenStores())).as("checks that caught no store").isEmpty();
    }

    private static Set<String> failedChecks(Class<?> contract) {
        return ContractChecks.failed(contract, 82);
    }

    static class Unbroken extends BrokenStore {}
}
