package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which operation a method of a resource is; a method without it lets nobody pass. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Performs {

    Operation value();
}
