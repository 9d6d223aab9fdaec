package io.github.xinyi.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards D2: the forms of what both keys sign, whose digests stay for ever. */
class OutflowOrderTest {

    private static final OutflowOrder UNNAMED =
            new OutflowOrder(
                    CommunityId.of("S001"),
                    "E0001",
                    OutflowKind.PAYMENT,
                    PersonId.of("cleaner"),
                    Money.ofFen(12_345),
                    "三月保洁",
                    "SF-01",
                    List.of(Hash.fromHex("ab".repeat(32))),
                    PersonId.of("steward"),
                    "HT-2025-01",
                    Instant.parse("2025-03-08T02:00:00.000000001Z"));

    @Test
    void anOrderThatShowsNoNameHasTheFirstFormForEver() {
        assertThat(UNNAMED.digest().toHex())
                .isEqualTo("0173ff981196ac0219b30daf440c96345c61fdc87d60f19645f92e974ddc89af");
        assertThat(UNNAMED.naming("").digest()).isEqualTo(UNNAMED.digest());
    }

    @Test
    void anOrderThatNamesItsPayeeHasTheSecondFormForEver() {
        assertThat(UNNAMED.naming("洪谷保洁有限公司").digest().toHex())
                .isEqualTo("6dae435663ec4289ef94dba93f1e58bd688bd9045605d059a284d59f860b9ff7");
    }

    @Test
    void everyChangeOfTheNameChangesWhatIsSigned() {
        assertThat(
                        List.of(
                                UNNAMED.digest(),
                                UNNAMED.naming("洪谷保洁有限公司").digest(),
                                UNNAMED.naming("洪谷保洁有限公司 ").digest(),
                                UNNAMED.naming("洪谷保洁").digest()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aNameHasAtMostAHundredCharactersAndIsNotBlank() {
        assertThat(UNNAMED.naming("名".repeat(99)).payeeName()).hasSize(99);
        assertThat(UNNAMED.naming("名".repeat(100)).payeeName()).hasSize(100);
        assertThatThrownBy(() -> UNNAMED.naming("名".repeat(101)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UNNAMED.naming(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
