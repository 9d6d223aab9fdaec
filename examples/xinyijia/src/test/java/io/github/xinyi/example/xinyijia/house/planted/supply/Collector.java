package io.github.xinyi.example.xinyijia.house.planted.supply;

/** Collects fees in a way that the law forbids. */
public final class Collector {

    /** A means of pressure. */
    public static final String WATER_VALVE = "closed";

    private Collector() {}

    /**
     * Takes the supply away.
     *
     * @param unit whose
     * @return what was done
     */
    public static String cutOff(String unit) {
        return unit + " " + WATER_VALVE;
    }
}
