package io.github.xinyi.example.xinyijia.house.planted.circle.egg;

import io.github.xinyi.example.xinyijia.house.planted.circle.hen.Hen;
import java.util.List;

/** One half of a circle of packages, on purpose. */
public record Egg(List<Hen> laidBy) {}
