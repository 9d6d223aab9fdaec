package io.github.xinyi.governance.step;

/**
 * A step that a place adds (本地环节) and that the library knows by its name alone, for example 街道会商
 * before a case is closed, which a table writes {@code 结案前:街道会商}. It is taken before the gate that
 * it names, and recorded with who took it; what it consists of is the place's. A place may leave it
 * to a post (岗位), a slot of its teams, as in {@code 结案前:网格长签认:网格长}.
 *
 * @param before the gate, a word of the table such as 结案; 1 to {@link #MAX_LENGTH} characters
 * @param name what is done, likewise
 * @param post the slot of a team whose holder takes it, likewise; empty where no post is asked for
 * @since 0.1.0
 */
public record LocalStep(String before, String name, String post) {

    /** The longest name of a gate or step, in characters. */
    public static final int MAX_LENGTH = 20;

    private static final String DIVIDER = "前:";

    private static final String OF_POST = ":";

    /** Refuses names that a table could not hold or nobody could read. */
    public LocalStep {
        if (!isWord(before) || !isWord(name) || !(post.isEmpty() || isWord(post))) {
            throw new IllegalArgumentException(
                    "no local step: " + before + DIVIDER + name + OF_POST + post);
        }
    }

    /**
     * A step that is left to no post.
     *
     * @param before the gate
     * @param name what is done
     */
    public LocalStep(String before, String name) {
        this(before, name, "");
    }

    /**
     * As a table writes it.
     *
     * @param text for example {@code 结案前:街道会商}, or {@code 结案前:网格长签认:网格长}
     * @return the step
     * @throws IllegalArgumentException if the text is none
     */
    public static LocalStep parse(String text) {
        int divider = text.indexOf(DIVIDER);
        if (divider < 0) {
            throw new IllegalArgumentException("no local step: " + text);
        }
        String before = text.substring(0, divider);
        String name = text.substring(divider + DIVIDER.length());
        int post = name.indexOf(OF_POST);
        if (post < 0) {
            return new LocalStep(before, name);
        }
        if (post + OF_POST.length() == name.length()) {
            throw new IllegalArgumentException("no post: " + text);
        }
        return new LocalStep(
                before, name.substring(0, post), name.substring(post + OF_POST.length()));
    }

    private static boolean isWord(String text) {
        return !text.isBlank()
                && text.strip().equals(text)
                && text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.codePoints().noneMatch(LocalStep::isForeign);
    }

    /** What divides cells, lists and steps, and what nobody can read. */
    private static boolean isForeign(int codePoint) {
        return ",;:，；：".indexOf(codePoint) >= 0
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    /**
     * Whether a post takes it.
     *
     * @return true if the table names one
     */
    public boolean hasPost() {
        return !post.isEmpty();
    }

    /** For example {@code 结案前:街道会商}. */
    @Override
    public String toString() {
        return before + DIVIDER + name + (hasPost() ? OF_POST + post : "");
    }
}
