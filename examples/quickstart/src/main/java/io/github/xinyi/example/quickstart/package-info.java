/**
 * The README's lines: {@link io.github.xinyi.example.quickstart.Quickstart}. Depends on the
 * governance domain only.
 */
@NullMarked
package io.github.xinyi.example.quickstart;

import org.jspecify.annotations.NullMarked;
