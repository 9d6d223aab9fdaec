/**
 * What every port to a store has in common: {@link
 * io.github.xinyi.governance.store.StoreException}. A package of its own because ports of several
 * packages and modules throw it. Depends on nothing.
 */
@NullMarked
package io.github.xinyi.governance.store;

import org.jspecify.annotations.NullMarked;
