package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A count as one text, as it is told now and as earlier versions told it. */
final class TallyText {

    /** How a version tells a count; each but the last is only there to know what was stored. */
    enum Form {
        /** Without the standing of a source and without what is a reading. */
        FOUR("xinyi-tally-4"),
        /** Without the day of the meeting beside what a community's own rules rest on. */
        FIVE("xinyi-tally-5"),
        /** As it is told now. */
        NOW("xinyi-tally-6");

        private final String name;

        Form(String name) {
            this.name = name;
        }

        /** The form of a text by its first line. */
        static Optional<Form> of(String text) {
            return Arrays.stream(values())
                    .filter(form -> text.startsWith(form.name + "\n"))
                    .findFirst();
        }

        /** Whether the version asked what the region does. */
        boolean asksTheRegion() {
            return this != FOUR;
        }
    }

    private final TallyResult result;
    private final TallyResult.Inputs inputs;
    private final Form form;
    private final StringBuilder text = new StringBuilder();

    TallyText(TallyResult result, TallyResult.Inputs inputs, Form form) {
        this.result = result;
        this.inputs = inputs;
        this.form = form;
    }

    String write() {
        line(form.name);
        Meeting meeting = result.meeting();
        line("policy", result.terms().rules().version(), Tally.POLICY_VERSION);
        line("community", meeting.community());
        line("meeting", meeting.id());
        line("roster", meeting.rosterDate(), "sha256:" + result.roster());
        line("notice", meeting.noticeDate());
        line("opens", meeting.opensAt());
        line("closes", meeting.closesAt());
        line("voting", result.isOpen() ? "OPEN at " + result.terms().countedAt() : "CLOSED");
        for (Motion motion : meeting.motions()) {
            line("motion", motion.id(), motion.matter().item(), motion.title());
            motion.documents().forEach(paper -> line("paper", motion.id(), paper));
            motion.trust().forEach(trust -> line("trust", motion.id(), trust));
        }
        inputs.bylaws().canonicalText().lines().forEach(told -> line("bylaws", told));
        findings("bylaw", "*", ofRules(inputs.bylawFindings()));
        box();
        inputs.received().forEach(this::ballot);
        result.motions().forEach(this::motion);
        return text.toString();
    }

    /** What a community's own rules rest on was not measured by the day in earlier forms. */
    private List<Finding> ofRules(List<Finding> findings) {
        return form == Form.NOW
                ? VotingFinding.OnDay.of(findings, result.meeting().openingDate())
                : findings;
    }

    private void box() {
        BallotBox box = inputs.box();
        sorted(
                "withdrawal",
                box.withdrawals().stream()
                        .map(w -> w.principal() + "\t" + w.proxy() + "\t" + w.at()));
        sorted(
                "delivery",
                box.deliveries().stream()
                        .map(d -> d.unit() + "\t" + d.channel() + "\t" + d.proof()));
        box.askedForPaper().forEach(unit -> line("paper-asked", unit));
    }

    private void sorted(String name, Stream<String> lines) {
        lines.distinct().sorted().forEach(content -> line(name, content));
    }

    private void ballot(Ballot ballot) {
        line(
                "ballot",
                ballot.id(),
                ballot.unit(),
                ballot.voter(),
                ballot.channel(),
                ballot.receivedAt(),
                ballot.signature(),
                mandate(ballot.mandate()),
                choices(ballot.choices()));
    }

    private void motion(MotionResult motion) {
        MotionId id = motion.motion().id();
        findings("finding", id, motion.recordedRuling().findings());
        left("", id, motion.setAside(), motion.mixedHolders());
        motion.byRules()
                .ifPresent(
                        own -> {
                            findings("by-rules", id, ofRules(motion.undatedDelivery()));
                            findings("by-rules", id, motion.recordedByRules());
                            left("-by-rules", id, own.setAside(), own.mixedHolders());
                            line("result-by-rules", id, own.judgement().result());
                        });
        line("result", id, motion.result());
    }

    /** The ballots that do not count, and the holders whose ballots differ. */
    private void left(
            String side, MotionId motion, List<SetAside> setAside, List<VotingHolder> mixed) {
        for (SetAside ballot : setAside) {
            line("set-aside" + side, motion, ballot.ballot(), joined(ballot.reasons()));
        }
        mixed.forEach(holder -> line("mixed" + side, motion, holder));
    }

    private void findings(String name, Object id, List<Finding> findings) {
        for (Finding finding : findings) {
            if (form != Form.FOUR || !finding.rule().equals(VotingFinding.Readings.CODE)) {
                String figures =
                        finding.evidence().entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining(" "));
                line(name, id, finding.rule(), finding.verdict(), figures, told(finding.basis()));
            }
        }
    }

    private List<String> told(List<Citation> basis) {
        return basis.stream()
                .map(form == Form.FOUR ? Citation::toString : Citation::toTextWithStanding)
                .toList();
    }

    private static String mandate(Mandate mandate) {
        return mandate.fold(
                own -> "OWN",
                proxy ->
                        "PROXY "
                                + String.join(
                                        " ",
                                        proxy.principal().value(),
                                        proxy.validFrom().toString(),
                                        proxy.validThrough().toString(),
                                        joinedOpinions(proxy)),
                guardian -> "GUARDIAN " + guardian.ward(),
                carried -> "CARRIED " + carried.carrier());
    }

    private static String joinedOpinions(Mandate.Proxy proxy) {
        return proxy.opinions().entrySet().stream()
                .map((Map.Entry<MotionId, Choice> e) -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    private void line(Object... parts) {
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : "\t").append(parts[i]);
        }
        text.append('\n');
    }

    private static String choices(Map<MotionId, Set<Choice>> choices) {
        return choices.entrySet().stream()
                .map(
                        (Map.Entry<MotionId, Set<Choice>> e) ->
                                e.getKey() + "=" + joined(e.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String joined(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining("+"));
    }
}
