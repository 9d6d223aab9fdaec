package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionCount;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.SetAside;
import io.github.xinyi.governance.voting.VotingFinding;
import io.github.xinyi.rest.answer.DecisionList;
import io.github.xinyi.rest.answer.DecisionList.Bar;
import io.github.xinyi.rest.published.PublishedMeeting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the owners decided, with every figure and reason; neither ballots nor persons nor units are
 * named. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DecisionDisclosure {

    private final Communities communities;

    /**
     * The decisions of these communities.
     *
     * @param communities shared with the other disclosures
     */
    public DecisionDisclosure(Communities communities) {
        this.communities = communities;
    }

    /**
     * Decisions.
     *
     * @param community its id
     * @param cursor that the page before gave, null for the first
     * @param limit 1 to 200, 50 if null
     * @param language of labels and findings
     * @return one for each motion, by meeting
     */
    public Reply<DecisionList> list(
            String community, @Nullable String cursor, @Nullable String limit, Language language) {
        return ListWindow.of(
                cursor,
                limit,
                window ->
                        communities.in(
                                community,
                                found ->
                                        window.in(
                                                found.meetings().stream()
                                                        .flatMap(Decided::in)
                                                        .toList(),
                                                Decided::key,
                                                part -> page(part, language))));
    }

    private static Reply<DecisionList> page(ListWindow.Part<Decided> part, Language language) {
        List<String> keys =
                part.entries().stream()
                        .map(decided -> decided.meeting().digest() + decided.key())
                        .toList();
        return Reply.of(
                Version.of("decisions", keys, String.valueOf(part.next()), language),
                () ->
                        new DecisionList(
                                part.entries().stream()
                                        .map(decided -> decided.told(Texts.in(language)))
                                        .toList(),
                                part.next()));
    }

    /** A motion and what it came to in its meeting. */
    private record Decided(PublishedMeeting meeting, MotionResult motion) {

        static Stream<Decided> in(PublishedMeeting meeting) {
            return meeting.tally().motions().stream().map(motion -> new Decided(meeting, motion));
        }

        String key() {
            return meeting.tally().meeting().id() + "\n" + motion.motion().id();
        }

        DecisionList.Decision told(Texts texts) {
            return decision(meeting, motion, texts);
        }
    }

    /**
     * What one meeting decided.
     *
     * @param meeting the meeting with its count
     * @param language of labels and findings
     * @return one for each motion, in the order announced
     */
    public static List<DecisionList.Decision> decisions(
            PublishedMeeting meeting, Language language) {
        return Decided.in(meeting).map(decided -> decided.told(Texts.in(language))).toList();
    }

    private static DecisionList.Decision decision(
            PublishedMeeting meeting, MotionResult motion, Texts texts) {
        return new DecisionList.Decision(
                meeting.tally().meeting().id().value(),
                meeting.title(),
                motion.motion().id().value(),
                motion.motion().title(),
                motion.motion().matter().item(),
                motion.motion().matter().voteClass().name(),
                motion.result().name(),
                bars(motion, texts),
                motion.ruling().findings().stream()
                        .map(
                                finding ->
                                        new DecisionList.Finding(
                                                finding.rule().value(),
                                                finding.verdict().name(),
                                                texts.render(finding)))
                        .toList(),
                new DecisionList.Ballots(
                        meeting.ballotsReceived(),
                        meeting.ballotsReceived() - motion.setAside().size(),
                        setAside(motion, texts)));
    }

    private static List<Bar> bars(MotionResult motion, Texts texts) {
        MotionCount.Votes all = motion.count().total();
        MotionCount.Votes taking = motion.count().participating();
        MotionCount.Votes inFavour = motion.count().inFavour();
        return List.of(
                area(motion, VotingFinding.AreaQuorum.CODE, taking, all, texts),
                heads(motion, VotingFinding.HeadQuorum.CODE, taking, all, texts),
                area(motion, VotingFinding.AreaConsent.CODE, inFavour, taking, texts),
                heads(motion, VotingFinding.HeadConsent.CODE, inFavour, taking, texts));
    }

    private static Bar area(
            MotionResult motion,
            RuleCode rule,
            MotionCount.Votes part,
            MotionCount.Votes whole,
            Texts texts) {
        return bar(
                finding(motion, rule),
                part.area().toString(),
                whole.area().toString(),
                "m2",
                texts);
    }

    private static Bar heads(
            MotionResult motion,
            RuleCode rule,
            MotionCount.Votes part,
            MotionCount.Votes whole,
            Texts texts) {
        return bar(
                finding(motion, rule),
                Long.toString(part.heads().value()),
                Long.toString(whole.heads().value()),
                "heads",
                texts);
    }

    private static Bar bar(Finding finding, String part, String whole, String unit, Texts texts) {
        return new Bar(
                finding.rule().value(),
                texts.label("bar." + finding.rule()),
                part,
                whole,
                unit,
                finding.evidence().getOrDefault("threshold", ""),
                finding.verdict() == Verdict.MET);
    }

    private static Finding finding(MotionResult motion, RuleCode rule) {
        return motion.ruling().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no finding of " + rule));
    }

    private static List<DecisionList.SetAside> setAside(MotionResult motion, Texts texts) {
        Map<SetAside.Reason, Long> counts = new EnumMap<>(SetAside.Reason.class);
        for (SetAside ballot : motion.setAside()) {
            ballot.reasons().forEach(reason -> counts.merge(reason, 1L, Long::sum));
        }
        return counts.entrySet().stream()
                .map(
                        counted ->
                                new DecisionList.SetAside(
                                        counted.getKey().name(),
                                        texts.label("set-aside." + counted.getKey()),
                                        counted.getValue()))
                .toList();
    }
}
