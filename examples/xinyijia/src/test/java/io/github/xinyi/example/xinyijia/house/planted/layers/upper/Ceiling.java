package io.github.xinyi.example.xinyijia.house.planted.layers.upper;

/** Stands in a layer that a lower one must not see. */
public record Ceiling(int heightCentimetres) {}
