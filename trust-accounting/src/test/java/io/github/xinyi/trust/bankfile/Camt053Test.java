package io.github.xinyi.trust.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.BankLine;
import io.github.xinyi.trust.reconciliation.BankLineKind;
import io.github.xinyi.trust.reconciliation.BankRule;
import io.github.xinyi.trust.reconciliation.BankStatement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bank statements of ISO 20022, honest and hostile; both versions hold the same five entries. */
class Camt053Test {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Camt053 camt = new Camt053(ZONE, LineClass.common());

    static String sample(String version) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        Camt053Test.class.getResourceAsStream("camt053-" + version + ".xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Outcome<List<BankStatement>> read(String xml) {
        return camt.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Outcome<?> outcome, Rule... rules) {
        assertThat(
                        outcome.<List<String>>fold(
                                accepted -> List.of("accepted"),
                                ruling ->
                                        ruling.notMet().stream()
                                                .map(f -> f.rule().value())
                                                .distinct()
                                                .toList()))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(rules).stream().map(r -> r.code().value()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "08"})
    void readsTheSameStatementOfEitherVersion(String version) throws IOException {
        List<BankStatement> read =
                read(sample(version))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));

        BankStatement statement = read.get(0);
        assertThat(read).hasSize(1);
        assertThat(statement.account()).isEqualTo("6222000000000001");
        assertThat(statement.opening()).isEqualTo(Money.ofFen(1_000_000));
        assertThat(statement.closing()).isEqualTo(Money.ofFen(1_007_551));
        assertThat(statement.lines())
                .containsExactly(
                        new BankLine(
                                "YHR1",
                                Instant.parse("2025-03-03T01:15:27Z"),
                                Money.ofFen(20_000),
                                Money.ofFen(1_020_000),
                                "张三",
                                "物业费 7-2-101 B2025030001 网银转账",
                                BankLineKind.PAYMENT),
                        new BankLine(
                                "BK-E1",
                                Instant.parse("2025-03-02T16:00:00Z"),
                                Money.ofFen(-12_345),
                                Money.ofFen(1_007_655),
                                "电工公司",
                                "",
                                BankLineKind.PAYMENT),
                        line("FEE1", -500, 1_007_155, "", BankLineKind.BANK_FEE),
                        line("INT1", 395, 1_007_550, "活期结息", BankLineKind.INTEREST),
                        line("RET1", 1, 1_007_551, "", BankLineKind.RETURNED));
    }

    private static BankLine line(
            String reference, long fen, long after, String text, BankLineKind kind) {
        return new BankLine(
                reference,
                Instant.parse("2025-03-02T16:00:00Z"),
                Money.ofFen(fen),
                Money.ofFen(after),
                "",
                text,
                kind);
    }

    @Test
    void readsAFileInTheCharsetThatItNames() throws IOException {
        String xml = sample("08").replace("encoding=\"UTF-8\"", "encoding=\"GB18030\"");

        var read = camt.read(xml.getBytes(Charset.forName("GB18030")));

        assertThat(read.isAccepted()).isTrue();
        assertThat(
                        read.orElseThrow(r -> new IllegalStateException(r.notMet().toString()))
                                .get(0)
                                .lines()
                                .get(0))
                .extracting(BankLine::party)
                .isEqualTo("张三");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:iso:std:iso:20022:tech:xsd:camt.053.001.03",
                "urn:iso:std:iso:20022:tech:xsd:camt.052.001.08",
                ""
            })
    void refusesAVersionWhoseSchemaWasNotRead(String namespace) throws IOException {
        String xml =
                sample("08").replace("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", namespace);

        assertRefused(read(xml), BankRule.CAMT_VERSION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<GrpHdr> | <GrpHead>",
                "<BkTxCd/> | <Unknown/>",
                "<ElctrncSeqNb>62</ElctrncSeqNb> | <Extra>62</Extra>",
                "<Ccy>CNY</Ccy> | <Ccy>CNY</Ccy><Ccy>CNY</Ccy>",
                "<CdtDbtInd>DBIT</CdtDbtInd> | <CdtDbtInd><Cd>DBIT</Cd></CdtDbtInd>",
                "<Sts><Cd>BOOK</Cd></Sts> | <Sts>BOOK</Sts>",
                "<BookgDt><Dt>2025-03-03</Dt></BookgDt> | <BookgDt/>",
                "<MsgId>STMT-20250303-0007</MsgId> | ''"
            })
    void refusesAnElementOutOfPlace(String there, String instead) throws IOException {
        String xml =
                sample("08")
                        .replace(there, instead)
                        .replace(
                                "</GrpHdr>", there.equals("<GrpHdr>") ? "</GrpHead>" : "</GrpHdr>");

        assertRefused(read(xml), BankRule.CAMT_STRUCTURE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CNY\">200.00 | CNY\">200.001",
                "CNY\">200.00 | CNY\">-200.00",
                "CNY\">200.00 | CNY\">2e2",
                "CNY\">200.00 | CNY\">123456789012.00",
                "CNY\">200.00 | CNY\">",
                "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-03-03 | "
                        + "<CdtDbtInd>CREDIT</CdtDbtInd><Dt><Dt>2025-03-03",
                "2025-03-03T09:15:27+08:00 | 2025-03-03T25:15:27+08:00",
                "<BookgDt><Dt>2025-03-03 | <BookgDt><Dt>2025-02-30",
                "<BookgDt><Dt>2025-03-03 | <BookgDt><Dt>+10000-03-03",
                "2025-03-03T09:15:27+08:00 | +999999999-12-31T23:59:59-18:00",
                "CNY\">3.95 | CNY\">0.00"
            })
    void refusesAValueOfAnotherForm(String there, String instead) throws IOException {
        assertThat(sample("08")).contains(there);

        assertRefused(read(sample("08").replace(there, instead)), BankRule.CAMT_VALUE);
    }

    @Test
    void takesAnAmountBelowAHundredBillion() throws IOException {
        String xml =
                sample("08")
                        .replace("CNY\">200.00", "CNY\">99999900000.00")
                        .replace("10075.51", "99999909875.51");

        assertThat(read(xml).isAccepted()).isTrue();
    }

    @Test
    void refusesAnEntryThatIsNotBookedOrHasNoReference() throws IOException {
        assertRefused(read(sample("08").replaceFirst("BOOK</Cd>", "PDNG</Cd>")), BankRule.BOOKED);
        assertRefused(read(sample("02").replaceFirst(">BOOK<", ">INFO<")), BankRule.BOOKED);
        assertRefused(
                read(sample("08").replace("<NtryRef>RET1</NtryRef>", "")),
                BankRule.REFERENCE_GIVEN);
        assertRefused(read(sample("08").replace("RET1", "R".repeat(36))), BankRule.CAMT_VALUE);
        assertThat(read(sample("08").replace("RET1", "R".repeat(35))).isAccepted()).isTrue();
    }

    @Test
    void refusesAnotherCurrency() throws IOException {
        assertRefused(
                read(sample("08").replace("Ccy=\"CNY\">5.00000", "Ccy=\"USD\">5.00000")),
                BankRule.CURRENCY);
        assertRefused(
                read(sample("08").replace(" Ccy=\"CNY\">5.00000", ">5.00000")), BankRule.CURRENCY);
    }

    @ParameterizedTest
    @CsvSource({"10075.50, false", "10075.51, true", "10075.52, false"})
    void takesOnlyBalancesThatAddUp(String closing, boolean taken) throws IOException {
        Outcome<List<BankStatement>> read = read(sample("08").replace("10075.51", closing));

        assertThat(read.isAccepted()).isEqualTo(taken);
        if (!taken) {
            assertRefused(read, BankRule.BALANCES_ADD_UP);
        }
    }

    @Test
    void needsExactlyOneOpeningAndOneClosingBookedBalance() throws IOException {
        assertRefused(read(sample("08").replace("OPBD", "OPAV")), BankRule.BALANCES_GIVEN);
        assertRefused(read(sample("08").replace("CLAV", "CLBD")), BankRule.BALANCES_GIVEN);
        assertThat(read(sample("08").replace("OPBD", "PRCD")).isAccepted()).isTrue();
    }

    @Test
    void namesEveryFaultOfEveryEntry() throws IOException {
        String xml =
                sample("08")
                        .replace("CNY\">200.00", "CNY\">x")
                        .replace("Ccy=\"CNY\">5.00000", "Ccy=\"USD\">5.00000")
                        .replace("<NtryRef>RET1</NtryRef>", "")
                        .replace("CLBD", "CLXX");

        assertRefused(
                read(xml),
                BankRule.CAMT_VALUE,
                BankRule.CURRENCY,
                BankRule.REFERENCE_GIVEN,
                BankRule.BALANCES_GIVEN);
    }

    @Test
    void refusesAReferenceThatComesTwice() throws IOException {
        assertRefused(read(sample("08").replace("FEE1", "INT1")), BankRule.REFERENCE_ONCE);
    }

    @Test
    void refusesAnExternalEntityWithoutReadingIt(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "5.00");
        String attack =
                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><Document";
        String xml = sample("08").replace("<Document", attack).replace(">5.00000<", ">&x;<");

        assertRefused(read(xml), BankRule.XML_WITHOUT_DTD);
        assertThat(Files.readString(secret)).isEqualTo("5.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Document>",
                "<!DOCTYPE Document SYSTEM \"http://localhost:1/evil.dtd\">",
                "<!DOCTYPE Document PUBLIC \"-//X//X\" \"http://localhost:1/evil.dtd\">",
                "<!DOCTYPE Document [<!ENTITY % p SYSTEM \"http://localhost:1/p\">%p;]>"
            })
    void refusesEveryDocumentType(String declared) throws IOException {
        String xml = sample("08").replace("<Document", declared + "<Document");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertRefused(read(xml), BankRule.XML_WITHOUT_DTD));
    }

    @Test
    void doesNotExpandABillionLaughs() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE Document [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"");
            laughs.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        String xml =
                sample("08")
                        .replace("<Document", laughs.append("]><Document"))
                        .replace("活期结息", "&l11;");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertRefused(read(xml), BankRule.XML_WITHOUT_DTD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no xml", "<Document", "<Document></Other>", "<a/><b/>", "<a>&b;</a>"})
    void refusesWhatIsNoXml(String xml) {
        Outcome<?> outcome = read(xml);

        assertThat(outcome.isAccepted()).isFalse();
        assertThat(outcome.<String>fold(v -> "", r -> r.notMet().get(0).rule().value()))
                .isIn("bank.xml-well-formed", "bank.xml-without-dtd");
    }

    @ParameterizedTest
    @CsvSource({"39, CAMT_VERSION", "40, CAMT_VERSION", "41, XML_BOUNDED"})
    void readsNoDeeperThanFortyElements(int depth, BankRule rule) {
        String xml = "<a>".repeat(depth) + "</a>".repeat(depth);

        assertRefused(read(xml), rule);
    }

    @ParameterizedTest
    @CsvSource({"9999, CAMT_VERSION", "10000, CAMT_VERSION", "10001, XML_BOUNDED"})
    void readsNoLongerTextThanTenThousandCharacters(int length, BankRule rule) {
        String xml = "<a>" + "x".repeat(length) + "</a>";

        assertRefused(read(xml), rule);
    }

    @ParameterizedTest
    @CsvSource({"19, CAMT_VERSION", "20, CAMT_VERSION", "21, XML_BOUNDED"})
    void readsNoMoreThanTwentyAttributes(int count, BankRule rule) {
        StringBuilder xml = new StringBuilder("<a");
        for (int i = 0; i < count; i++) {
            xml.append(" a").append(i).append("='1'");
        }

        assertRefused(read(xml.append("/>").toString()), rule);
    }

    @ParameterizedTest
    @CsvSource({"99, true", "100, true", "101, false"})
    void readsNoLargerFileThanItsLimit(int bytes, boolean read) {
        byte[] file = ("<a>" + "x".repeat(bytes - 7) + "</a>").getBytes(StandardCharsets.UTF_8);

        Outcome<XmlElement> outcome = BoundedXml.read(file, 100);

        assertThat(outcome.isAccepted()).isEqualTo(read);
        if (!read) {
            assertRefused(outcome, BankRule.FILE_SIZE);
        }
    }
}
