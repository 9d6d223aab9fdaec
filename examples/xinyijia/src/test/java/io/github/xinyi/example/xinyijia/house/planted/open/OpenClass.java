package io.github.xinyi.example.xinyijia.house.planted.open;

/** Can be subclassed by anyone, on purpose; so can the class inside. */
public class OpenClass {

    /** Open as well. */
    public static class Inner {}

    /** Closed. */
    public enum Closed {
        /** One. */
        ONE,
        /** Two, with a body, which makes its enum not final. */
        TWO {
            @Override
            public String toString() {
                return "two";
            }
        }
    }
}
