package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.Teller.at;
import static io.github.xinyi.example.stories.TrustPilot.HOMES;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The first months of the book: bills, receipts, a payment, the firm's draw, a checkpoint. */
final class PilotMoney {

    private static final int MAX_CHECKPOINTS = 100;
    private static final Money FEE = Money.ofFen(30_000);
    private static final Spending NEW_LIGHTS =
            new Spending(
                    "ZC-2025-01",
                    OutflowKind.PAYMENT,
                    PersonId.of("electrician"),
                    "更换楼道照明",
                    PilotVotes.LIGHTS.code(),
                    Money.ofFen(240_000));

    private final Stores stores;
    private final PilotVotes votes;
    private final Teller teller;

    PilotMoney(Stores stores, PilotVotes votes, Teller teller) {
        this.stores = stores;
        this.votes = votes;
        this.teller = teller;
    }

    /** The office as the owners' resolutions made it. */
    TrustOffice office() {
        return TrustOffice.open(stores, votes.onContract(), votes.onBudget(), 2025);
    }

    /** The money is taken over into the book. */
    void open() {
        teller.chapter("5. The first months of the book");
        Instant at = at("2025-01-02T09:00");
        post(
                new OpeningBalance(FundClass.SERVICE_FUND, Teller.dayOf(at), Money.ofFen(1_000_000))
                        .entry(SampleBook.salt("opening")),
                at);
        teller.says(at, "taken over: " + office().statement(FundClass.SERVICE_FUND).cash());
    }

    /** Each month 24 homes are billed; 20, 22 and 24 of them pay. */
    void quarter() {
        month(YearMonth.of(2025, 1), 20);
        month(YearMonth.of(2025, 2), 22);
        month(YearMonth.of(2025, 3), 24);
    }

    private void month(YearMonth month, int paying) {
        Instant billed = month.atDay(5).atTime(9, 0).atZone(Meeting.ZONE).toInstant();
        Instant received = month.atDay(20).atTime(9, 0).atZone(Meeting.ZONE).toInstant();
        for (int home = 1; home <= HOMES.size(); home++) {
            String number = month + "-" + home;
            Bill bill = new Bill(number, HOMES.id(home), month, Teller.dayOf(billed), FEE);
            post(bill.entry(SampleBook.salt("bill/" + number)), billed);
        }
        for (int home = 1; home <= paying; home++) {
            String number = month + "-" + home;
            FeeReceipt receipt =
                    new FeeReceipt(
                            number,
                            HOMES.id(home),
                            SourceDocument.bankLine("YH-" + number),
                            Teller.dayOf(received),
                            FEE);
            post(receipt.entry(SampleBook.salt("receipt/" + number)), received);
        }
        for (EntryKind kind : List.of(EntryKind.BILL, EntryKind.FEE_RECEIPT)) {
            Outcomes.accepted(
                    office().book()
                            .publishBatch(
                                    kind,
                                    TrustOffice.terms(HOMES.community()).batchMinUnits(),
                                    received,
                                    Teller.dayOf(received)));
        }
        teller.says(received, paying + " of 24 homes have paid for " + month);
    }

    private void post(EntryDraft draft, Instant at) {
        Outcomes.accepted(office().book().post(draft, at));
    }

    /** Lights are paid under two keys; the firm draws what it has earned and no fen more. */
    void pay() {
        Instant at = at("2025-03-25T10:00");
        Outcomes.accepted(office().settle(NEW_LIGHTS, at));
        teller.says(at, "lights: " + NEW_LIGHTS.amount() + " paid under two keys");
        Instant drawn = at("2025-04-08T10:00");
        EntryId accrual = EntryId.of("accrual/2025-Q1");
        Outcomes.accepted(
                office().remuneration()
                        .accrue(
                                accrual,
                                drawn,
                                Teller.dayOf(drawn),
                                SampleBook.salt(accrual.value())));
        Money earned = available(drawn);
        Outcomes.accepted(office().settle(draw("CJ-2025-01", earned), drawn));
        teller.says(drawn, "the firm draws " + earned + ", 8 of 100 of the fees received");
        teller.refused(
                "to draw one fen more, under both keys",
                office().settle(draw("CJ-2025-02", Money.ofFen(1)), drawn.plusSeconds(60)));
        PublishedCheckpoint published = log().publish(at("2025-04-10T18:00"));
        teller.says(published.publishedAt(), "accounts published: " + published.head());
    }

    private Money available(Instant at) {
        TrustOffice office = office();
        return office.book().read(book -> office.remuneration().available(book, Teller.dayOf(at)));
    }

    private static Spending draw(String number, Money amount) {
        return new Spending(
                number, OutflowKind.REMUNERATION, TrustOffice.FIRM, "2025年一季度管理酬金", "", amount);
    }

    /** The checkpoint under which the accounts of a quarter were published. */
    PublishedCheckpoint published() {
        return stores.checkpoints().latest(HOMES.community()).orElseThrow();
    }

    /** The days on which the accounts of the book were published. */
    List<LocalDate> publishedOn() {
        return stores.checkpoints().list(HOMES.community(), 0, MAX_CHECKPOINTS).stream()
                .map(PublishedCheckpoint::publishedAt)
                .map(Teller::dayOf)
                .toList();
    }

    /** The public log of the book, signed by the sample key of the log. */
    TransparencyLog log() {
        KeyPair key = TestKeys.pair("LOG");
        return new TransparencyLog(
                HOMES.community(),
                stores.books(),
                stores.checkpoints(),
                NoteSigner.of(
                        "xinyi.example/pilot-1",
                        key.getPrivate(),
                        Ed25519Keys.toRaw(key.getPublic())));
    }
}
