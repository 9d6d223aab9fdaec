package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every person and every home that the records of a community name. */
final class PersonalReferences {

    private final SortedSet<String> found = new TreeSet<>();

    private PersonalReferences() {}

    /** That no line of what is public names a person or a home of the records or the roster. */
    static void assertNoneIn(List<String> views, Stores stores, Homes homes) {
        assertNoneIn(views, stores, homes.community(), homes.units());
    }

    /** The same for a community whose homes nobody counted. */
    static void assertNoneIn(
            List<String> views, Stores stores, CommunityId community, List<Unit> homes) {
        SortedSet<String> personal = in(stores, community, homes);
        assertThat(personal).hasSizeGreaterThan(5);
        assertThat(views)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(personal).noneMatch(line::contains));
    }

    private static SortedSet<String> in(Stores stores, CommunityId community, List<Unit> homes) {
        PersonalReferences references = new PersonalReferences();
        homes.forEach(references::look);
        long after = 0;
        List<StoredEvent> page = stores.events().feed(community, Page.after(after));
        while (!page.isEmpty()) {
            page.forEach(stored -> references.look(stored.event()));
            after = page.get(page.size() - 1).sequence();
            page = stores.events().feed(community, Page.after(after));
        }
        return references.found;
    }

    private void look(Object value) {
        if (value instanceof PersonId person) {
            found.add(person.value());
        } else if (value instanceof UnitId home) {
            found.add(home.value());
        } else if (value instanceof Collection<?> many) {
            many.forEach(this::look);
        } else if (value instanceof Map<?, ?> pairs) {
            pairs.keySet().forEach(this::look);
            pairs.values().forEach(this::look);
        } else if (value instanceof Record row) {
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                look(read(row, component));
            }
        }
    }

    private static Object read(Record row, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
