package io.github.xinyi.trust.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.MerkleHash;
import io.github.xinyi.trust.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/leaf-format.md, written here a second time: both must give the same bytes. */
class LeafTest {

    private static final Path FORMAT = Path.of("..", "docs", "leaf-format.md");
    private static final Pattern SHOWN_BYTES = Pattern.compile("(?m)^ +((?:[0-9a-f]{2})+(?: |$))+");
    private static final Salt SALT =
            Salt.fromHex("5b42f65e7d76b642f3a961282dec2b64f59f896f0e745005b6ca237b2c52e007");
    private static final Instant AT = Instant.parse("2025-01-03T02:00:00.000999Z");
    private static final LocalDate DAY = LocalDate.of(2025, 1, 3);

    /** What the format calls LP, LPB, U32 and U64, by the JDK's own stream. */
    private static final class Bytes {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        Bytes lp(String text) throws IOException {
            return lpb(text.getBytes(StandardCharsets.UTF_8));
        }

        Bytes lpb(byte[] part) throws IOException {
            out.writeInt(part.length);
            out.write(part);
            return this;
        }

        Bytes raw(byte[] part) throws IOException {
            out.write(part);
            return this;
        }

        Bytes u32(int number) throws IOException {
            out.writeInt(number);
            return this;
        }

        Bytes u64(long number) throws IOException {
            out.writeLong(number);
            return this;
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }

        byte[] sha256() throws NoSuchAlgorithmException {
            return MessageDigest.getInstance("SHA-256").digest(toBytes());
        }
    }

    @Test
    void theWorkedExampleHasTheHashThatTheFormatNames() throws Exception {
        String format = Files.readString(FORMAT);
        EntryDraft draft =
                EntryDraft.of(
                                EntryId.of("E-0001"),
                                EntryKind.PAYMENT,
                                DAY,
                                new SourceDocument("disbursement", "D-2025-001"),
                                SALT)
                        .narrative("外牆保溫層維修")
                        .postings(
                                Posting.debit(
                                        AccountCode.of("service.expense.SF-02"),
                                        Money.ofFen(1_250_000)),
                                Posting.credit(
                                        ChartOfAccounts.SERVICE_CASH, Money.ofFen(1_250_000)));
        Hash leaf = Leaf.hashOf(new Entry(CommunityId.of("honggu-1"), 0, AT, draft));
        Hash text = Hash.of(Leaf.commitment(draft.narrative(), SALT));

        assertThat(format)
                .contains("The narrative commitment is `" + text.toHex() + "`.")
                .contains("Its leaf hash is `" + leaf.toHex() + "`.");
    }

    @Test
    void theWorkedExampleShowsEveryByteOfItsLeaf() throws Exception {
        String format = Files.readString(FORMAT);
        String shown = format.substring(format.indexOf("The leaf has "));
        StringBuilder hex = new StringBuilder();
        SHOWN_BYTES.matcher(shown).results().forEach(row -> hex.append(row.group()));
        byte[] leaf = HexFormat.of().parseHex(hex.toString().replace(" ", ""));

        assertThat(shown)
                .startsWith("The leaf has " + leaf.length + " bytes:")
                .contains("Its leaf hash is `" + MerkleHash.leaf(leaf).toHex() + "`.");
    }

    @Test
    void anOpenEntryStandsInClear() throws Exception {
        EntryDraft draft = payment();
        byte[] body = body(draft, "");

        assertThat(Leaf.hashOf(new Entry(CommunityId.of("S001"), 5, AT, draft)))
                .isEqualTo(leaf(5, "PAYMENT", "OPEN", body));
    }

    @Test
    void aReversalNamesItsOriginal() throws Exception {
        EntryDraft draft = payment().reversing(EntryId.of("pay/E0000"));
        byte[] body = body(draft, "pay/E0000");

        assertThat(Leaf.hashOf(new Entry(CommunityId.of("S001"), 5, AT, draft)))
                .isEqualTo(leaf(5, "PAYMENT", "OPEN", body))
                .isNotEqualTo(leaf(5, "PAYMENT", "OPEN", body(draft, "")));
    }

    @Test
    void aHouseholdsEntryStandsBehindOneCommitment() throws Exception {
        EntryDraft draft = payment().visibility(Visibility.household(UnitId.of("3-2-1102")));
        byte[] commitment =
                new Bytes()
                        .lp("xinyi/household/v1")
                        .raw(SALT.toByteArray())
                        .raw(body(draft, ""))
                        .sha256();

        assertThat(Leaf.commitment(draft)).isEqualTo(commitment);
        assertThat(Leaf.hashOf(new Entry(CommunityId.of("S001"), 5, AT, draft)))
                .isEqualTo(leaf(5, "PAYMENT", "HOUSEHOLD", commitment));
    }

    @Test
    void aBatchShowsItsTotals() throws Exception {
        Posting total = Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(777));
        HouseholdBatch batch =
                new HouseholdBatch(
                        CommunityId.of("S001"),
                        9,
                        AT,
                        DAY,
                        EntryKind.FEE_RECEIPT,
                        2,
                        9,
                        7,
                        5,
                        List.of(total));
        byte[] body =
                new Bytes()
                        .lp("batch/9")
                        .lp("FEE_RECEIPT")
                        .u64(2)
                        .u64(9)
                        .u32(7)
                        .u32(5)
                        .u32(1)
                        .lp("service.cash")
                        .lp("D")
                        .u64(777)
                        .lp("CNY")
                        .toBytes();

        assertThat(Leaf.hashOf(batch)).isEqualTo(leaf(9, "FEE_RECEIPT", "BATCH", body));
    }

    @Test
    void theOpeningOfAnAccountShowsTheAccount() throws Exception {
        Account account =
                new Account(
                        AccountCode.of("service.expense.SF-09"),
                        "绿化费",
                        "Greening",
                        FundClass.SERVICE_FUND,
                        AccountType.EXPENSE);
        AccountChange change =
                new AccountChange(
                        CommunityId.of("S001"), 9, AT, account, AccountChange.Kind.OPENED, DAY);
        byte[] body =
                new Bytes()
                        .lp("account/9")
                        .lp("service.expense.SF-09")
                        .lp("绿化费")
                        .lp("Greening")
                        .lp("SERVICE_FUND")
                        .lp("EXPENSE")
                        .toBytes();

        assertThat(Leaf.hashOf(change)).isEqualTo(leaf(9, "OPENED", "ACCOUNT", body));
        // The same hash stands in proof.test.js.
        assertThat(Leaf.hashOf(change).toHex())
                .isEqualTo("d2267b37cb7031dd1f49f8cefe81700d8e2720459c163c3b73dc4123110829d9");
    }

    @Test
    void anErasureIsAnOpenLeafWithoutPostings() throws Exception {
        Hash commitment = Hash.fromHex("11".repeat(32));
        byte[] body =
                new Bytes()
                        .lp("erasure/9")
                        .lp("erasure")
                        .lp("4/narrative/CONSENT_WITHDRAWN")
                        .lp("")
                        .lpb(commitment.toByteArray())
                        .u32(0)
                        .toBytes();

        Hash leaf =
                Leaf.hashOf(
                        new Leaf.ErasureHeading(
                                CommunityId.of("S001"),
                                9,
                                "4/narrative/CONSENT_WITHDRAWN",
                                DAY,
                                AT),
                        commitment,
                        MerkleDigest.SHA_256);

        assertThat(leaf).isEqualTo(leaf(9, "ERASURE", "OPEN", body));
        // The same hash stands in proof.test.js.
        assertThat(leaf.toHex())
                .isEqualTo("1eab9a8f6f8415d3ed151f17a7cbca32abb9ce5c3725ed80f12a2b4546c55dce");
    }

    @Test
    void aTimeHasExactlyThreeDigitsOfItsSecond() {
        assertThat(Leaf.timestamp(Instant.parse("2025-01-03T00:00:00Z")))
                .isEqualTo("2025-01-03T00:00:00.000Z");
        assertThat(Leaf.timestamp(Instant.parse("2025-01-03T00:00:00.999999999Z")))
                .isEqualTo("2025-01-03T00:00:00.999Z");
        assertThat(Leaf.timestamp(Instant.parse("1969-12-31T23:59:59.007Z")))
                .isEqualTo("1969-12-31T23:59:59.007Z");
        assertThat(Leaf.timestamp(Instant.parse("1900-01-01T09:08:07.060Z")))
                .isEqualTo("1900-01-01T09:08:07.060Z");
        assertThat(Leaf.timestamp(Instant.parse("9999-12-31T23:59:59.999Z")))
                .isEqualTo("9999-12-31T23:59:59.999Z");
    }

    private static EntryDraft payment() {
        return EntryDraft.of(
                        EntryId.of("pay/E0001"),
                        EntryKind.PAYMENT,
                        DAY,
                        new SourceDocument("bank-line", "BK202501030007"),
                        SALT)
                .narrative("外牆保溫層維修")
                .postings(
                        Posting.debit(ChartOfAccounts.REMUNERATION_COST, Money.ofFen(1_250_000)),
                        Posting.credit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(1_250_000)));
    }

    private static byte[] body(EntryDraft draft, String reverses) throws Exception {
        byte[] text =
                new Bytes()
                        .lp("xinyi/text/v1")
                        .raw(SALT.toByteArray())
                        .lp(draft.narrative())
                        .sha256();
        String unit = draft.visibility().fold(() -> "", UnitId::value);
        return new Bytes()
                .lp("pay/E0001")
                .lp("bank-line")
                .lp("BK202501030007")
                .lp(reverses)
                .lpb(text)
                .u32(2)
                .lp("service.remuneration")
                .lp("D")
                .u64(1_250_000)
                .lp("CNY")
                .lp(unit)
                .lp("service.cash")
                .lp("C")
                .u64(1_250_000)
                .lp("CNY")
                .lp(unit)
                .toBytes();
    }

    private static Hash leaf(long index, String kind, String visibility, byte[] content)
            throws Exception {
        return MerkleHash.leaf(
                new Bytes()
                        .lp("xinyi/leaf/v1")
                        .lp("S001")
                        .u64(index)
                        .lp(kind)
                        .lp(visibility)
                        .lp("2025-01-03")
                        .lp("2025-01-03T02:00:00.000Z")
                        .lpb(content)
                        .toBytes());
    }
}
