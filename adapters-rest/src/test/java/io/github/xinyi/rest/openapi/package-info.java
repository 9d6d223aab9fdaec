/**
 * The OpenAPI document of this adapter: {@link io.github.xinyi.rest.openapi.ApiDocument} makes it
 * from the resources, {@link io.github.xinyi.rest.openapi.AnswerCheck} holds answers against it,
 * and {@link io.github.xinyi.rest.openapi.RequestGenerator} makes requests from it.
 */
@NullMarked
package io.github.xinyi.rest.openapi;

import org.jspecify.annotations.NullMarked;
