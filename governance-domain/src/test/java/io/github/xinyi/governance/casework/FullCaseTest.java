package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.next;
import static io.github.xinyi.governance.casework.Village.refused;
import static io.github.xinyi.governance.casework.Village.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.WorkProgressed;
import io.github.xinyi.governance.measure.Ratio;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A case at the greatest length, which takes seconds to read. */
class FullCaseTest {

    @Test
    void endsACaseThatIsFullAndRecordsNothingElse() {
        List<CaseworkEvent> history = new ArrayList<>(working().history());
        while (history.size() < Casework.MAX_EVENTS - 1) {
            history.add(
                    new WorkProgressed(Village.COMMUNITY, at(6), "施工", Ratio.of(1, 2), List.of()));
        }
        Casework room = Casework.from(history);
        Casework full = next(room, room.progress("施工", Ratio.of(1, 2), List.of(), at(6)));

        assertThat(refused(full.progress("施工", Ratio.of(1, 2), List.of(), at(6))))
                .containsExactly("limit");
        Casework ended = next(full, full.escalate("街道办事处", "记录已满", at(6)));
        assertThat(ended.stage()).isEqualTo(Stage.ESCALATED);
        assertThat(ended.history()).hasSize(Casework.MAX_EVENTS + 1);
    }
}
