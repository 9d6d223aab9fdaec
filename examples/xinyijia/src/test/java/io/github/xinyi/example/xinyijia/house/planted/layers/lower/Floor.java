package io.github.xinyi.example.xinyijia.house.planted.layers.lower;

import io.github.xinyi.example.xinyijia.house.planted.layers.upper.Ceiling;

/** Breaks the order of layers on purpose. */
public record Floor(Ceiling above) {}
