/**
 * The published figures of a district, derived from its raw records: {@link
 * io.github.xinyi.example.xinyijia.district.District} reads what was exported, repetitions, moves,
 * ended terms and reopened cases included, into what the domain counts. Depends on governance
 * alone.
 */
@NullMarked
package io.github.xinyi.example.xinyijia.district;

import org.jspecify.annotations.NullMarked;
