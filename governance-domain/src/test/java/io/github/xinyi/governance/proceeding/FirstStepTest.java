package io.github.xinyi.governance.proceeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that comes before what it follows is told against a dash. */
class FirstStepTest {

    @ParameterizedTest(name = "after {0} events")
    @ValueSource(ints = {5, 6})
    void commentsAreToldAgainstTheDayOnWhichTheResultWasPutUp(int events) {
        String published = events == 5 ? "-" : Courses.on(28).toString();
        Ruling ruling =
                Answers.refused(
                        Courses.upTo(events)
                                .admit(Courses.displayed(20, 20, 20), Courses.terms("NATIONAL")));

        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling))
                .contains("时间先后：" + published + "，" + Courses.on(20))
                .doesNotContain("999999999");
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains(published + " comes before " + Courses.on(20))
                .doesNotContain("999999999");
    }
}
