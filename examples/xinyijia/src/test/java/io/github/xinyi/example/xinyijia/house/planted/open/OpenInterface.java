package io.github.xinyi.example.xinyijia.house.planted.open;

/** Can be implemented by anyone, on purpose. */
public interface OpenInterface {

    /** Closed. */
    record Closed(int value) implements OpenInterface {}
}
