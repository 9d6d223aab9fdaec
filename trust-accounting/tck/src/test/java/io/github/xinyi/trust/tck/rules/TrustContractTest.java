package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.contract.ContractRule;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards Civil Code art. 278 para. 1 item 4, art. 280, and D1. */
class TrustContractTest {

    private static final ContractTerms TERMS = Village.terms(Ratio.of(8, 100), TestKeys.register());

    private static final Resolution ON_FIRM =
            Village.resolution(Village.ID, Matter.MANAGER_APPOINTMENT, TERMS.document());

    private static ContractTerms terms(
            Ratio ratio, LocalDate last, int approvalValidDays, int batchMinUnits) {
        return new ContractTerms(
                TERMS.id(),
                TERMS.community(),
                TERMS.trustee(),
                ratio,
                RemunerationBase.FEES_RECEIVED,
                TERMS.startInclusive(),
                last,
                approvalValidDays,
                batchMinUnits,
                TERMS.keys());
    }

    @Test
    void bindsByTheOwnersResolutionOnTheFirm() {
        TrustContract contract = accept(TrustContract.adopt(TERMS, ON_FIRM));

        assertThat(contract.terms()).isEqualTo(TERMS);
        assertThat(contract.decision()).isEqualTo(OwnersDecision.of(ON_FIRM));
    }

    @Test
    void refusesAResolutionOfAnotherCommunity() {
        assertRefused(
                TrustContract.adopt(
                        TERMS,
                        Village.resolution(
                                Village.OTHER, Matter.MANAGER_APPOINTMENT, TERMS.document())),
                ContractRule.RESOLUTION_OF_COMMUNITY);
    }

    @ParameterizedTest
    @EnumSource(value = Matter.class, names = "MANAGER_APPOINTMENT", mode = EnumSource.Mode.EXCLUDE)
    void refusesAResolutionOnAnyOtherMatter(Matter matter) {
        assertRefused(
                TrustContract.adopt(
                        TERMS, Village.resolution(Village.ID, matter, TERMS.document())),
                ContractRule.RESOLUTION_ON_FIRM);
    }

    @ParameterizedTest
    @EnumSource(KeySide.class)
    void refusesKeysOfOneSideOnly(KeySide side) {
        List<Credential> oneSide =
                List.of(
                        TestKeys.credential("K-ONE-1", PersonId.of("first"), side),
                        TestKeys.credential("K-ONE-2", PersonId.of("second"), side));

        ContractTerms terms = Village.terms(Ratio.of(8, 100), new KeyRegister(oneSide));

        assertRefused(
                TrustContract.adopt(
                        terms,
                        Village.resolution(
                                Village.ID, Matter.MANAGER_APPOINTMENT, terms.document())),
                ContractRule.KEYS_ON_BOTH_SIDES);
    }

    @Test
    void refusesNoKeysAtAllAndNamesEveryReason() {
        assertRefused(
                TrustContract.adopt(
                        Village.terms(Ratio.of(8, 100), new KeyRegister(List.of())),
                        Village.resolution(Village.OTHER, Matter.OTHER_MAJOR_MATTER)),
                ContractRule.RESOLUTION_OF_COMMUNITY,
                ContractRule.RESOLUTION_ON_FIRM,
                ContractRule.KEYS_ON_BOTH_SIDES,
                ContractRule.RESOLUTION_ON_TERMS);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "60, 5", "7, 6"})
    void takesTermsWithinTheirBounds(int days, int units) {
        assertThat(terms(Ratio.of(99, 100), Village.LAST_DAY, days, units)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "61, 5", "7, 4"})
    void refusesTermsOneOutsideTheirBounds(int days, int units) {
        assertThatThrownBy(() -> terms(Ratio.of(8, 100), Village.LAST_DAY, days, units))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesARatioOfTheWholeOrMore() {
        assertThatThrownBy(() -> terms(Ratio.of(100, 100), Village.LAST_DAY, 7, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(Ratio.of(101, 100), Village.LAST_DAY, 7, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void coversItsFirstAndLastDayAndNoDayBeyond() {
        assertThat(TERMS.covers(Village.FIRST_DAY.minusDays(1))).isFalse();
        assertThat(TERMS.covers(Village.FIRST_DAY)).isTrue();
        assertThat(TERMS.covers(Village.LAST_DAY)).isTrue();
        assertThat(TERMS.covers(Village.LAST_DAY.plusDays(1))).isFalse();
    }

    @Test
    void takesATermOfOneDayAndRefusesOneThatEndsBeforeItStarts() {
        assertThat(terms(Ratio.of(8, 100), Village.FIRST_DAY, 7, 5).covers(Village.FIRST_DAY))
                .isTrue();
        assertThatThrownBy(() -> terms(Ratio.of(8, 100), Village.FIRST_DAY.minusDays(1), 7, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
