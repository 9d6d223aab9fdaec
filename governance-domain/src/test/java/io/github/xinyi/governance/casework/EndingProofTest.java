package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.EndingProof.Form;
import io.github.xinyi.governance.casework.EndingProof.Source;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Motion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A proof of an ending has a form of its own and outlives every format of events. */
class EndingProofTest {

    private static final CaseId DISPUTE = CaseId.of("D-1");
    private static final Casework RAISED = raised();

    private static Casework raised() {
        Casework working = Village.working();
        return Village.next(working, working.raiseDispute(DISPUTE, at(6)));
    }

    private static EndingProof of(Mediation mediation) {
        return proof(RAISED.endDispute(mediation, at(8)).fold(done -> done, EndingProofTest::no));
    }

    private static EndingProof of(List<CaseEvent> grid) {
        return proof(RAISED.endDispute(grid, at(8)).fold(done -> done, EndingProofTest::no));
    }

    private static CaseworkEvent no(Ruling ruling) {
        throw new IllegalStateException(ruling.toString());
    }

    private static EndingProof proof(CaseworkEvent event) {
        return ((DisputeEnded) event).proof();
    }

    private static String lines(String... fields) {
        StringBuilder text = new StringBuilder("xinyi-ending-1\n");
        for (String field : fields) {
            text.append(field.length()).append(':').append(field).append('\n');
        }
        return CasePlan.sha256(text.toString());
    }

    @Test
    void isOfTheAgreementOfARoundAndOfNoFormatOfEvents() {
        Mediation agreed = Quarrel.agreed(DISPUTE, at(7));

        EndingProof proof = of(agreed);

        assertThat(proof.form()).isEqualTo(Form.ENDING_1);
        assertThat(proof.source()).isEqualTo(Source.MEDIATION);
        assertThat(proof.concludedAt()).isEqualTo(at(7));
        assertThat(proof.records().sha256())
                .isEqualTo(
                        lines(
                                "MEDIATION",
                                agreed.community().value(),
                                "D-1",
                                at(7).toString(),
                                "AGREEMENT",
                                "1",
                                agreed.effectiveOn().orElseThrow().toString(),
                                agreed.agreementDigest().orElseThrow().value()));
    }

    @Test
    void isOfTheEndingOfACaseOfTheGrid() {
        Mediation agreed = Quarrel.agreed(DISPUTE, at(7));
        String where = agreed.community().value();

        assertThat(of(Quarrel.settled(DISPUTE, at(7))).records().sha256())
                .isEqualTo(
                        lines(
                                "GRID",
                                where,
                                "D-1",
                                at(7).toString(),
                                "1",
                                "AGREEMENT",
                                "1",
                                agreed.effectiveOn().orElseThrow().toString(),
                                agreed.agreementDigest().orElseThrow().value()));
        assertThat(of(Quarrel.handedOn(DISPUTE, at(7))).records().sha256())
                .isEqualTo(
                        lines(
                                "GRID",
                                where,
                                "D-1",
                                at(7).toString(),
                                "1",
                                "ESCALATION",
                                "JUDICIAL",
                                "Q4",
                                "调解不成"));
    }

    /** A form never changes: this digest was computed when form 1 was made. */
    @Test
    void hasTheDigestThatItEverHad() {
        EndingProof proof = of(Quarrel.handedOn(DISPUTE, at(7)));

        assertThat(proof.records().sha256())
                .isEqualTo("fbb47b96eefc72d99deb1f276be04f3138d776908696d181add0f87d9f7ac1ac");
    }

    @Test
    void isShownByTheRecordsHoweverTheyHaveGrownSince() {
        Mediation agreed = Quarrel.agreed(DISPUTE, at(7));
        List<CaseEvent> reopened = Quarrel.reopened(DISPUTE, at(7));

        assertThat(of(agreed).isShownBy(agreed)).isTrue();
        assertThat(of(agreed).isShownBy(Quarrel.broken(DISPUTE, at(7)))).isTrue();
        EndingProof settled = of(Quarrel.settled(DISPUTE, at(7)));
        assertThat(settled.isShownBy(Quarrel.settled(DISPUTE, at(7)))).isTrue();
        assertThat(settled.isShownBy(reopened)).isTrue();
        assertThat(Village.refused(RAISED.endDispute(reopened, at(8))))
                .containsExactly("dispute-proven");
    }

    @Test
    void isShownByNoOtherRecords() {
        CaseId other = CaseId.of("D-2");
        EndingProof proof = of(Quarrel.agreed(DISPUTE, at(7)));
        EndingProof settled = of(Quarrel.settled(DISPUTE, at(7)));

        assertThat(proof.isShownBy(Quarrel.agreed(other, at(7)))).isFalse();
        assertThat(proof.isShownBy(Quarrel.agreed(DISPUTE, at(7).minusSeconds(1)))).isFalse();
        assertThat(proof.isShownBy(Quarrel.met(DISPUTE, at(7)))).isFalse();
        assertThat(proof.isShownBy(Quarrel.settled(DISPUTE, at(7)))).isFalse();
        assertThat(settled.isShownBy(Quarrel.handedOn(DISPUTE, at(7)))).isFalse();
        assertThat(settled.isShownBy(Quarrel.settled(DISPUTE, at(7).minusSeconds(1)))).isFalse();
        assertThat(settled.isShownBy(Quarrel.visited(DISPUTE, at(7)))).isFalse();
        assertThat(settled.isShownBy(Quarrel.agreed(DISPUTE, at(7)))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> settled.isShownBy(List.of()));
    }

    @Test
    void readsAProofThatWasTheTextsOfItsDayAndClaimsNoMoreForIt() {
        EventCodec codec = EventCodec.of(CaseworkEvent.class).with(CaseworkChanges.all());
        String stored =
                "xinyi-event/1 casework.DisputeEnded/1{community=8:anheyuan;"
                        + "occurredAt=20:2025-06-01T01:00:00Z;dispute=3:D-1;ending=9:AGREEMENT;"
                        + "proof={source=4:GRID;records={sha256=64:"
                        + "0f".repeat(32)
                        + ";};concludedAt=20:2025-05-30T01:00:00Z;};}";

        DisputeEnded read =
                (DisputeEnded)
                        codec.decode(stored)
                                .orElseThrow(r -> new IllegalStateException(r.toString()));

        assertThat(read.ending()).isEqualTo(Ending.AGREEMENT);
        assertThat(read.proof().form()).isEqualTo(Form.EVENT_TEXTS);
        assertThat(read.proof().records()).isEqualTo(new Motion.Document("0f".repeat(32)));
        assertThat(read.proof().isShownBy(Quarrel.settled(DISPUTE, at(7)))).isFalse();
        assertThat(codec.encode(read)).startsWith("xinyi-event/1 casework.DisputeEnded/2{");
    }
}
