package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.conference.ConferenceEvent.AgendaSent;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.voting.Matter;
import java.util.ArrayList;
import java.util.List;

/** The rules on what a conference may decide of its agenda: nothing that is the owners'. */
final class AgendaJudge {

    private AgendaJudge() {}

    /**
     * What may be decided of an item: nothing of the owners' business, and the rest as declared.
     */
    static List<Finding> competent(Sitting sitting, int number) {
        List<AgendaItem> agenda = sitting.agenda();
        List<Finding> found = new ArrayList<>();
        found.add(isListed(agenda, number));
        if (number < 1 || number > agenda.size()) {
            return found;
        }
        for (Matter matter : agenda.get(number - 1).ownersMatters()) {
            found.add(
                    ConferenceRule.OWNERS_MATTER.check(
                            false, "number", number, "item", matter.item()));
        }
        if (agenda.get(number - 1).business().isEmpty()) {
            sitting.all(AgendaSent.class)
                    .map(AgendaSent::declaredBy)
                    .map(person -> declared(number, person))
                    .forEach(found::add);
        }
        return found;
    }

    private static Finding declared(int number, PersonId person) {
        return ConferenceRule.DECLARED.check(true, "number", number, "person", person);
    }

    static Finding isListed(List<AgendaItem> agenda, int number) {
        return ConferenceRule.AGENDA_NUMBER.check(
                number >= 1 && number <= agenda.size(), "number", number, "count", agenda.size());
    }
}
