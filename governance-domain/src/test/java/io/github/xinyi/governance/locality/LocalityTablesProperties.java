package io.github.xinyi.governance.locality;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.talk.TalkTerms;
import io.github.xinyi.governance.team.HouseholdBounds;
import io.github.xinyi.governance.team.TeamPattern;
import io.github.xinyi.governance.team.TeamRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A place is accepted with seven good tables alone, and refused with every fault of every other and
 * every step that is left to a post of no team.
 */
class LocalityTablesProperties {

    private static final String PLACE = "某市";

    /** Where the table of the team stands among the seven. */
    private static final int TEAM = 2;

    private record Fault(String right, String wrong) {}

    /** A table that is shipped, how it is read by itself, and what can be wrong with it. */
    private record Table(String file, Function<SheetFile, Outcome<?>> reader, List<Fault> faults) {

        String good() {
            String path = "/io/github/xinyi/governance/" + file;
            try (InputStream in = LocalityTablesProperties.class.getResourceAsStream(path)) {
                return new String(
                        Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException(path, e);
            }
        }

        String faulty(Random random) {
            Fault fault = faults.get(random.nextInt(faults.size()));
            String good = good();
            String bad = good.replace(fault.right(), fault.wrong());
            assertThat(bad).as(file + ": " + fault.right()).isNotEqualTo(good);
            return bad;
        }

        List<Finding> refusal(String text) {
            return reader.apply(sheet(text))
                    .fold(value -> List.of(), ruling -> List.copyOf(ruling.notMet()));
        }
    }

    private static final List<Table> TABLES =
            List.of(
                    new Table(
                            "deliberation/sample-city.csv",
                            file -> PatternSheet.read(PLACE, file),
                            List.of(
                                    new Fault("resolution,决议,业主表决", "resolution,决议,材料"),
                                    new Fault("≥1/2,>1/2,实到,5", ",>1/3,,5"),
                                    new Fault("公开,居民委员会,,,,,5,5", "公开,,,,,,-1,五"))),
                    new Table(
                            "conference/shandong.csv",
                            ConferencePatternSheet::read,
                            List.of(
                                    new Fault("到会方数,5", "到会方数,2"),
                                    new Fault("例会间隔月数,3", "例会间隔月数,13"),
                                    new Fault("参会方,公安派出所", "参会方,社区居民委员会"))),
                    new Table(
                            "team/grid.csv",
                            file -> TeamPattern.read(PLACE, file),
                            List.of(
                                    new Fault("网格长,1,1", "网格长,2,1"),
                                    new Fault("其他力量,0,,,,,", "其他力量,0,,,法律;法律,,没有的岗位"),
                                    new Fault("独立于物业企业", "独立"))),
                    new Table(
                            "locality/sample-city/sla.csv",
                            SlaProfile::read,
                            List.of(
                                    new Fault("普通,12,", "普通,49,"),
                                    new Fault("即办,1,1", "普通,0,1"),
                                    new Fault("疑难,48,20,10,2,10,调解前走访", "疑难,48,20,10,2,10,拜访"),
                                    new Fault("普通,12,5,5,1,5,调解前走访", "普通,12,5,5,1,5,调解前:区里协调"))),
                    new Table(
                            "locality/sample-city/casework.csv",
                            CaseworkTerms::read,
                            List.of(
                                    new Fault("9/10,3/5,1", "11/10,6/5,0"),
                                    new Fault("方案前:造价审核", "立项前:造价审核"),
                                    new Fault("7;8;9", "7;7;10"))),
                    new Table(
                            "locality/sample-city/talk.csv",
                            TalkTerms::read,
                            List.of(
                                    new Fault("60,2/3", "0,3/3"),
                                    new Fault("商议前:楼组长听取", "商议前楼组长听取"))),
                    new Table(
                            "locality/sample-city/households.csv",
                            HouseholdBounds::read,
                            List.of(new Fault("150,250", "250,150"))));

    /** Good by themselves, and each leaves one step to a post of no team. */
    private static final Map<String, Fault> UNKNOWN_POSTS =
            Map.of(
                    "locality/sample-city/sla.csv",
                    new Fault("楼栋长到场:楼栋长", "楼栋长到场:没有的岗"),
                    "locality/sample-city/casework.csv",
                    new Fault("业主代表验收", "业主代表验收:没有的岗"),
                    "locality/sample-city/talk.csv",
                    new Fault("楼组长听取", "楼组长听取:没有的岗"));

    @Property(tries = 300)
    void everyFaultOfEveryTableOfAPlaceIsNamedAndNoOther(@ForAll Random random) {
        List<String> texts = new ArrayList<>();
        List<Finding> expected = new ArrayList<>();
        int unknown = 0;
        for (Table table : TABLES) {
            String text = random.nextBoolean() ? table.good() : table.faulty(random);
            List<Finding> refusal = table.refusal(text);
            assertThat(refusal.isEmpty()).as(table.file()).isEqualTo(text.equals(table.good()));
            expected.addAll(refusal);
            Fault post = UNKNOWN_POSTS.get(table.file());
            if (post != null && refusal.isEmpty() && random.nextBoolean()) {
                text = text.replace(post.right(), post.wrong());
                unknown++;
            }
            texts.add(text);
        }
        int posts = TABLES.get(TEAM).refusal(texts.get(TEAM)).isEmpty() ? unknown : 0;

        Outcome<Locality> read = read(texts);

        assertThat(read.isAccepted()).isEqualTo(expected.isEmpty() && posts == 0);
        List<Finding> refused =
                read.fold(place -> List.of(), ruling -> List.copyOf(ruling.notMet()));
        int faults = expected.size();
        assertThat(refused).hasSize(faults + posts);
        assertThat(refused.subList(0, faults)).isEqualTo(expected);
        assertThat(refused.subList(faults, faults + posts))
                .allMatch(finding -> finding.rule().equals(TeamRule.POST_KNOWN.code()));
    }

    private static Outcome<Locality> read(List<String> texts) {
        List<SheetFile> files = texts.stream().map(LocalityTablesProperties::sheet).toList();
        return new LocalityTables(
                        files.get(0),
                        files.get(1),
                        files.get(2),
                        files.get(3),
                        files.get(4),
                        files.get(5),
                        files.get(6))
                .read(PLACE);
    }

    private static SheetFile sheet(String text) {
        return SheetFile.utf8("table.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
