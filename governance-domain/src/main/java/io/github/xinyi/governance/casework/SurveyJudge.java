package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.Door;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.OpinionsCollected;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsConcerned;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsVisited;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** The rules on who is asked by whom, and on what is consulted on and disclosed. */
final class SurveyJudge {

    private static final int MAX_ITEMS = 100;
    private static final int MAX_ITEM_NAME = 64;

    private final CaseworkRecord state;

    SurveyJudge(CaseworkRecord state) {
        this.state = state;
    }

    List<Finding> judge(CaseworkEvent event) {
        if (event instanceof UnitsConcerned more) {
            return concerned(more.units());
        }
        if (event instanceof SquadFormed formed) {
            return squad(formed);
        }
        if (event instanceof UnitVisited visited) {
            return visit(visited);
        }
        if (event instanceof UnitsVisited round) {
            List<Finding> found = new ArrayList<>();
            found.add(atOnce(round.doors().stream().map(Door::unit).toList()));
            round.visits().forEach(visited -> found.addAll(visit(visited)));
            return found;
        }
        if (event instanceof OpinionsCollected) {
            int reached = state.contact().reached().size();
            return List.of(
                    new CaseworkJudge(state)
                            .coverage(
                                    CaseworkRule.CONTACT_COVERAGE,
                                    reached,
                                    state.terms().contact()));
        }
        if (event instanceof ItemsConsulted consultation) {
            return List.of(items(consultation.items()));
        }
        if (event instanceof ItemDisclosed disclosure) {
            String item = disclosure.item();
            boolean due =
                    state.consultedItems().contains(item) && !state.disclosedItems().contains(item);
            return List.of(CaseworkRule.ITEM_CONSULTED.check(due, "item", item));
        }
        return List.of();
    }

    private List<Finding> visit(UnitVisited visited) {
        boolean own =
                state.squadOf(visited.unit())
                        .filter(squad -> squad.members().contains(visited.visitor()))
                        .isPresent();
        return List.of(
                unitOfCase(visited.unit()),
                CaseworkRule.VISITOR_OF_SQUAD.check(own, "unit", visited.unit()));
    }

    static Finding atOnce(List<UnitId> units) {
        return CaseworkRule.UNITS_AT_ONCE.check(
                !units.isEmpty()
                        && units.size() <= Casework.MAX_UNITS_AT_ONCE
                        && Set.copyOf(units).size() == units.size(),
                "units",
                units.size(),
                "limit",
                Casework.MAX_UNITS_AT_ONCE);
    }

    private List<Finding> concerned(SortedSet<UnitId> more) {
        int all = state.units().size() + more.size();
        List<UnitId> known = more.stream().filter(unit -> state.units().contains(unit)).toList();
        return List.of(
                CaseworkRule.UNITS_CONCERNED.check(
                        !more.isEmpty()
                                && more.size() <= Casework.MAX_UNITS_AT_ONCE
                                && all <= Casework.MAX_UNITS,
                        "units",
                        more.size() <= Casework.MAX_UNITS_AT_ONCE ? all : more.size(),
                        "limit",
                        more.size() <= Casework.MAX_UNITS_AT_ONCE
                                ? Casework.MAX_UNITS
                                : Casework.MAX_UNITS_AT_ONCE),
                CaseworkRule.UNIT_NEW.check(known.isEmpty(), "units", known));
    }

    private List<Finding> squad(SquadFormed formed) {
        List<Finding> found = new ArrayList<>();
        found.add(
                CaseworkRule.SQUAD_FORM.check(
                        !state.squads().contains(formed.squad())
                                && !formed.members().isEmpty()
                                && formed.members().size() <= Casework.MAX_SQUAD
                                && !formed.units().isEmpty(),
                        "squad",
                        formed.squad(),
                        "members",
                        formed.members().size(),
                        "units",
                        formed.units().size()));
        for (UnitId unit : formed.units()) {
            found.add(unitOfCase(unit));
            found.add(
                    CaseworkRule.UNIT_OF_ONE_SQUAD.check(
                            state.squadOf(unit).isEmpty(), "unit", unit));
        }
        return found;
    }

    private Finding items(List<String> items) {
        boolean fresh =
                !items.isEmpty()
                        && items.size() <= MAX_ITEMS
                        && Set.copyOf(items).size() == items.size()
                        && items.stream().allMatch(this::isNewItem);
        return CaseworkRule.ITEM_NEW.check(fresh, "items", items.size());
    }

    private boolean isNewItem(String item) {
        return PublicText.isName(item, MAX_ITEM_NAME) && !state.consultedItems().contains(item);
    }

    Finding unitOfCase(UnitId unit) {
        return CaseworkRule.UNIT_OF_CASE.check(state.units().contains(unit), "unit", unit);
    }
}
