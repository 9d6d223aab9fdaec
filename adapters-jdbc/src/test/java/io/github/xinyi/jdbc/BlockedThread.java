package io.github.xinyi.jdbc;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Calls that a test goes on after once they wait for somebody, and not after some time. */
final class BlockedThread {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private BlockedThread() {}

    /** Starts a call; returns once its thread waits or the call has ended. */
    static <T> Future<T> submit(ExecutorService callers, Callable<T> call) {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Future<T> future =
                callers.submit(
                        () -> {
                            thread.complete(Thread.currentThread());
                            return call.call();
                        });
        await(thread.join(), future);
        return future;
    }

    /** Returns once the thread waits. */
    static void await(Thread thread) {
        await(thread, new CompletableFuture<>());
    }

    private static void await(Thread thread, Future<?> call) {
        long begun = System.nanoTime();
        while (!isWaiting(thread) && !call.isDone()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new IllegalStateException("the call does not wait");
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isWaiting(Thread thread) {
        Thread.State state = thread.getState();
        return state == Thread.State.TIMED_WAITING || state == Thread.State.WAITING;
    }
}
