package io.github.xinyi.trust.bankfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a file that was read whole, for example {@code <Amt Ccy="CNY">133.65</Amt>}.
 *
 * @param name its local name
 * @param namespace its namespace, may be empty
 * @param line where it begins
 * @param attributes by local name
 * @param children in their order
 * @param text its own text, of which that around children is left out
 */
record XmlElement(
        String name,
        String namespace,
        int line,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text) {

    List<XmlElement> all(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    /** The first element down a path of names. */
    Optional<XmlElement> at(String... path) {
        Optional<XmlElement> found = Optional.of(this);
        for (String step : path) {
            found = found.flatMap(e -> e.all(step).stream().findFirst());
        }
        return found;
    }

    String textAt(String... path) {
        return at(path).map(XmlElement::text).orElse("");
    }
}
