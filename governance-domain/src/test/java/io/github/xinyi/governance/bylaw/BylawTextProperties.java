package io.github.xinyi.governance.bylaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.bylaw.CountPolicy.Abstention;
import io.github.xinyi.governance.bylaw.CountPolicy.Arrears;
import io.github.xinyi.governance.bylaw.CountPolicy.InvalidBallots;
import io.github.xinyi.governance.bylaw.CountPolicy.MixedAnswers;
import io.github.xinyi.governance.bylaw.CountPolicy.PartialReturns;
import io.github.xinyi.governance.bylaw.CountPolicy.RepeatedBallots;
import io.github.xinyi.governance.bylaw.CountPolicy.Silence;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.region.RegionNotice;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.region.RegionRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of procedure are kept as a text, from which a count is made again to the same bytes. */
class BylawTextProperties {

    @Property(tries = 500)
    void everyRuleIsReadBackAsItWasWritten(
            @ForAll long seed,
            @ForAll @StringLength(max = 20) String name,
            @ForAll @StringLength(max = 20) String figure) {
        Bylaws bylaws = bylaws(new Random(seed), name, figure);

        Bylaws read = Bylaws.parse(bylaws.canonicalText());

        assertThat(read).isEqualTo(bylaws);
        assertThat(read.canonicalText()).isEqualTo(bylaws.canonicalText());
    }

    private static Bylaws bylaws(Random random, String name, String figure) {
        List<Citation> sources =
                List.of(
                        Statutes.GUIDANCE_RULES.unverified(26),
                        Statutes.CIVIL_CODE.at(278, 2).asInterpretation(),
                        Statutes.CIVIL_CODE.at(280));
        RegionNotice notice =
                new RegionNotice(
                        RegionRule.TEXTS_NOT_AT_HAND,
                        Map.of(name, figure),
                        sources.subList(0, random.nextInt(4)));
        return new Bylaws(
                new CountPolicy(
                        any(Abstention.class, random),
                        any(Silence.class, random),
                        any(InvalidBallots.class, random),
                        any(RepeatedBallots.class, random),
                        any(MixedAnswers.class, random),
                        any(PartialReturns.class, random),
                        any(Arrears.class, random)),
                new HeadPolicy(
                        any(HeadPolicy.Parking.class, random),
                        any(HeadPolicy.CoOwnership.class, random),
                        any(HeadPolicy.RetainedUnits.class, random),
                        any(HeadPolicy.DeveloperHead.class, random)),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(
                                i ->
                                        new AdoptedClause(
                                                any(CountTopic.class, random),
                                                "第\\" + i + "条",
                                                LocalDate.of(2023, 5, 1),
                                                MeetingId.of("2023-OM-0" + i),
                                                MotionId.of("M" + i)))
                        .toList(),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> UnitId.of("U" + i))
                        .collect(Collectors.toCollection(TreeSet::new)),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> new ProxyLimit(i + 1, sources.get(i)))
                        .toList(),
                List.of(notice, notice).subList(0, random.nextInt(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\", "\\n", "a\tb\nc\rd", "\r\n", "\u2028"})
    void noFigureIsTakenForForm(String figure) {
        for (int seed = 0; seed < 20; seed++) {
            Bylaws bylaws = bylaws(new Random(seed), figure, figure);

            assertThat(Bylaws.parse(bylaws.canonicalText())).isEqualTo(bylaws);
        }
    }

    private static <E extends Enum<E>> E any(Class<E> type, Random random) {
        E[] all = type.getEnumConstants();
        return all[random.nextInt(all.length)];
    }

    @Test
    void keepsTheNoticesOfAProfile() {
        RegionProfile profile = Profiles.of("HONGGU");

        Bylaws bylaws = Bylaws.none().under(profile);

        assertThat(Bylaws.parse(bylaws.canonicalText())).isEqualTo(bylaws);
        assertThat(bylaws.notices()).isNotEmpty().isEqualTo(profile.notices());
    }

    @Test
    void tellsNoRulesInFewLines() {
        assertThat(Bylaws.none().canonicalText())
                .isEqualTo(
                        """
                        xinyi-bylaws-1
                        counting\tPARTICIPATES\tNOT_PARTICIPATING\tNOT_PARTICIPATING\t\
                        FIRST_VALID_WINS\tREQUIRE_CONSISTENT\tRETURNED_AREA\tNOT_RESTRICTED
                        heads\tNONE\tEXACT_SET\tMERGED\tSINGLE
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xinyi-bylaws-2\n",
                "xinyi-bylaws-1\n",
                "xinyi-bylaws-1\ncounting\tPARTICIPATES\n",
                "xinyi-bylaws-1\nfigure\ta\tb\n",
                "xinyi-bylaws-1\nnotice\tregion.nothing\n",
                "xinyi-bylaws-1\nproxy-limit\t3\n",
                "xinyi-bylaws-1\narrears\tU1\tU2\n",
                "xinyi-bylaws-1\narrears\tU\\x1\n",
                "xinyi-bylaws-1\nanother\tline\n"
            })
    void refusesEveryTextThatItDoesNotWrite(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Bylaws.parse(text));
    }

    @Test
    void refusesTheCanonicalTextWithOneMoreCharacter() {
        String text = Bylaws.none().canonicalText();

        assertThatIllegalArgumentException().isThrownBy(() -> Bylaws.parse(text + "\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bylaws.parse(text.replace("\n", "\r\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "SILENCE\\", "SILENCE\\t\\"})
    void refusesAFieldThatEndsWithinAnEscape(String field) {
        String text = Bylaws.none().canonicalText() + "clause\t" + field + "\n";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bylaws.parse(text))
                .withMessage("a broken escape");
    }
}
