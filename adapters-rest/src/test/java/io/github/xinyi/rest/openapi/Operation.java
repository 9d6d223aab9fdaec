package io.github.xinyi.rest.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A method of a resource, as its annotations tell of it.
 *
 * @param method the Java method
 * @param verb for example {@code GET}
 * @param path for example <code>/api/communities/{community}/records</code>
 * @param parameters of path and query, in the order of the method
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
                        .filter(
                                p ->
                                        p.isAnnotationPresent(PathParam.class)
                                                || p.isAnnotationPresent(QueryParam.class))
                        .toList();
        return new Operation(
                method,
                verb,
                path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceAll(": *[^}]*}", "}"),
                named);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** For example {@code record.list}: resource and method, each as the code calls it. */
    String id() {
        String resource = method.getDeclaringClass().getSimpleName().replaceAll("Resource$", "");
        return resource.substring(0, 1).toLowerCase(Locale.ROOT)
                + resource.substring(1)
                + "."
                + method.getName();
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
        return isInPath(parameter)
                ? parameter.getAnnotation(PathParam.class).value()
                : parameter.getAnnotation(QueryParam.class).value();
    }

    boolean hasPathParameter() {
        return parameters.stream().anyMatch(Operation::isInPath);
    }
}
