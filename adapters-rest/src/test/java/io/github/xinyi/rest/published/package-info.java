/** Tests of what a host publishes. */
@NullMarked
package io.github.xinyi.rest.published;

import org.jspecify.annotations.NullMarked;
