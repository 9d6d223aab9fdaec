/**
 * 信義家: the reference server. {@link io.github.xinyi.example.xinyijia.Xinyijia} replays a sample
 * community's year through the public API and serves the owners' page.
 */
@NullMarked
package io.github.xinyi.example.xinyijia;

import org.jspecify.annotations.NullMarked;
