package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.publication.AgreedProfile;
import io.github.xinyi.trust.publication.DisclosureItem;
import io.github.xinyi.trust.publication.DisclosureItem.Audience;
import io.github.xinyi.trust.publication.DisclosureProfile;
import io.github.xinyi.trust.publication.DisclosureTerm;
import io.github.xinyi.trust.publication.PublicationRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards Civil Code arts. 278 and 943 for what owners and firm agree to make public. */
class AgreedProfileTest {

    /** Asks for public income each quarter within 15 days, by a text that was read. */
    private static final DisclosureProfile SHANGHAI = DisclosureProfile.ofRegion("shanghai");

    private static DisclosureProfile income(Audience audience, int months, Duration within) {
        DisclosureItem asked = SHANGHAI.item("public-income").orElseThrow();
        return SHANGHAI.with(
                new DisclosureItem(
                        asked.code(),
                        asked.nameZh(),
                        asked.nameEn(),
                        audience,
                        new DisclosureTerm.AfterPeriod(months, within),
                        "合同约定",
                        Standing.INTERPRETATION));
    }

    private static OwnersDecision decision(CommunityId community, Motion.Document... papers) {
        return OwnersDecision.of(Village.resolution(community, Matter.MANAGER_APPOINTMENT, papers));
    }

    private static Motion.Document paper(DisclosureProfile profile) {
        return AgreedProfile.document(Village.ID, Village.CONTRACT, profile);
    }

    private static Outcome<AgreedProfile> agree(
            DisclosureProfile profile, OwnersDecision decision) {
        return AgreedProfile.agree(Village.ID, Village.CONTRACT, profile, SHANGHAI, decision);
    }

    private static Outcome<AgreedProfile> agree(DisclosureProfile profile) {
        return agree(profile, decision(Village.ID, paper(profile)));
    }

    @Test
    void bindsByADecisionOnTheVeryList() {
        DisclosureProfile monthly = income(Audience.ALL_OWNERS, 1, Duration.ofDays(10));

        AgreedProfile agreed = accept(agree(monthly));

        assertThat(agreed.profile()).isSameAs(monthly);
        assertThat(agreed.decision().provenance()).isEqualTo(OwnersDecision.Provenance.COUNTED);
        assertThat(agreed).hasToString(monthly.items().size() + " items, COUNTED 2024-OM-01 M1");
        assertRefused(
                agree(monthly, decision(Village.ID, paper(SHANGHAI))),
                PublicationRule.DECISION_ON_PROFILE);
    }

    @Test
    void isDecidedByTheOwnersOfThisCommunityOnFirmOrMajorMatter() {
        OwnersDecision ofOthers = decision(Village.OTHER, paper(SHANGHAI));
        OwnersDecision onFund =
                OwnersDecision.of(
                        Village.resolution(
                                Village.ID, Matter.MAINTENANCE_FUND_USE, paper(SHANGHAI)));
        OwnersDecision onMatter =
                OwnersDecision.of(
                        Village.resolution(Village.ID, Matter.OTHER_MAJOR_MATTER, paper(SHANGHAI)));

        assertRefused(agree(SHANGHAI, ofOthers), PublicationRule.DECISION_OF_COMMUNITY);
        assertRefused(agree(SHANGHAI, onFund), PublicationRule.DECISION_ON_CONTRACT);
        accept(agree(SHANGHAI, onMatter));
    }

    @Test
    void isLabelledExternalWhereTheVoteWasHeldElsewhere() {
        OwnersDecision external =
                ExternalMandateTest.mandate(Matter.MANAGER_APPOINTMENT, paper(SHANGHAI));

        assertThat(accept(agree(SHANGHAI, external)).toString()).endsWith("EXTERNAL 公告2024-07");
    }

    @ParameterizedTest
    @CsvSource({
        "ALL_OWNERS, 3, 359, true",
        "ALL_OWNERS, 3, 360, true",
        "ALL_OWNERS, 3, 361, false",
        "ALL_OWNERS, 1, 360, true",
        "ALL_OWNERS, 6, 360, false",
        "ALL_OWNERS_AGGREGATE, 3, 360, false",
    })
    void keepsWhatATextOfThePlaceAsksForByCivilCode943(
            Audience audience, int months, long hours, boolean kept) {
        Outcome<AgreedProfile> outcome = agree(income(audience, months, Duration.ofHours(hours)));

        if (kept) {
            accept(outcome);
        } else {
            assertRefused(outcome, PublicationRule.AS_THE_LAW_ASKS);
        }
    }

    @ParameterizedTest
    @CsvSource({"71, true", "72, true", "73, false"})
    void keepsATermAfterAnEventToo(long hours, boolean kept) {
        DisclosureProfile beijing = DisclosureProfile.ofRegion("beijing");
        DisclosureItem asked = beijing.item("decisions").orElseThrow();
        DisclosureProfile changed = with(beijing, asked, Duration.ofHours(hours));
        OwnersDecision decision = decision(Village.ID, paper(changed));

        Outcome<AgreedProfile> outcome =
                AgreedProfile.agree(Village.ID, Village.CONTRACT, changed, beijing, decision);

        if (kept) {
            accept(outcome);
        } else {
            assertRefused(outcome, PublicationRule.AS_THE_LAW_ASKS);
        }
    }

    private static DisclosureProfile with(
            DisclosureProfile profile, DisclosureItem item, Duration within) {
        return profile.with(
                new DisclosureItem(
                        item.code(),
                        item.nameZh(),
                        item.nameEn(),
                        item.audience(),
                        new DisclosureTerm.AfterEvent(within),
                        item.source(),
                        item.standing()));
    }

    /** What no text asks for may be agreed otherwise, and an event is no period. */
    @Test
    void whatIsOnlyAReadingMayBeAgreedOtherwise() {
        DisclosureItem entries = SHANGHAI.item("entries").orElseThrow();
        DisclosureItem audit = SHANGHAI.item("audit").orElseThrow();

        accept(agree(with(SHANGHAI, entries, Duration.ofDays(10))));
        assertRefused(
                agree(with(SHANGHAI, audit, Duration.ofHours(1))), PublicationRule.AS_THE_LAW_ASKS);
    }

    @Test
    void aMissingItemIsNotAsTheLawAsks() {
        DisclosureProfile national = DisclosureProfile.national();
        DisclosureProfile more =
                SHANGHAI.with(
                        new DisclosureItem(
                                "bicycles",
                                "自行车",
                                "Bicycles",
                                Audience.ALL_OWNERS,
                                new DisclosureTerm.AfterEvent(Duration.ofHours(1)),
                                "地方规定",
                                Standing.TEXT_READ));
        OwnersDecision decision = decision(Village.ID, paper(national));

        assertRefused(
                AgreedProfile.agree(Village.ID, Village.CONTRACT, national, more, decision),
                PublicationRule.AS_THE_LAW_ASKS);
    }

    @Test
    void everyPartIsOfThePaper() {
        DisclosureItem entries = SHANGHAI.item("entries").orElseThrow();
        List<Motion.Document> papers =
                List.of(
                        paper(SHANGHAI),
                        AgreedProfile.document(Village.OTHER, Village.CONTRACT, SHANGHAI),
                        AgreedProfile.document(Village.ID, "HT-2025-02", SHANGHAI),
                        paper(DisclosureProfile.national()),
                        paper(with(SHANGHAI, entries, Duration.ofHours(23))),
                        paper(income(Audience.ALL_OWNERS, 1, Duration.ofDays(15))),
                        paper(income(Audience.ALL_OWNERS, 3, Duration.ofDays(15))),
                        paper(income(Audience.ALL_OWNERS, 3, Duration.ofDays(14))),
                        paper(income(Audience.PUBLIC_BOARD, 3, Duration.ofDays(15))));

        assertThat(papers).doesNotHaveDuplicates();
        assertThat(paper(SHANGHAI)).isEqualTo(paper(DisclosureProfile.ofRegion("shanghai")));
    }
}
