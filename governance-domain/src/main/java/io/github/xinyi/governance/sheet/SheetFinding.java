package io.github.xinyi.governance.sheet;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Finding;
import java.util.List;

/**
 * What was found in a table: a {@link SheetFault} that refuses it or a {@link SheetNotice} that
 * does not.
 *
 * @since 0.1.0
 */
public sealed interface SheetFinding extends Finding permits SheetFault, SheetNotice {

    /** The form of a table rests on no law. */
    @Override
    default List<Citation> basis() {
        return List.of();
    }
}
