package io.github.xinyi.example.xinyijia.house;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** One {@code pom.xml}, as far as the house rules ask. */
record Pom(String name, Element project) {

    /** One coordinate somewhere in a pom; what is not said is empty. */
    record Coordinate(String groupId, String artifactId, String version, String scope) {

        boolean isOurs() {
            return groupId.equals(MainCode.BASE);
        }

        boolean isAtRunTime() {
            return !Set.of("test", "provided").contains(scope);
        }

        @Override
        public String toString() {
            return groupId + ":" + artifactId + ":" + version;
        }
    }

    static Pom read(Path file) {
        try {
            return parse(file.getParent().getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    static Pom parse(String name, String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            InputSource source = new InputSource(new StringReader(text));
            return new Pom(name, factory.newDocumentBuilder().parse(source).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("cannot parse " + name, e);
        }
    }

    String artifactId() {
        return text(project, "artifactId");
    }

    String version() {
        return text(project, "version");
    }

    List<String> modules() {
        return child(project, "modules").stream()
                .flatMap(modules -> children(modules, "module"))
                .map(module -> module.getTextContent().trim())
                .toList();
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        child(project, "properties").stream()
                .flatMap(Pom::children)
                .forEach(p -> properties.put(p.getTagName(), p.getTextContent().trim()));
        return properties;
    }

    boolean isPublished() {
        return !properties().getOrDefault("maven.deploy.skip", "false").equals("true");
    }

    List<Coordinate> managed() {
        return child(project, "dependencyManagement").stream()
                .flatMap(management -> coordinates(management, "dependency"))
                .toList();
    }

    /** Dependencies that are used, at whatever depth they stand, without the managed ones. */
    List<Coordinate> dependencies() {
        List<Coordinate> all = new ArrayList<>(coordinates(project, "dependency").toList());
        managed().forEach(all::remove);
        return all;
    }

    /** Dependencies of our code, without those of a plugin, which the build alone uses. */
    List<Coordinate> dependenciesOfCode() {
        List<Coordinate> all = dependencies();
        descendants(project, "plugin")
                .flatMap(plugin -> coordinates(plugin, "dependency"))
                .forEach(all::remove);
        return all;
    }

    List<Coordinate> annotationProcessors() {
        return coordinates(project, "path").toList();
    }

    List<Coordinate> plugins() {
        return coordinates(project, "plugin").toList();
    }

    boolean has(String element) {
        return project.getElementsByTagName(element).getLength() > 0;
    }

    /** The text of every element of a name. */
    List<String> texts(String element) {
        return descendants(project, element).map(e -> e.getTextContent().trim()).toList();
    }

    private static Stream<Coordinate> coordinates(Element below, String element) {
        return descendants(below, element)
                .map(
                        e ->
                                new Coordinate(
                                        text(e, "groupId"),
                                        text(e, "artifactId"),
                                        text(e, "version"),
                                        text(e, "scope")));
    }

    private static Stream<Element> descendants(Element below, String element) {
        var nodes = below.getElementsByTagName(element);
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(i -> (Element) nodes.item(i));
    }

    private static String text(Element parent, String name) {
        return child(parent, name).map(e -> e.getTextContent().trim()).orElse("");
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    private static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(e -> e.getTagName().equals(name));
    }

    private static Stream<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element) {
                elements.add(element);
            }
        }
        return elements.stream();
    }
}
