package io.github.xinyi.governance.team;

/**
 * A seat in a slot, for example 专业顾问 of the kind 法律.
 *
 * @param slot the slot's id
 * @param kind empty where seats of the slot do not differ
 * @since 0.1.0
 */
public record Seat(String slot, String kind) {

    /**
     * A seat in a slot whose seats do not differ.
     *
     * @param slot the slot's id
     * @return the seat
     */
    public static Seat in(String slot) {
        return new Seat(slot, "");
    }
}
