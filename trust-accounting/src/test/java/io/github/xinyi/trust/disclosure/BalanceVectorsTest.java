package io.github.xinyi.trust.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.InclusionProof;
import io.github.xinyi.trust.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Guards T3: sealed balances, by the vectors that {@code proof.js} is checked with too. */
class BalanceVectorsTest {

    @Test
    void answersEveryBalanceAsTheScriptDoes() throws IOException {
        int refused = 0;
        for (JsonNode vector : vectors()) {
            JsonNode request = vector.get("request");
            BalanceProof proof = proof(request);

            BalanceProof.Result result = proof.check(LogKeys.of(request.get("vkey").asText()));

            assertThat(result.name())
                    .as("%s %s", vector.get("id").asText(), vector.get("what").asText())
                    .isEqualTo(vector.get("reason").asText());
            assertThat(result.isValid()).isEqualTo(vector.get("valid").asBoolean());
            refused += result.isValid() ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(100);
    }

    private JsonNode vectors() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/balance-vectors.json"))) {
            return new ObjectMapper().readTree(in).get("balances");
        }
    }

    private static BalanceProof proof(JsonNode request) {
        JsonNode balance = request.get("balance");
        List<Hash> path = new ArrayList<>();
        request.get("proof").get("path").forEach(hash -> path.add(Hash.fromHex(hash.asText())));
        return new BalanceProof(
                CommunityId.of(balance.get("book").asText()),
                LocalDate.parse(balance.get("through").asText()),
                new Balance(
                        AccountCode.of(balance.get("account").asText()),
                        money(balance, "debitsMinor"),
                        money(balance, "creditsMinor")),
                new InclusionProof(
                        request.get("proof").get("index").asLong(),
                        request.get("proof").get("size").asLong(),
                        path),
                request.get("checkpoint").asText());
    }

    private static Money money(JsonNode balance, String name) {
        Currency currency = Currency.getInstance(balance.get("currency").asText());
        return Money.ofMinor(balance.get(name).asLong(), currency);
    }
}
