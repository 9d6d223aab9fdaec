package io.github.xinyi.governance.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A further event with a person or a unit is not forgotten in public. */
class RecordNamesTest {

    /** Named by {@link RecordNames}. */
    private static final List<String> NAMED =
            List.of(
                    "CaseOpened.declaredBy",
                    "CaseOpened.units",
                    "UnitsConcerned.units",
                    "MatterDeclared.declaredBy",
                    "SquadFormed.members",
                    "LocalStepTaken.by",
                    "ResultRated.rater",
                    "ResultsRated.ratings.rater");

    /** Of a squad or of the case by a rule, and named by another event before. */
    private static final List<String> NAMED_BEFORE =
            List.of(
                    "SquadFormed.units",
                    "UnitVisited.unit",
                    "UnitVisited.visitor",
                    "UnitsVisited.visitor",
                    "UnitsVisited.doors.unit",
                    "ResultRated.units",
                    "ResultsRated.ratings.units");

    @Test
    void everyPersonAndUnitOfEveryEventIsAName() {
        SortedSet<String> found = new TreeSet<>();
        for (Class<?> event :
                Objects.requireNonNull(CaseworkEvent.class.getPermittedSubclasses())) {
            addNames(event.getSimpleName(), event, found);
        }
        SortedSet<String> known = new TreeSet<>(NAMED);
        known.addAll(NAMED_BEFORE);

        assertThat(found).isEqualTo(known);
    }

    private static void addNames(String path, Type type, SortedSet<String> found) {
        if (type instanceof ParameterizedType many) {
            Arrays.stream(many.getActualTypeArguments()).forEach(of -> addNames(path, of, found));
        } else if (type.equals(PersonId.class) || type.equals(UnitId.class)) {
            found.add(path);
        } else if (type instanceof Class<?> one && one.isRecord()) {
            for (RecordComponent component : one.getRecordComponents()) {
                addNames(path + "." + component.getName(), component.getGenericType(), found);
            }
        }
    }
}
