package io.github.xinyi.governance;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Ends a property early, whatever tries it names: {@code -Dxinyi.tries=30}. Mutation testing asks
 * for it, since it runs every property for every mutant; a build without the setting runs them all.
 */
public final class FewerTries implements AroundTryHook {

    private static final int TRIES = Integer.getInteger("xinyi.tries", Integer.MAX_VALUE);

    @Override
    public boolean appliesTo(Optional<AnnotatedElement> element) {
        return TRIES < Integer.MAX_VALUE;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public TryExecutionResult aroundTry(
            TryLifecycleContext context, TryExecutor executor, List<Object> parameters) {
        Store<Integer> tries = Store.getOrCreate(FewerTries.class, Lifespan.PROPERTY, () -> 0);
        tries.update(count -> count + 1);
        TryExecutionResult result = executor.execute(parameters);
        return result.isSatisfied() && tries.get() >= TRIES
                ? TryExecutionResult.satisfied(true)
                : result;
    }
}
