/** Tests of what is disclosed, without HTTP. */
@NullMarked
package io.github.xinyi.rest.disclosure;

import org.jspecify.annotations.NullMarked;
