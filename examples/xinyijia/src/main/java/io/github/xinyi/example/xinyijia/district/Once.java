package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.SheetRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Each record once: a row that repeats an earlier one is passed over, one that says otherwise of
 * the same thing is a fault of the file.
 */
final class Once<K, V> {

    private final Map<K, V> kept = new LinkedHashMap<>();

    V take(Row row, Column<?> column, K id, V value) {
        V earlier = kept.putIfAbsent(id, value);
        if (earlier != null && !earlier.equals(value)) {
            row.refuse(column, SheetRule.CONFLICT, id.toString());
        }
        return value;
    }

    Optional<V> find(K id) {
        return Optional.ofNullable(kept.get(id));
    }

    List<V> values() {
        return List.copyOf(kept.values());
    }
}
