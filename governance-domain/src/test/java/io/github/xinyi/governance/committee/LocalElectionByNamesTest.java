package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Elections.slate;
import static io.github.xinyi.governance.committee.Elections.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.region.Profiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The defect: a body seated by the nation's law whom the region's law did not elect. */
class LocalElectionByNamesTest {

    private static final CommitteeClauses NATIONAL =
            CommitteeClauses.national(Kind.OWNERS_COMMITTEE);
    private static final Seats SEATS = new Seats(5, 5, 0, 0);

    /** Of nine owners six want the last of the five: two thirds. */
    private static final Map<Integer, Integer> VOTES = votes(1, 8, 2, 8, 3, 8, 4, 7, 5, 6);

    private static final Slate ALL = slate(5, new int[] {1, 2, 3, 4, 5});

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'guarantee.ordinary,≥2/3', true",
        "'guarantee.ordinary,>2/3', false",
        "'guarantee.participation,≥3/4', true",
        "'notice.voting-least-days,1', true",
        "'notice.voting-least-days,2', true",
        "'notice.voting-least-days,3', false"
    })
    void seatsOnlyThoseWhomTheRegionsLawElected(String clause, boolean seated) {
        CandidatePaper.Vote vote = held(Bylaws.none().under(Profiles.with(clause)));

        assertThat(
                        new Founding(COMMUNITY, LARGE, NATIONAL)
                                .elect(List.of(vote), ALL, TERM, at(START))
                                .isAccepted())
                .isEqualTo(seated);
    }

    @Test
    void aReplayJudgesByTheTermsThatWereKept() {
        SeatMandate strict =
                held(Bylaws.none().under(Profiles.with("guarantee.ordinary,>2/3"))).mandate();
        SeatMandate lenient =
                held(Bylaws.none().under(Profiles.with("guarantee.ordinary,≥2/3"))).mandate();

        assertThat(strict.in(Place.ELECTED)).hasSize(4);
        assertThat(lenient.in(Place.ELECTED)).hasSize(5);
        assertThat(Committee.from(List.of(elected(lenient)), NATIONAL).members()).hasSize(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Committee.from(List.of(elected(strict)), NATIONAL));
    }

    @Test
    void readsAMandateThatWasWrittenBeforeItsTerms() {
        CommitteeElected event = elected(held(Bylaws.none()).mandate());
        String written = GovernanceEvents.codec().encode(event);
        String before =
                written.replaceFirst("CommitteeElected/[0-9]+", "CommitteeElected/2")
                        .replace("local={days=[];shares=[];};", "");

        assertThat(before).hasSizeLessThan(written.length());
        assertThat(
                        GovernanceEvents.codec()
                                .decode(before)
                                .orElseThrow(r -> new IllegalStateException(r.toString())))
                .isEqualTo(event);
        assertThat(event.mandates().get(0).names().local())
                .isEqualTo(RecordedTerms.of(LocalTerms.none()));
    }

    private static CandidatePaper.Vote held(Bylaws bylaws) {
        return Elections.held("OM-1", START, SEATS, VOTES, bylaws);
    }

    private static CommitteeElected elected(SeatMandate mandate) {
        return new CommitteeElected(COMMUNITY, LARGE, ALL, TERM, List.of(mandate), at(START));
    }
}
