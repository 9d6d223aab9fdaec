/** The stories, step by step: what is recorded, what it comes to, and what nobody may read. */
@NullMarked
package io.github.xinyi.example.stories;

import org.jspecify.annotations.NullMarked;
