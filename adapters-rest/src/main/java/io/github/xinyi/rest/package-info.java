/**
 * The HTTP layer: {@link io.github.xinyi.rest.XinyiRest} hands a Jakarta REST host its resources.
 * May depend on disclosure, answer, published and Jakarta REST.
 */
@NullMarked
package io.github.xinyi.rest;

import org.jspecify.annotations.NullMarked;
