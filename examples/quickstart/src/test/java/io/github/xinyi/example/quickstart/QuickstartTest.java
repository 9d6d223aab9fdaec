package io.github.xinyi.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    @Test
    void printsTheExplainedVerdict() throws Exception {
        assertThat(printedBy(() -> Quickstart.main(new String[0])))
                .isEqualToNormalizingNewlines(
                        """
                        M1 PASSED
                        ✔ Notice on 2025-03-01, voting from 2025-03-16: 15 days; at least 15 are \
                        needed [Property Management Regulation art. 14 para. 1 (our reading \
                        of the law)]
                        ✔ Area taking part 363.87/472.62 m²; ≥2/3 is needed [Civil Code art. 278 \
                        para. 2; SPC Interpretation on Condominium Ownership art. 8]
                        ✔ Owners taking part 3/4; ≥2/3 is needed [Civil Code art. 278 para. 2; \
                        SPC Interpretation on Condominium Ownership art. 9]
                        ✔ Area in favour 274.45/363.87 m²; >1/2 is needed [Civil Code art. 278 \
                        para. 2; SPC Interpretation on Condominium Ownership art. 8]
                        ✔ Owners in favour 2/3; >1/2 is needed [Civil Code art. 278 para. 2; SPC \
                        Interpretation on Condominium Ownership art. 9]
                        – How the votes are read (I01-I10, I45, BALLOTS/4), that 过半数 is more \
                        than half, and that the question is of item 4 are readings of the law \
                        and not its words [Civil Code art. 278 para. 2 (our reading of the \
                        law); SPC Interpretation on Condominium Ownership art. 2 (our reading \
                        of the law); SPC Interpretation on Condominium Ownership art. 8 (our \
                        reading of the law); SPC Interpretation on Condominium Ownership art. 9 \
                        (our reading of the law); Civil Code art. 278 para. 1 item 4 (our \
                        reading of the law)]
                        ✘ Ballot V0005 for 1-102 differs from V0003, which stands \
                        [Civil Code art. 278 para. 2 (our reading of the law)]
                        """);
    }

    @Test
    void printsWhatThePublishedFiguresProve() throws Exception {
        assertThat(printedBy(() -> PublishedFigures.main(new String[0])))
                .isEqualToNormalizingNewlines(
                        """
                        PASSED by the figures, decision NOT_ESTABLISHED
                        ✔ 表决开始日期：2022-01-01..2022-12-31；可能适用的规则：民法典（2021年起）/1 \
                        [《中华人民共和国民法典》第278条第2款（本库对法律的解读）]
                        ? 通知日期：-；表决开始日期：2022-01-01..2022-12-31；须提前15日通知 \
                        [《物业管理条例》第14条第1款（本库对法律的解读）]
                        ✔ 参与表决面积 93,449.08/124,799.30 ㎡；须≥2/3 [《中华人民共和国民法典》第278条第2款]
                        ✔ 同意面积 61,662.38..61,671.72/93,449.08 ㎡；须>1/2 [《中华人民共和国民法典》第278条第2款]
                        ✔ 参与表决人数 905/1,152；须≥2/3 [《中华人民共和国民法典》第278条第2款]
                        ✔ 同意人数 589/905；须>1/2 [《中华人民共和国民法典》第278条第2款]
                        – 本事项归入第4项、“过半数”即超过二分之一、人数和面积按公告统计口径、比例按四舍五入：\
                        均为对法律和公告的理解，并非原文 \
                        [《中华人民共和国民法典》第278条第2款（本库对法律的解读）; \
                        《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第2条（本库对法律的解读）; \
                        《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第8条（本库对法律的解读）; \
                        《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第9条（本库对法律的解读）; \
                        《中华人民共和国民法典》第278条第1款第4项（本库对法律的解读）]
                        REJECTED by the figures, decision NOT_ESTABLISHED
                        ✔ 表决开始日期：2022-01-01..2022-12-31；可能适用的规则：民法典（2021年起）/1 \
                        [《中华人民共和国民法典》第278条第2款（本库对法律的解读）]
                        ? 通知日期：-；表决开始日期：2022-01-01..2022-12-31；须提前15日通知 \
                        [《物业管理条例》第14条第1款（本库对法律的解读）]
                        ✔ 参与表决面积 93,449.08/124,799.30 ㎡；须≥2/3 [《中华人民共和国民法典》第278条第2款]
                        ✘ 同意面积 61,662.38..61,671.72/93,449.08 ㎡；须≥3/4 [《中华人民共和国民法典》第278条第2款]
                        ✔ 参与表决人数 905/1,152；须≥2/3 [《中华人民共和国民法典》第278条第2款]
                        ✘ 同意人数 589/905；须≥3/4 [《中华人民共和国民法典》第278条第2款]
                        – 本事项归入第6项、人数和面积按公告统计口径、比例按四舍五入：\
                        均为对法律和公告的理解，并非原文 \
                        [《中华人民共和国民法典》第278条第2款（本库对法律的解读）; \
                        《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第2条（本库对法律的解读）; \
                        《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第8条（本库对法律的解读）; \
                        《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第9条（本库对法律的解读）; \
                        《中华人民共和国民法典》第278条第1款第6项（本库对法律的解读）]
                        """);
    }

    /** From roster and ballots as tables to the verdict, the meeting and its dates included. */
    @Test
    void comesFromTablesToAVerdictInFifteenLines() throws Exception {
        List<String> lines = mainOf("Quickstart");
        int verdict = IntStream.range(0, lines.size()).filter(at -> isVerdict(lines.get(at))).sum();

        assertThat(lines.subList(0, verdict + 1)).hasSizeBetween(10, 15);
    }

    /** From the figures of a notice to the explained verdict, the notice included. */
    @Test
    void comesFromPublishedFiguresToAVerdictInFifteenLines() throws Exception {
        assertThat(mainOf("PublishedFigures")).anyMatch(QuickstartTest::isVerdict);
        assertThat(mainOf("PublishedFigures")).hasSizeBetween(10, 15);
    }

    private static boolean isVerdict(String line) {
        return line.startsWith("var result = ") || line.startsWith("var verdict = ");
    }

    /** The lines of a program between the braces of its main method that are not blank. */
    private static List<String> mainOf(String program) throws IOException {
        Path folder = Path.of("src/main/java/io/github/xinyi/example/quickstart");
        List<String> lines = Files.readAllLines(folder.resolve(program + ".java"));
        return lines.stream()
                .dropWhile(line -> !line.contains("void main("))
                .skip(1)
                .takeWhile(line -> !line.equals("    }"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What a program prints. */
    private interface Program {
        void run() throws Exception;
    }

    private static String printedBy(Program program) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
