/**
 * Three stories of co-governance, told by the library from the first knock on a door to the last
 * figure: {@link io.github.xinyi.example.stories.InsulationRepair}, {@link
 * io.github.xinyi.example.stories.BarkingDog}, {@link io.github.xinyi.example.stories.TrustPilot}.
 * All people, homes and sums are invented. Depends on both domains, their in-memory stores and
 * adapters-jdbc.
 */
@NullMarked
package io.github.xinyi.example.stories;

import org.jspecify.annotations.NullMarked;
