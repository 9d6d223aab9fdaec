package io.github.xinyi.governance.locality;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.talk.TalkTerms;
import io.github.xinyi.governance.team.HouseholdBounds;
import io.github.xinyi.governance.team.TeamPattern;
import io.github.xinyi.governance.team.TeamRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A place is accepted with good tables alone, 1 to 16 of teams and of conferences and no two by one
 * id, and refused with every fault of every other, every id that is there twice and every step that
 * is left to a post of no team.
 */
class LocalityTablesProperties {

    private static final String PLACE = "某市";

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

        List<Finding> refusal(SheetFile file) {
            return reader.apply(file)
                    .fold(value -> List.of(), ruling -> List.copyOf(ruling.notMet()));
        }
    }

    private static final Table PROCEDURE =
            new Table(
                    "deliberation/sample-city.csv",
                    file -> PatternSheet.read(PLACE, file),
                    List.of(
                            new Fault("resolution,决议,业主表决", "resolution,决议,材料"),
                            new Fault("≥1/2,>1/2,实到,5", ",>1/3,,5"),
                            new Fault("公开,居民委员会,,,,,5,5", "公开,,,,,,-1,五"),
                            new Fault("5,30,30,5;6;7;8,", "367,367,367,5;5;10,"),
                            new Fault("0,60,0,,民法典", "0,60,0,1;2,民法典")));

    private static final String TITLE = "物业管理联席会议";

    private static final Table CONFERENCE =
            new Table(
                    "conference/shandong.csv",
                    ConferencePatternSheet::read,
                    List.of(
                            new Fault("到会方数,5", "到会方数,2"),
                            new Fault("例会间隔月数,3", "例会间隔月数,13"),
                            new Fault("参会方,公安派出所", "参会方,社区居民委员会")));

    /** The first has the post 楼栋长, the second 法律顾问; the table of limits leaves a step to each. */
    private static final List<Table> TEAMS =
            List.of(
                    new Table(
                            "team/grid.csv",
                            file -> TeamPattern.read(PLACE, file),
                            List.of(
                                    new Fault("网格长,1,1", "网格长,2,1"),
                                    new Fault("网格长,1,1,,,,物业人员", "网格长,1,1,,,,网格长"),
                                    new Fault("其他力量,0,,,,,", "其他力量,0,,,法律;法律,,没有的岗位"),
                                    new Fault("独立于物业企业", "独立"))),
                    new Table(
                            "locality/sample-city/dispute.csv",
                            file -> TeamPattern.read(PLACE, file),
                            List.of(
                                    new Fault("法律顾问,1,1", "法律顾问,2,1"),
                                    new Fault("民警,,法律顾问", "民警,,没有的岗位"))));

    /** A place has one of each of these, and one procedure. */
    private static final List<Table> OTHERS =
            List.of(
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

    private static final Pattern POST = Pattern.compile("前:[^:;,]+:([^:;,]+)");

    /** Tables of one kind, what each by itself is refused with, and the texts of all others. */
    private static final class Draft {

        private final Random random;
        private final boolean good;
        private final List<SheetFile> files = new ArrayList<>();
        private final List<Finding> faults = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        Draft(Random random, boolean good) {
            this.random = random;
            this.good = good;
        }

        boolean happens(int once) {
            return !good && random.nextInt(once) == 0;
        }

        void draw(Table table, String name, UnaryOperator<String> changed) {
            boolean faulty = happens(4);
            String text = faulty ? table.faulty(random) : changed.apply(table.good());
            SheetFile file = sheet(name, text);
            List<Finding> refusal = table.refusal(file);
            assertThat(refusal.isEmpty()).as(table.file()).isNotEqualTo(faulty);
            files.add(file);
            faults.addAll(refusal);
            if (!faulty) {
                texts.add(text);
            }
        }

        /** Mostly as many as given, some of them twice; now and then none, or one too many. */
        List<String> ids(int most) {
            int number = 1 + random.nextInt(most);
            if (happens(8)) {
                number = random.nextBoolean() ? 0 : Locality.MAX_PATTERNS + 1;
            }
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                ids.add(i > 0 && happens(6) ? ids.get(random.nextInt(i)) : "第" + i);
            }
            return ids;
        }
    }

    @Property(tries = 250)
    void everyFaultOfEveryTableOfAPlaceIsNamedAndNoOther(@ForAll Random random) {
        boolean good = random.nextInt(3) == 0;
        Draft procedure = new Draft(random, good);
        procedure.draw(PROCEDURE, "table.csv", UnaryOperator.identity());
        Draft conferences = new Draft(random, good);
        List<String> titles = conferences.ids(3);
        titles.forEach(
                title ->
                        conferences.draw(
                                CONFERENCE, "table.csv", text -> text.replace(TITLE, title)));
        Draft teams = new Draft(random, good);
        List<String> ids = teams.ids(4);
        ids.forEach(
                id ->
                        teams.draw(
                                TEAMS.get(random.nextInt(2)),
                                id + ".csv",
                                UnaryOperator.identity()));
        Draft others = new Draft(random, good);
        OTHERS.forEach(
                table -> others.draw(table, "table.csv", text -> unknown(table, text, others)));
        List<Finding> expected =
                Stream.of(procedure, conferences, teams, others)
                        .flatMap(draft -> draft.faults.stream())
                        .toList();
        List<RuleCode> more = new ArrayList<>();
        more.addAll(number(LocalityRule.CONFERENCES, titles));
        more.addAll(twice(LocalityRule.CONFERENCE_ONCE, titlesOf(conferences)));
        more.addAll(number(LocalityRule.TEAMS, ids));
        more.addAll(twice(LocalityRule.TEAM_ONCE, ids));
        if (!ids.isEmpty() && teams.faults.isEmpty()) {
            more.addAll(unknownPosts(others, String.join("", teams.texts)));
        }

        Outcome<Locality> outcome =
                new LocalityTables(
                                procedure.files.get(0),
                                conferences.files,
                                teams.files,
                                others.files.get(0),
                                others.files.get(1),
                                others.files.get(2),
                                others.files.get(3))
                        .read(PLACE);

        List<Finding> refused =
                outcome.fold(place -> List.of(), ruling -> List.copyOf(ruling.notMet()));
        assertThat(outcome.isAccepted()).isEqualTo(expected.isEmpty() && more.isEmpty());
        assertThat(refused).hasSize(expected.size() + more.size());
        assertThat(refused.subList(0, expected.size())).isEqualTo(expected);
        assertThat(refused.subList(expected.size(), refused.size()))
                .extracting(Finding::rule)
                .isEqualTo(more);
        if (outcome instanceof Outcome.Accepted<Locality> accepted) {
            assertThat(accepted.value().teams()).extracting(TeamPattern::id).isEqualTo(ids);
            assertThat(accepted.value().conferences())
                    .extracting(ConferencePattern::title)
                    .isEqualTo(titles);
        }
    }

    private static String unknown(Table table, String text, Draft draft) {
        Fault post = UNKNOWN_POSTS.get(table.file());
        return post == null || !draft.happens(3) ? text : text.replace(post.right(), post.wrong());
    }

    private static List<RuleCode> number(LocalityRule size, List<String> all) {
        return all.isEmpty() || all.size() > Locality.MAX_PATTERNS
                ? List.of(size.code())
                : List.of();
    }

    private static List<RuleCode> twice(LocalityRule once, List<String> ids) {
        long twice =
                ids.stream().distinct().filter(id -> Collections.frequency(ids, id) > 1).count();
        return Collections.nCopies((int) twice, once.code());
    }

    private static List<String> titlesOf(Draft conferences) {
        return conferences.texts.stream()
                .map(text -> text.replaceFirst("(?s).*\n名称,([^,]+),.*", "$1"))
                .toList();
    }

    /** A finding for each step of a table that can be read whose post is in no table of a team. */
    private static List<RuleCode> unknownPosts(Draft others, String slots) {
        return others.texts.stream()
                .flatMap(text -> POST.matcher(text).results().map(m -> m.group(1)).distinct())
                .filter(post -> !slots.contains("\n" + post + ","))
                .map(post -> TeamRule.POST_KNOWN.code())
                .toList();
    }

    private static SheetFile sheet(String name, String text) {
        return SheetFile.utf8(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
