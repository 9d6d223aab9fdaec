package io.github.xinyi.rest.openapi;

import io.github.xinyi.rest.request.CommandBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method of a resource, as its annotations tell of it.
 *
 * @param method the Java method
 * @param verb for example {@code GET}
 * @param path for example <code>/api/communities/{community}/records</code>
 * @param parameters of path, query and headers, in the order of the method
 */
public record Operation(Method method, String verb, String path, List<Parameter> parameters) {

    /** Copies the parameters. */
    public Operation {
        parameters = List.copyOf(parameters);
    }

    /** Every operation of these instances, by path and verb. */
    static List<Operation> of(Collection<?> resources) {
        List<Operation> operations = new ArrayList<>();
        for (Object resource : resources) {
            Path root = resource.getClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : resource.getClass().getMethods()) {
                    verb(method).ifPresent(verb -> operations.add(of(root, method, verb)));
                }
            }
        }
        operations.sort(Comparator.comparing(Operation::path).thenComparing(Operation::verb));
        return operations;
    }

    private static Operation of(Path root, Method method, String verb) {
        Path own = method.getAnnotation(Path.class);
        String path = "/" + root.value() + "/" + (own == null ? "" : own.value());
        List<Parameter> named =
                Arrays.stream(method.getParameters())
                        .flatMap(Operation::gathered)
                        .filter(
                                p ->
                                        p.isAnnotationPresent(PathParam.class)
                                                || p.isAnnotationPresent(QueryParam.class)
                                                || p.isAnnotationPresent(HeaderParam.class))
                        .toList();
        return new Operation(
                method,
                verb,
                path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceAll(": *[^}]*}", "}"),
                named);
    }

    /** What a bean of parameters takes into its constructor stands for the bean. */
    private static Stream<Parameter> gathered(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getConstructors()[0].getParameters())
                : Stream.of(parameter);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** The id by which role models name it, for example {@code records.list}. */
    String id() {
        return Arrays.stream(method.getAnnotations())
                .filter(
                        annotation ->
                                annotation.annotationType().getSimpleName().equals("Performs"))
                .map(Operation::performed)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(method + " names no operation"))
                .id();
    }

    /** The annotation is internal to the resources, and says it by its one member. */
    private static io.github.xinyi.rest.access.Operation performed(Annotation performs) {
        try {
            Method value = performs.annotationType().getDeclaredMethod("value");
            value.setAccessible(true);
            return (io.github.xinyi.rest.access.Operation) value.invoke(performs);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The type of the body, if there is one: the one parameter that nothing is said of. */
    Optional<Class<?>> body() {
        return Arrays.stream(method.getParameters())
                .map(Parameter::getType)
                .filter(CommandBody.class::isAssignableFrom)
                .findFirst()
                .map(type -> type);
    }

    /** The media types that the framework checks before the method is called. */
    Optional<Produces> produces() {
        Produces own = method.getAnnotation(Produces.class);
        return Optional.ofNullable(
                own != null ? own : method.getDeclaringClass().getAnnotation(Produces.class));
    }

    static boolean isInPath(Parameter parameter) {
        return parameter.isAnnotationPresent(PathParam.class);
    }

    static String name(Parameter parameter) {
        return switch (place(parameter)) {
            case "path" -> parameter.getAnnotation(PathParam.class).value();
            case "query" -> parameter.getAnnotation(QueryParam.class).value();
            default -> parameter.getAnnotation(HeaderParam.class).value();
        };
    }

    /** In the words of the document. */
    static String place(Parameter parameter) {
        if (isInPath(parameter)) {
            return "path";
        }
        return parameter.isAnnotationPresent(QueryParam.class) ? "query" : "header";
    }

    boolean hasPathParameter() {
        return parameters.stream().anyMatch(Operation::isInPath);
    }
}
