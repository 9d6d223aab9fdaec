package io.github.xinyi.trust.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final Instant AT = Instant.parse("2025-03-01T02:00:00.123456789Z");
    private static final Salt SALT = Salt.of(new byte[Salt.BYTES]);
    private static final Posting DEBIT =
            Posting.debit(ChartOfAccounts.FEES_RECEIVABLE, Money.ofFen(500));
    private static final Posting CREDIT =
            Posting.credit(ChartOfAccounts.FEE_INCOME, Money.ofFen(500));
    private static final EntryDraft BILL =
            EntryDraft.of(
                            EntryId.of("bill/1"),
                            EntryKind.BILL,
                            DAY,
                            new SourceDocument("tariff", "T1"),
                            SALT)
                    .visibility(Visibility.household(UnitId.of("3-2-1102")))
                    .narrative("三月物业费")
                    .postings(DEBIT, CREDIT);

    @Test
    void aReversalHasTheSameLinesOnTheOtherSides() {
        Entry original = new Entry(CommunityId.of("S001"), 7, AT, BILL);

        EntryDraft reversal =
                EntryDraft.reversalOf(original, EntryId.of("r/1"), DAY.plusDays(1), SALT);

        assertThat(reversal.postings()).containsExactly(DEBIT.reversed(), CREDIT.reversed());
        assertThat(reversal.kind()).isEqualTo(EntryKind.BILL);
        assertThat(reversal.visibility()).isEqualTo(BILL.visibility());
        assertThat(reversal.reverses()).contains(BILL.id());
        assertThat(reversal.effectiveDate()).isEqualTo(DAY.plusDays(1));
        assertThat(reversal.narrative()).isEmpty();
    }

    @Test
    void reversingTwiceGivesTheLineBack() {
        assertThat(DEBIT.reversed()).isNotEqualTo(DEBIT);
        assertThat(DEBIT.reversed().reversed()).isEqualTo(DEBIT);
        assertThat(Side.DEBIT.opposite()).isEqualTo(Side.CREDIT);
        assertThat(Side.CREDIT.letter()).isEqualTo("C");
    }

    @Test
    void anEntryIsCutToTheMillisecond() {
        assertThat(new Entry(CommunityId.of("S001"), 0, AT, BILL).recordedAt())
                .isEqualTo(Instant.parse("2025-03-01T02:00:00.123Z"));
        assertThatThrownBy(() -> new Entry(CommunityId.of("S001"), -1, AT, BILL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recordsFromTheYear1900To9999() {
        Instant first = Instant.parse("1900-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");

        assertThat(Entry.recordedMoment(first)).isEqualTo(first);
        assertThat(Entry.recordedMoment(last)).isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
        for (Instant outside : List.of(first.minusNanos(1), last.plusNanos(1))) {
            assertThatThrownBy(() -> Entry.recordedMoment(outside))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void takesEffectFromTheYear1900To9999() {
        for (LocalDate day : List.of(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31))) {
            assertThat(copy(BILL.id(), EntryKind.BILL, day, "T1").effectiveDate()).isEqualTo(day);
        }
        for (LocalDate day : List.of(LocalDate.of(1899, 12, 31), LocalDate.of(10_000, 1, 1))) {
            assertThatThrownBy(() -> copy(BILL.id(), EntryKind.BILL, day, "T1"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aPaperHasATypeOf32CharactersAndANameOf64AtMost() {
        assertThat(new SourceDocument("t".repeat(32), "i".repeat(64)).id()).hasSize(64);
        for (String type : List.of("", "t".repeat(33))) {
            assertThatThrownBy(() -> new SourceDocument(type, "i"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String id : List.of("", "i".repeat(65))) {
            assertThatThrownBy(() -> new SourceDocument("t", id))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(SourceDocument.number("B".repeat(48))).hasSize(48);
        assertThatThrownBy(() -> SourceDocument.number("B".repeat(49)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSaltAloneIsNoOtherContent() {
        Salt other = Salt.fromHex("01".repeat(Salt.BYTES));
        EntryDraft salted =
                EntryDraft.of(BILL.id(), BILL.kind(), DAY, BILL.source(), other)
                        .visibility(BILL.visibility())
                        .narrative(BILL.narrative())
                        .postings(BILL.postings());

        assertThat(salted.hasSameContentAs(BILL)).isTrue();
        assertThat(salted).isNotEqualTo(BILL).hasSameHashCodeAs(BILL);
    }

    @Test
    void everyOtherPartIsContent() {
        List<EntryDraft> others =
                List.of(
                        BILL.narrative(""),
                        BILL.visibility(Visibility.open()),
                        BILL.postings(CREDIT, DEBIT),
                        BILL.reversing(EntryId.of("bill/0")),
                        copy(EntryId.of("bill/2"), EntryKind.BILL, DAY, "T1"),
                        copy(BILL.id(), EntryKind.OPENING, DAY, "T1"),
                        copy(BILL.id(), EntryKind.BILL, DAY.plusDays(1), "T1"),
                        copy(BILL.id(), EntryKind.BILL, DAY, "T2"));

        assertThat(copy(BILL.id(), EntryKind.BILL, DAY, "T1").hasSameContentAs(BILL)).isTrue();
        assertThat(others).noneMatch(BILL::hasSameContentAs);
    }

    private static EntryDraft copy(EntryId id, EntryKind kind, LocalDate day, String source) {
        return EntryDraft.of(id, kind, day, new SourceDocument("tariff", source), SALT)
                .visibility(BILL.visibility())
                .narrative(BILL.narrative())
                .postings(BILL.postings());
    }

    @Test
    void aDraftKeepsItsOwnLines() {
        List<Posting> lines = new ArrayList<>(List.of(DEBIT, CREDIT));
        EntryDraft draft = BILL.postings(lines);

        lines.clear();

        assertThat(draft.postings()).hasSize(2);
        assertThatThrownBy(() -> draft.postings().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void neitherTextNorAmountNorSaltIsPrinted() {
        assertThat(BILL.toString()).isEqualTo("BILL bill/1 2025-03-01");
        assertThat(SALT).hasToString("Salt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "a\u0000", "e\u0301", "\ud840", "a,b"})
    void refusesAnEntryIdOfAnotherForm(String id) {
        assertThatThrownBy(() -> EntryId.of(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAnEntryIdOf64CharactersAndNot65() {
        assertThat(EntryId.of("号".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> EntryId.of("号".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSaltHas32BytesThatNobodyElseCanChange() {
        byte[] bytes = new byte[Salt.BYTES];
        Salt salt = Salt.of(bytes);

        bytes[0] = 1;
        salt.toByteArray()[1] = 1;

        assertThat(salt).isEqualTo(SALT);
        assertThat(salt.toHex()).isEqualTo("00".repeat(32));
        assertThatThrownBy(() -> Salt.of(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Salt.of(new byte[33]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHouseholdsEntryIsNotOpen() {
        assertThat(Visibility.open().isOpen()).isTrue();
        assertThat(BILL.visibility().isOpen()).isFalse();
        UnitId unit = BILL.visibility().fold(() -> UnitId.of("none"), there -> there);
        assertThat(unit).isEqualTo(UnitId.of("3-2-1102"));
    }

    private static final Hash HASH = Hash.of(new byte[32]);
    private static final Hash OTHER_HASH = Hash.fromHex("01".repeat(32));

    @Test
    void anErasedTextIsOfARecordAfterTheEntry() {
        ErasedText open = ErasedText.ofOpen(1, HASH);
        ErasedText household = ErasedText.ofHousehold(1, HASH, OTHER_HASH);

        assertThat(open.erasedBy()).isEqualTo(1);
        assertThat(open.narrative()).isEqualTo(HASH);
        assertThat(open.household()).isEmpty();
        assertThat(household.household()).contains(OTHER_HASH);
        assertThat(open).hasToString("erased by record 1");
        assertThatThrownBy(() -> ErasedText.ofOpen(0, HASH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoErasedTextsAreEqualInAllTheirParts() {
        ErasedText household = ErasedText.ofHousehold(1, HASH, OTHER_HASH);

        assertThat(ErasedText.ofHousehold(1, HASH, OTHER_HASH))
                .isEqualTo(household)
                .hasSameHashCodeAs(household);
        assertThat(
                        List.of(
                                ErasedText.ofOpen(1, HASH),
                                ErasedText.ofHousehold(2, HASH, OTHER_HASH),
                                ErasedText.ofHousehold(1, OTHER_HASH, OTHER_HASH),
                                ErasedText.ofHousehold(1, HASH, HASH)))
                .doesNotContain(household);
        assertThat(household).isNotEqualTo("erased by record 1");
    }

    @Test
    void anErasedEntryIsWithoutTextAndSaltAndTheSameInAllElse() {
        ErasedText left = ErasedText.ofOpen(9, HASH);
        EntryDraft reversal = BILL.reversing(EntryId.of("bill/0"));
        EntryDraft erased = reversal.withoutText(left);

        assertThat(erased.narrative()).isEmpty();
        assertThat(erased.erased()).contains(left);
        assertThat(erased.postings()).isEqualTo(BILL.postings());
        assertThat(erased.visibility()).isEqualTo(BILL.visibility());
        assertThat(erased.reverses()).contains(EntryId.of("bill/0"));
        assertThat(BILL.erased()).isEmpty();
        assertThat(BILL.reverses()).isEmpty();
        assertThatThrownBy(erased::salt)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bill/1");
        assertThat(erased.hasSameContentAs(reversal)).isTrue();
        assertThat(reversal.hasSameContentAs(erased)).isTrue();
        assertThat(reversal.narrative("other").hasSameContentAs(erased)).isTrue();
        assertThat(BILL.hasSameContentAs(erased)).isFalse();
        assertThat(erased)
                .isNotEqualTo(reversal)
                .isNotEqualTo(reversal.withoutText(ErasedText.ofOpen(8, HASH)))
                .isEqualTo(reversal.withoutText(left));
    }

    @Test
    void aStoreRebuildsAnErasedEntry() {
        ErasedText left = ErasedText.ofOpen(9, HASH);

        EntryDraft rebuilt =
                EntryDraft.ofErased(BILL.id(), BILL.kind(), DAY, BILL.source(), left)
                        .visibility(BILL.visibility())
                        .postings(BILL.postings());

        assertThat(rebuilt).isEqualTo(BILL.withoutText(left));
        assertThat(EntryDraft.ofErased(BILL.id(), BILL.kind(), DAY, BILL.source(), left))
                .extracting(EntryDraft::visibility)
                .isEqualTo(Visibility.open());
    }

    @Test
    void everyPartOfADraftIsTold() {
        assertThat(BILL.id()).isEqualTo(EntryId.of("bill/1"));
        assertThat(BILL.kind()).isEqualTo(EntryKind.BILL);
        assertThat(BILL.effectiveDate()).isEqualTo(DAY);
        assertThat(BILL.source()).isEqualTo(new SourceDocument("tariff", "T1"));
        assertThat(BILL.source(SourceDocument.bankLine("L1")).source().id()).isEqualTo("L1");
        assertThat(BILL.salt()).isEqualTo(SALT);
        assertThat(BILL.narrative()).isEqualTo("三月物业费");
        assertThat(BILL).isNotEqualTo("BILL bill/1 2025-03-01");
        assertThat(new Entry(CommunityId.of("S001"), 0, AT, BILL).id()).isEqualTo(BILL.id());
    }

    @Test
    void aPaperIsALineOfTheBankAnEntryOrOfEarlierBooks() {
        assertThat(SourceDocument.bankLine("L1")).isEqualTo(new SourceDocument("bank-line", "L1"));
        assertThat(SourceDocument.imported("7")).isEqualTo(new SourceDocument("imported", "7"));
        assertThat(SourceDocument.entry(BILL.id()))
                .isEqualTo(new SourceDocument("entry", "bill/1"));
        assertThat(SourceDocument.number("B-1")).isEqualTo("B-1");
        for (String number : List.of("", "a b", "号")) {
            assertThatThrownBy(() -> SourceDocument.number(number))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void entriesAndSaltsAreTheirValues() {
        Salt other = Salt.fromHex("01".repeat(Salt.BYTES));

        assertThat(EntryId.of("a")).isLessThan(EntryId.of("b")).hasToString("a");
        assertThat(other).isNotEqualTo(SALT).isNotEqualTo("Salt");
        assertThat(other.toByteArray()).containsOnly(1);
        assertThat(other).isEqualTo(Salt.of(other.toByteArray()));
        assertThat(other.hashCode()).isEqualTo(Salt.of(other.toByteArray()).hashCode());
        assertThat(Side.DEBIT.letter()).isEqualTo("D");
        assertThat(Side.CREDIT.opposite()).isEqualTo(Side.DEBIT);
    }

    @ParameterizedTest
    @EnumSource(ErasureGround.class)
    void everyGroundOfAnErasureIsOfPersonalInformationLaw47(ErasureGround ground) {
        assertThat(ground.basis().toString()).contains("47");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsTheRulesOfBothModules(Language language) {
        RuleCheck ours = RuleCheck.of(LedgerRule.ACCOUNT_KNOWN, false, "account", "service.x");

        assertThat(TrustTexts.in(language).render(ours)).contains("service.x");
    }
}
