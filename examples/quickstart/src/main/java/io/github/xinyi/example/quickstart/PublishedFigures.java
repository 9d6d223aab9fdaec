package io.github.xinyi.example.quickstart;

import io.github.xinyi.governance.published.AnnouncementSheet;
import io.github.xinyi.governance.published.PublishedVerdict;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;

/**
 * Prints the verdict on the figures that a meeting in Shanghai published in 2022, as an ordinary
 * matter and as a special one; which matter it was is not part of what was published, and neither
 * is when the owners were told.
 */
public final class PublishedFigures {

    private PublishedFigures() {}

    /**
     * Prints both verdicts.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var notice =
                """
                事项,通知日期,表决日期,比例基数,总面积,参与面积,同意面积,反对面积,弃权面积,总人数,参与人数,同意人数,反对人数,弃权人数
                4,,2022,参与,124799.30,93449.08,65.99%,,,1152,905,65.08%,,
                6,,2022,参与,124799.30,93449.08,65.99%,,,1152,905,65.08%,,
                """;
        var file = SheetFile.utf8("notice.csv", notice.getBytes(StandardCharsets.UTF_8));
        var texts = RuleTexts.governance(Language.ZH_CN);

        for (var figures : AnnouncementSheet.read(file).orElseThrow(Quickstart::refused)) {
            var verdict = PublishedVerdict.of(figures);
            System.out.println(verdict + "\n" + texts.render(verdict.ruling()));
        }
    }
}
