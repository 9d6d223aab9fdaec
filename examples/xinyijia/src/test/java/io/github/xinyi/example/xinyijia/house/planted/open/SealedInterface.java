package io.github.xinyi.example.xinyijia.house.planted.open;

/** Closed: the compiler knows all that implement it. */
public sealed interface SealedInterface {

    /** The only one. */
    record Only(int value) implements SealedInterface {}
}
