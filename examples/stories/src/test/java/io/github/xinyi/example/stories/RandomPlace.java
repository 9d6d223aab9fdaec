package io.github.xinyi.example.stories;

import io.github.xinyi.governance.deliberation.Stage;
import io.github.xinyi.governance.locality.Locality;
import io.github.xinyi.governance.locality.LocalityTables;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.voting.Matter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables of a place that nobody has thought of: 1 to 4 teams, 1 to 3 conferences, other stages,
 * matters, parties, slots that exclude each other, gates, days and steps of its own. What the
 * calendar of a story fixes, such as the months of the repair, bounds the days between stages;
 * {@link #ofAnyDays} draws as many as a table may write.
 */
final class RandomPlace {

    private static final String SOURCE = "随机示例,";

    private final Random random;
    private final boolean anyDays;
    private final List<String> posts = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();
    private final List<List<String>> teams = new ArrayList<>();

    RandomPlace(Random random) {
        this(random, false);
    }

    private RandomPlace(Random random, boolean anyDays) {
        this.random = random;
        this.anyDays = anyDays;
    }

    /** A place that no story has to fit into a year. */
    static RandomPlace ofAnyDays(Random random) {
        return new RandomPlace(random, true);
    }

    /** The rows of the procedure that was read, each as its cells by the heads of their columns. */
    List<Map<String, String>> stages() {
        return cells(stages);
    }

    /** The same of each team, in the order of the place. */
    List<List<Map<String, String>>> teams() {
        return teams.stream().map(RandomPlace::cells).toList();
    }

    private static List<Map<String, String>> cells(List<String> rows) {
        List<String> heads = List.of(rows.get(0).split(",", -1));
        List<Map<String, String>> all = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = List.of(row.split(",", -1));
            Map<String, String> named = new HashMap<>();
            heads.forEach(head -> named.put(head, cells.get(heads.indexOf(head))));
            all.add(named);
        }
        return all;
    }

    Locality read() {
        for (int team = 1, last = figure(1, 4); team <= last; team++) {
            teams.add(team(team));
        }
        stages.addAll(procedure());
        drawDaysToMakeUp();
        List<SheetFile> conferences = new ArrayList<>();
        for (int conference = 1, last = figure(1, 3); conference <= last; conference++) {
            conferences.add(table("conference.csv", conference(conference)));
        }
        return new LocalityTables(
                        table(stages),
                        conferences,
                        IntStream.range(0, teams.size())
                                .mapToObj(i -> table("队伍" + (i + 1) + ".csv", teams.get(i)))
                                .toList(),
                        table(limits()),
                        table(casework()),
                        table(talks()),
                        table(List.of("最少户数,最多户数,来源,依据", "100," + figure(100, 900) + ",某市,解读")))
                .read("随机地方")
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** The vote, its execution and a display after each are for all nine matters. */
    private List<String> procedure() {
        List<String> rows = new ArrayList<>();
        rows.add("环节,名称,类型,主体,材料,出席,同意,同意基数,至少天数,期限天数,补办天数,适用事项,来源,效力");
        for (int number = 1, most = figure(0, 4); number <= most; number++) {
            rows.add(before(number));
        }
        rows.add("vote,业主表决,业主表决,业主大会,,,,,%d,%d,0,,民法典第二百七十八条,原文".formatted(days(0, 20), within()));
        rows.add(display("decision-1", days(1, 8), ""));
        if (random.nextBoolean()) {
            rows.add(display("decision-2", days(1, 8), matters()));
        }
        rows.add(
                "execution,实施,实施,施工单位%d,实施报告,,,,%d,%d,0,,%s解释"
                        .formatted(figure(1, 9), days(0, 9), within(), SOURCE));
        List<String> last = new ArrayList<>(List.of(display("result", days(1, 15), "")));
        if (random.nextBoolean()) {
            last.add(
                    random.nextBoolean()
                            ? body("review", "评议结果;签到表")
                            : "review,评议,材料,评议会,评议结果,,,,%d,%d,0,%s,%s解释"
                                    .formatted(days(0, 3), within(), matters(), SOURCE));
        }
        Collections.shuffle(last, random);
        rows.addAll(last);
        return rows;
    }

    /** 补办天数, of what an urgent repair out of the maintenance fund would go before, and no other. */
    private void drawDaysToMakeUp() {
        String item = String.valueOf(Matter.MAINTENANCE_FUND_USE.item());
        boolean putOff = false;
        boolean first = true;
        for (int i = 1; i < stages.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(stages.get(i).split(",", -1)));
            String items = cells.get(11);
            if (cells.get(2).equals("实施")) {
                return;
            }
            if (items.isEmpty() || List.of(items.split(";", -1)).contains(item)) {
                putOff = putOff || !first || cells.get(2).equals("业主表决");
                first = false;
                cells.set(10, putOff ? "" + within() : "0");
                stages.set(i, String.join(",", cells));
            }
        }
    }

    private String before(int number) {
        return switch (random.nextInt(3)) {
            case 0 ->
                    "s%d,环节%d,材料,主体%d;别的主体,提案,,,,%d,%d,0,%s,%s解释"
                            .formatted(
                                    number,
                                    number,
                                    figure(0, 3),
                                    days(0, 3),
                                    within(),
                                    matters(),
                                    SOURCE);
            case 1 -> body("s" + number, "会议纪要;签到表");
            default -> display("s" + number, days(0, 4), matters());
        };
    }

    private String body(String id, String papers) {
        return "%s,议决%s,议决,机构%s,%s,%s,%s,%s,%d,%d,0,%s,%s解释"
                .formatted(
                        id,
                        id,
                        id,
                        papers,
                        any("", "≥1/2", "≥2/3", ">3/4"),
                        any(">1/2", "≥1/2", "≥2/3", "≥3/5"),
                        any("应到", "实到"),
                        days(0, 3),
                        within(),
                        matters(),
                        SOURCE);
    }

    private String display(String id, int days, String matters) {
        return "%s,公开%s,公开,居民委员会,,,,,%d,%d,0,%s,%s解释"
                .formatted(id, id, days, within(), matters, SOURCE);
    }

    /** At least so many; in a place of any days now and then as many as a table may write. */
    private int days(int least, int most) {
        if (!anyDays || random.nextInt(3) == 0) {
            return figure(least, most);
        }
        return random.nextInt(4) == 0 ? Stage.MAX_DAYS : figure(least, Stage.MAX_DAYS);
    }

    /** A stage that is late blocks nothing, so that no story bounds these days; 0 is none. */
    private int within() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Stage.MAX_DAYS;
            default -> figure(1, 40);
        };
    }

    /** Some of the nine by their numbers in the law; as often nothing, which is all of them. */
    private String matters() {
        List<Integer> some =
                IntStream.rangeClosed(1, Matter.values().length)
                        .filter(item -> random.nextBoolean())
                        .boxed()
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(some, random);
        return random.nextBoolean()
                ? ""
                : some.stream().map(String::valueOf).collect(Collectors.joining(";"));
    }

    private List<String> conference(int number) {
        int parties = figure(3, 9);
        List<String> rows = new ArrayList<>(List.of("项目,值,出处,依据程度"));
        rows.add("名称,联席会" + number + ",某市,本库解读");
        rows.add("召集方,召集方" + figure(1, 99) + ",某市,本库解读");
        IntStream.range(1, parties).mapToObj(i -> "参会方,第" + i + "方,某市,本库解读").forEach(rows::add);
        rows.add("例会间隔月数," + figure(1, 4) + ",某市,本库解读");
        rows.add("议程提前天数," + figure(1, 7) + ",某市,本库解读");
        rows.add("临时会议天数," + figure(1, 30) + ",某市,本库解读");
        rows.add("到会方数," + figure(parties / 2 + 1, parties) + ",某市,本库解读");
        return rows;
    }

    /** Some slots have a name that other teams have too, and some one of their own. */
    private List<String> team(int number) {
        List<String> own =
                IntStream.rangeClosed(1, figure(1, 6))
                        .mapToObj(slot -> "岗位" + slot + any("", "-" + number))
                        .toList();
        posts.addAll(own);
        List<String> rows = new ArrayList<>(List.of("岗位,最少,最多,兼任小区上限,资格,类别,互斥岗位,独立性,来源,依据"));
        for (String post : own) {
            int least = figure(0, 4);
            int kinds = random.nextInt(least + 1);
            rows.add(
                    "%s,%d,%s,%s,%s,%s,%s,%s,某市,解读"
                            .formatted(
                                    post,
                                    least,
                                    random.nextBoolean() ? "" : "" + (least + figure(2, 4)),
                                    any("", "1", "5"),
                                    any("", "资格甲", "资格甲;资格乙"),
                                    String.join(
                                            ";",
                                            IntStream.range(0, kinds)
                                                    .mapToObj(k -> "类别" + k)
                                                    .toList()),
                                    exclusive(post, own),
                                    any("不限", "独立于物业企业")));
        }
        return rows;
    }

    private String exclusive(String post, List<String> all) {
        return all.stream()
                .filter(other -> !other.equals(post) && random.nextInt(4) == 0)
                .collect(Collectors.joining(";"));
    }

    private List<String> limits() {
        List<String> rows =
                new ArrayList<>(List.of("等级,答复小时,办结工作日,回访天数,可延期次数,延期工作日,必经环节,回访次数,来源,依据"));
        List<String> all =
                some(
                        "调解前走访",
                        "派工前走访",
                        "结案前审核",
                        "调解前:到场",
                        step("调解前:听证"),
                        step("派工前:核价"),
                        "结案前:会商",
                        step("结案前:签认"));
        for (int grade = 1; grade <= figure(1, 4); grade++) {
            rows.add(
                    "第%d级,%d,%d,%d,%d,%d,%s,%d,某市,解读"
                            .formatted(
                                    grade,
                                    figure(1, 72),
                                    figure(2, 60),
                                    figure(1, 30),
                                    figure(0, 3),
                                    figure(1, 20),
                                    String.join(";", some(all.toArray(String[]::new))),
                                    figure(0, 5)));
        }
        rows.add("下限,1,1,1,0,0,,0,某市,解读");
        rows.add("上限,72,60,30,3,20," + String.join(";", all) + ",5,某市,解读");
        return rows;
    }

    /** The story has 42 of 48 homes asked on its first evening, and 30 of them rate in the end. */
    private List<String> casework() {
        return List.of(
                "入户覆盖率,评价参与率,每人评价户数上限,必经环节,须走程序事项,决策主体,征集天数,评价天数,来源,依据",
                "%d/48,%d/48,%d,%s,%s,%s,%d,%d,某市,解读"
                        .formatted(
                                figure(43, 48),
                                figure(24, 30),
                                figure(1, 5),
                                String.join(
                                        ";",
                                        some(
                                                "协商",
                                                "决策前公开",
                                                "结案前公开",
                                                "协商前:通知",
                                                step("方案前:审核"),
                                                "方案前:论证",
                                                step("实施前:交底"),
                                                step("结案前:验收"))),
                                any("9", "5;9", "5;6;7;8;9"),
                                any("", "业主委员会"),
                                figure(0, 60),
                                figure(0, 60)));
    }

    private List<String> talks() {
        return List.of(
                "限期最多天数,满意须超过,必经环节,附议人数,来源,依据",
                "%d,%s,%s,%d,某市,解读"
                        .formatted(
                                figure(1, 366),
                                any("0/1", "1/2", "2/3"),
                                String.join(";", some("公开", "评议", step("商议前:听取"), step("办理前:核价"))),
                                figure(0, 9)));
    }

    /** A step that the place leaves to a post of one of its teams, or to none. */
    private String step(String gateAndName) {
        return gateAndName + any("", ":" + any(posts.toArray(String[]::new)));
    }

    private List<String> some(String... all) {
        return Stream.of(all).filter(one -> random.nextBoolean()).toList();
    }

    private String any(String... all) {
        return all[random.nextInt(all.length)];
    }

    private int figure(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private static SheetFile table(List<String> rows) {
        return table("table.csv", rows);
    }

    private static SheetFile table(String name, List<String> rows) {
        String text = String.join("\n", rows) + "\n";
        return SheetFile.utf8(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
