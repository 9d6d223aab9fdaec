/** Tests of the HTTP layer over a real server. */
@NullMarked
package io.github.xinyi.rest;

import org.jspecify.annotations.NullMarked;
