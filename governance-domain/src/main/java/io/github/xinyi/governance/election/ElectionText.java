package io.github.xinyi.governance.election;

import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.VotingFinding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The count of an election as one text, now and as the version before told it: without the region's
 * terms, without the standing of a source, and without what decides nothing.
 */
final class ElectionText {

    private static final String FORMAT = "xinyi-election-2";
    private static final String FORMER = "xinyi-election-1";

    private final StringBuilder text = new StringBuilder();
    private final boolean former;

    private ElectionText(boolean former) {
        this.former = former;
    }

    static String write(ElectionResult result, List<ElectionVote> received) {
        return new ElectionText(false).of(result, received);
    }

    /** Nothing where a region's terms bore on the count, which the version before did not ask. */
    static Optional<String> former(ElectionResult result, List<ElectionVote> received) {
        return result.terms().local().isEmpty()
                ? Optional.of(new ElectionText(true).of(result, received))
                : Optional.empty();
    }

    private String of(ElectionResult result, List<ElectionVote> received) {
        line(former ? FORMER : FORMAT);
        Meeting meeting = result.meeting();
        ElectionJudgement judgement = result.judgement();
        line("community", meeting.community());
        line("meeting", meeting.id());
        line("roster", meeting.rosterDate(), "sha256:" + result.roster());
        line("notice", meeting.noticeDate());
        line("opens", meeting.opensAt());
        line("closes", meeting.closesAt());
        Motion motion = result.motion();
        line("motion", motion.id(), motion.matter().item(), motion.title());
        motion.documents().forEach(paper -> line("paper", motion.id(), paper));
        if (!former) {
            result.terms().region().canonicalText().lines().forEach(told -> line("bylaws", told));
        }
        call(judgement.count());
        received.forEach(this::vote);
        result.spoiled().forEach(vote -> line("spoiled", vote.ballot(), reasons(vote)));
        result.mixedHolders().forEach(holder -> line("mixed", holder));
        for (CandidateResult candidate : judgement.candidates()) {
            line("candidate", candidate.candidate(), candidate.place());
            findings(candidate.ruling());
        }
        findings(judgement.ruling());
        line("result", judgement.validity());
        return text.toString();
    }

    private void call(ElectionCount count) {
        Seats seats = count.seats();
        line("seats", seats.agreed(), seats.legalMinimum(), seats.filled(), seats.alternates());
        line("ranking", count.ranking().keys(), count.ranking().standing());
    }

    private void vote(ElectionVote vote) {
        line(
                "vote",
                vote.id(),
                vote.unit(),
                vote.voter(),
                vote.channel(),
                vote.receivedAt(),
                vote.signature(),
                mandate(vote.mandate()),
                vote.names().stream().map(Object::toString).collect(Collectors.joining(" ")));
    }

    /** An opinion on an election as a whole can only be to vote or to abstain. */
    private static String mandate(Mandate mandate) {
        return mandate.fold(
                own -> "OWN",
                proxy ->
                        String.join(
                                " ",
                                "PROXY",
                                proxy.principal().value(),
                                proxy.validFrom().toString(),
                                proxy.validThrough().toString(),
                                proxy.opinions().entrySet().stream()
                                        .map(e -> e.getKey() + "=" + e.getValue())
                                        .collect(Collectors.joining(" "))),
                guardian -> "GUARDIAN " + guardian.ward(),
                carried -> "CARRIED " + carried.carrier());
    }

    private static String reasons(SpoiledVote vote) {
        return vote.ruling().findings().stream()
                .map(finding -> finding.rule().toString())
                .collect(Collectors.joining("+"));
    }

    private void findings(Ruling ruling) {
        for (Finding finding : ruling.findings()) {
            if (!former || wasTold(finding)) {
                String figures =
                        finding.evidence().entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining(" "));
                line("finding", finding.rule(), finding.verdict(), figures, basis(finding));
            }
        }
    }

    private static boolean wasTold(Finding finding) {
        return !finding.rule().equals(ElectionRule.RANKING.code())
                && !finding.rule().equals(VotingFinding.Readings.CODE)
                && !finding.rule().value().startsWith("region.");
    }

    /** The version before cited no law for a tie. */
    private List<String> basis(Finding finding) {
        if (!former) {
            return finding.basis().stream().map(Citation::toTextWithStanding).toList();
        }
        return finding.rule().equals(ElectionRule.SEATS_UNCONTESTED.code())
                ? List.of()
                : finding.basis().stream().map(Citation::toString).toList();
    }

    private void line(Object... parts) {
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : "\t").append(parts[i]);
        }
        text.append('\n');
    }
}
