/**
 * Speed of the ledger on a real PostgreSQL that writes through to disk: {@link
 * io.github.xinyi.example.benchmarks.ledger.LedgerBenchmarks} runs ours and pgledger in turn and
 * exits with 0 only if every floor is met. Uses the public interface alone.
 */
@NullMarked
package io.github.xinyi.example.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
