/** Both domains' contracts on several servers, what breaks when one is away, and a move. */
@NullMarked
package io.github.xinyi.example.manyservers;

import org.jspecify.annotations.NullMarked;
