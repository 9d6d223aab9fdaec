package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.disbursement.SignedDraws;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.remuneration.RemunerationRepayment;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the firm has drawn is shown less what it paid back. */
class RepaidRemunerationOverHttpTest {

    private static final LocalDate DAY = LocalDate.of(2025, 4, 1);
    private static final Instant AT = Instant.parse("2025-04-01T02:00:00Z");

    private final SampleVillage village = new SampleVillage();

    private static <T> T accept(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** The bank takes every fee back, so that the base is nothing. */
    private void takeBack(int month, int units) {
        for (int unit = 1; unit <= units; unit++) {
            String number = "S2025%02d%04d".formatted(month, unit);
            accept(
                    village.book()
                            .recordBankDebit(
                                    new BankDebit.ReturnedItem(
                                            SampleBook.bankLine(
                                                    "T" + number, -SampleVillage.fee(unit)),
                                            EntryId.of("receipt/" + number),
                                            DAY,
                                            SampleBook.salt(number)),
                                    AT,
                                    BookGuard.none()));
        }
    }

    @Test
    void showsWhatWasDrawnLessWhatWasPaidBack() {
        takeBack(1, 9);
        takeBack(2, 7);
        accept(village.book().publishBatch(EntryKind.FEE_RECEIPT, 5, AT, DAY));
        Trusteeship trust = village.trusteeship();
        Remuneration remuneration =
                new Remuneration(trust, new SignedDraws(village.book().id(), village.payments()));
        accept(
                remuneration.repay(
                        new RemunerationRepayment(
                                EntryId.of("T1"),
                                trust.agreement().contract().terms().trustee(),
                                Money.ofFen(9_999),
                                SourceDocument.bankLine("TH1"),
                                DAY,
                                SampleBook.salt("T1")),
                        AT));

        RunningServer server =
                new RunningServer(
                        CommunityDirectory.of(List.of(village.published(Optional.empty()))));
        JsonNode overview = json(server.get("/api/communities/liuyuan/overview"));
        server.close();

        assertThat(overview.at("/remuneration/entitledMinor").asLong()).isZero();
        assertThat(overview.at("/remuneration/drawnMinor").asLong()).isEqualTo(1);
    }
}
