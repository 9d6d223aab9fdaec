/**
 * Speed as ratios: {@link io.github.xinyi.example.benchmarks.Benchmarks} runs ours and a peer in
 * turn and exits with 0 only if every floor is met. Uses the public interface alone.
 */
@NullMarked
package io.github.xinyi.example.benchmarks;

import org.jspecify.annotations.NullMarked;
