/**
 * What is sent to be written, as records that Jackson reads, with Jakarta Validation as
 * description: {@link io.github.xinyi.rest.request.CommandBody} is any of them. What is left out is
 * empty, never null. May depend on nothing of ours.
 */
@NullMarked
package io.github.xinyi.rest.request;

import org.jspecify.annotations.NullMarked;
