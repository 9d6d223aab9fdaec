package io.github.xinyi.example.manyservers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that starts a cluster of the MariaDB servers of Debian: without them it is skipped with
 * the line that installs them, or fails where {@code -Dxinyi.requirePrograms=true} says that they
 * must be there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsGaleraCondition.class)
@interface NeedsGalera {}
