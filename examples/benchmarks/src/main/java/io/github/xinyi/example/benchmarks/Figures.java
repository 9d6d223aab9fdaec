package io.github.xinyi.example.benchmarks;

/**
 * The fact that every engine is asked about: an area in 0.01 m² that took part, of a total.
 *
 * @param participating at most {@code total}
 * @param total at most a ninth of the greatest long
 */
public record Figures(long participating, long total) {}
