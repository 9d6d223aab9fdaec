package io.github.xinyi.example.xinyijia.house.planted.circle.hen;

import io.github.xinyi.example.xinyijia.house.planted.circle.egg.Egg;
import java.util.List;

/** The other half of the circle. */
public record Hen(List<Egg> hatchedFrom) {}
