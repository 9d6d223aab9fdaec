package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.AdoptedMotion.Decision;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberElected;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberRecalled;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallRejected;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsed;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.CommitteeEvent.SuspensionLifted;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The decisions of the owners to which an event refers, and whether their records have them. */
final class OwnersReferences {

    private record Reference(Decision decision, Predicate<OwnersDecision> holds) {}

    private OwnersReferences() {}

    /** The first reference that the records of the owners do not have, if there is one. */
    static Optional<Decision> missing(
            CommitteeEvent event, Function<Decision, Optional<OwnersDecision>> owners) {
        return references(event)
                .filter(of -> owners.apply(of.decision()).filter(of.holds()).isEmpty())
                .map(Reference::decision)
                .findFirst();
    }

    private static Stream<Reference> references(CommitteeEvent event) {
        if (event instanceof CommitteeElected elected) {
            return elected.mandates().stream().map(OwnersReferences::of);
        } else if (event instanceof MemberElected elected) {
            return Stream.of(of(elected.mandate()));
        } else if (event instanceof MemberRecalled recalled) {
            return Stream.of(of(recalled.mandate()));
        } else if (event instanceof SessionCalled called) {
            return called.items().stream().flatMap(item -> of(item.behind()));
        } else if (event instanceof SealUsed used) {
            return of(used.behind());
        } else if (event instanceof RecallRejected rejected) {
            return Stream.of(of(rejected.rejected()));
        } else if (event instanceof SuspensionLifted lifted) {
            return Stream.of(of(lifted.rejected()));
        }
        return Stream.of();
    }

    private static Reference of(SeatMandate mandate) {
        return new Reference(mandate.adopted().decision(), found -> found.mandates(mandate));
    }

    private static Stream<Reference> of(List<AdoptedMotion> behind) {
        return behind.stream()
                .map(motion -> new Reference(motion.decision(), found -> found.adopted(motion)));
    }

    private static Reference of(RejectedRecall rejected) {
        return new Reference(rejected.decision(), found -> found.rejected(rejected));
    }
}
