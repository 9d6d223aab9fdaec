package io.github.xinyi.governance.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.region.ProfileHead.Texts;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Marks;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the refusal of a profile says of the sources of the floors that it would lower. */
class StandingsTest {

    private static final ProfileHead HEAD =
            new ProfileHead(
                    RegionId.of("SOMEWHERE"), RegionProfile.NATIONAL, "某市", "Some", Texts.READ);

    @Test
    void everyFloorThatIsAReadingSaysSoInTheRulingThatUsesIt() {
        Ruling ruling =
                Answers.refused(
                        ProfileCatalog.shipped()
                                .with(
                                        HEAD,
                                        file("id,title_zh,title_en,version\n"),
                                        file(
                                                "key,value,instrument,article,paragraph,"
                                                        + "standing,from,to\n"
                                                        + waived("separate-funds")
                                                        + waived("statutory-count")
                                                        + waived("no-cut-off")
                                                        + "handover.open-ended-notice-days,61,"
                                                        + "CC,948,2,TEXT_READ,2024-01-01,\n")));

        assertThat(Marks.told(List.of(ruling), code -> code.startsWith("region.")))
                .isEqualTo(Marks.marked(RegionRule.values()))
                .containsExactly(
                        "region.floor-separate-funds",
                        "region.floor-statutory-count",
                        "region.open-ended-notice-fixed");
    }

    private static String waived(String guarantee) {
        return "guarantee." + guarantee + ",WAIVED,CC,1,1,TEXT_READ,2024-01-01,\n";
    }

    private static SheetFile file(String text) {
        return SheetFile.utf8("some.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
