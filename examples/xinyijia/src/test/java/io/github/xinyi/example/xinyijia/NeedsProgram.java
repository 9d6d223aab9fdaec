package io.github.xinyi.example.xinyijia;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs a program outside the JVM: without it the test is skipped by name with the line
 * that installs it, or fails where {@code -Dxinyi.requirePrograms=true} says that it must be there.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(NeedsProgram.All.class)
@ExtendWith(NeedsProgramCondition.class)
public @interface NeedsProgram {

    /** The program as it is called, for example {@code hledger}. */
    String value();

    /** The Debian package that brings it. */
    String debianPackage();

    /** Several programs. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(NeedsProgramCondition.class)
    @interface All {
        /** Each of them. */
        NeedsProgram[] value();
    }
}
