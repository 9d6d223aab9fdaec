package io.github.xinyi.example.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P17 in short form, but for its milliseconds, which other work on the machine would spoil. */
class AtRestTest {

    private static final int ENTRIES = 20_000;
    private static final long NANOS = 50_000_000L;

    @Test
    void theProofOfAnEntryAmongTwentyThousandHasFifteenHashesAtMost()
            throws IOException, SQLException {
        try (DurableServer server = DurableServer.start();
                AtRest atRest = new AtRest(server.database("kept", 8), 1, NANOS)) {
            List<Judged> judged = atRest.proofs(ENTRIES);

            assertThat(judged).extracting(Judged::number).containsExactly("P17", "P17");
            assertThat(judged.get(1).isMet()).as(judged.get(1).toString()).isTrue();
            assertThat(judged.get(1).median()).isEqualTo(new BigDecimal(15 * 32));
        }
    }
}
