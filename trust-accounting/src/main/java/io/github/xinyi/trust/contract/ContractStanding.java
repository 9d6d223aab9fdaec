package io.github.xinyi.trust.contract;

import io.github.xinyi.trust.contract.ContractLife.RatioPeriod;
import io.github.xinyi.trust.contract.ContractLife.Status;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a contract stands on a day, read from its terms and what has happened since. */
record ContractStanding(ContractTerms terms, List<ContractEvent> events) {

    private <E extends ContractEvent> Stream<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    /** The last day of the term, renewals counted. */
    LocalDate termEnd() {
        return of(ContractEvent.Renewed.class)
                .map(renewed -> renewed.paper().endInclusive())
                .reduce(terms.endInclusive(), (before, after) -> after);
    }

    /** The last day of the contract, if it is known. */
    Optional<LocalDate> lastDay() {
        Optional<LocalDate> told =
                Stream.concat(
                                of(ContractEvent.EndedByOwners.class).map(e -> e.notice()),
                                of(ContractEvent.EndedByFirm.class).map(e -> e.notice()))
                        .map(EndNotice::lastDay)
                        .findFirst();
        return told.isPresent()
                ? told
                : of(ContractEvent.SuccessorChosen.class).findFirst().map(chosen -> termEnd());
    }

    /** The first day on which the firm no longer serves. */
    Optional<LocalDate> takenOver() {
        return of(ContractEvent.TakenOver.class).map(ContractEvent.TakenOver::on).findFirst();
    }

    Status on(LocalDate day) {
        if (day.isBefore(terms.startInclusive())) {
            return Status.BEFORE_TERM;
        }
        if (lastDay().filter(day::isAfter).isEmpty()) {
            return day.isAfter(termEnd()) ? Status.CONTINUED : Status.IN_TERM;
        }
        if (takenOver().filter(on -> !day.isBefore(on)).isEmpty()) {
            return Status.SERVING_ON;
        }
        return missingOn(day).isEmpty() ? Status.CLOSED : Status.HANDING_OVER;
    }

    /** When something was handed over. */
    Optional<LocalDate> handedOverOn(HandOverItem item) {
        return of(ContractEvent.HandedOver.class)
                .filter(handed -> handed.item() == item)
                .map(ContractEvent.HandedOver::on)
                .findFirst();
    }

    boolean isHandedOver(HandOverItem item, LocalDate day) {
        return handedOverOn(item).filter(on -> !on.isAfter(day)).isPresent();
    }

    /** What is still to be handed over on a day. */
    List<HandOverItem> missingOn(LocalDate day) {
        return Arrays.stream(HandOverItem.values())
                .filter(item -> !isHandedOver(item, day))
                .toList();
    }

    /** The ratios by the days from which they apply. */
    List<RatioPeriod> ratioPeriods() {
        ContractPaper.RatioAmendment first =
                new ContractPaper.RatioAmendment(
                        terms.community(),
                        terms.id(),
                        terms.ratio(),
                        terms.base(),
                        terms.startInclusive());
        return Stream.concat(
                        Stream.of(first),
                        of(ContractEvent.RatioAgreed.class).map(ContractEvent.RatioAgreed::paper))
                .map(paper -> new RatioPeriod(paper.from(), paper))
                .toList();
    }
}
